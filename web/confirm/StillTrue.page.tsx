/** Behind the yearly letter: one button says that a profile is still true. */
import { StillTrueForm } from "shared/confirm/contract.ts";
import { Show } from "solid-js";
import { Form, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export interface StillTrueProps {
  form: FormState;
  /** False: the link has ended or was used; then no name is told. */
  isOpen: boolean;
  name: string;
  slug: string;
}

export function StillTruePage(props: StillTrueProps) {
  const page = usePage();
  const profile = `${page.region?.slug}/organisations/${props.slug}`;
  return (
    <article>
      <h1>{page.title}</h1>
      <Show when={props.isOpen} fallback={<p>{page.t("confirm.ended")}</p>}>
        <p class="lead">
          <a href={page.link(profile)}>
            <bdi>{props.name}</bdi>
          </a>
        </p>
        <p>{page.t("confirm.what")}</p>
        <Form form={props.form} schema={StillTrueForm} submit={page.t("confirm.submit")}>
          {null}
        </Form>
      </Show>
      <p>
        <a href={page.link(`${profile}/edit`)}>{page.t("confirm.edit")}</a>
      </p>
    </article>
  );
}
