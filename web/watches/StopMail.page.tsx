/** Behind the link that ends letters, of one thread or of the board: one button. */
import { StopForm } from "shared/watches/contract.ts";
import { Form, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export function StopMailPage(props: { form: FormState; ofThread: boolean }) {
  const page = usePage();
  const kind = props.ofThread ? "stopThread" : "stop";
  return (
    <article>
      <h1>{page.title}</h1>
      <p>{page.t(`boardMail.${kind}.what`)}</p>
      <Form form={props.form} schema={StopForm} submit={page.t(`boardMail.${kind}.submit`)}>
        {null}
      </Form>
    </article>
  );
}
