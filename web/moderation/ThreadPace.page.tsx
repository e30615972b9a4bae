/** Slow mode of a thread. */
import { paces } from "shared/board/keeping.ts";
import { PaceBody } from "shared/moderation/contract.ts";
import { Form, type FormState, Radios } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export function ThreadPacePage(props: { title: string; path: string; form: FormState }) {
  const page = usePage();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link(props.path), text: props.title },
          { href: page.link(`${props.path}/tools`), text: page.t("board.tools") },
        ]}
      />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("moderation.pace.lead")}</p>
      <Form form={props.form} schema={PaceBody} submit={page.t("moderation.pace.send")}>
        <Radios
          name="pace"
          label={page.t("board.keeping.slow")}
          options={paces.map((value) => ({ value, label: page.t(`board.keeping.slow.${value}`) }))}
        />
      </Form>
    </>
  );
}
