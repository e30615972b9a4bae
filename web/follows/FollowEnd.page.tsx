/** Behind the link that ends all letters: one button. Nothing of the address stays after it. */
import { EndForm } from "shared/follows/contract.ts";
import { Form, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export function FollowEndPage(props: { form: FormState }) {
  const page = usePage();
  return (
    <article>
      <h1>{page.title}</h1>
      <p>{page.t("follow.end.what")}</p>
      <Form form={props.form} schema={EndForm} submit={page.t("follow.end.submit")}>
        {null}
      </Form>
    </article>
  );
}
