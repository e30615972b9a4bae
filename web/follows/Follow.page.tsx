/** The form by which a visitor is told by mail of what is new: in a region, of a country, or for a search. */
import { FollowForm } from "shared/follows/contract.ts";
import { Form, type FormState, TextField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export interface FollowProps {
  form: FormState;
  /** Of what is followed. */
  name: string;
}

export function FollowPage(props: FollowProps) {
  const page = usePage();
  return (
    <article>
      <h1>{page.title}</h1>
      <p class="lead">
        <bdi>{props.name}</bdi>
      </p>
      <p>{page.t("follow.what")}</p>
      <Form form={props.form} schema={FollowForm} submit={page.t("follow.submit")}>
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          label={page.t("follow.email")}
          hint={page.t("follow.emailHint")}
        />
      </Form>
      <p class="muted">{page.t("follow.privacy")}</p>
    </article>
  );
}
