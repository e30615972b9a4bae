/** Behind the link that ends the desk's weekly letters: one button. */
import { stopDeskMailBody } from "shared/desk/contract.ts";
import { Form, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export function StopDeskMailPage(props: { form: FormState }) {
  const page = usePage();
  return (
    <article>
      <h1>{page.title}</h1>
      <p>{page.t("desk.stop.what")}</p>
      <Form form={props.form} schema={stopDeskMailBody} submit={page.t("desk.letter.stop")}>
        {null}
      </Form>
    </article>
  );
}
