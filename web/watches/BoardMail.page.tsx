/** How often letters of the board come, and what others there are shown of oneself. */
import { BoardMailForm } from "shared/watches/contract.ts";
import { mailRhythms } from "shared/watches/rules.ts";
import { Check, Form, type FormState, Radios } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export function BoardMailPage(props: { form: FormState }) {
  const page = usePage();
  const options = mailRhythms.map((value) => ({ value, label: page.t(`boardMail.rhythm.${value}`) }));
  return (
    <article>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("boardMail.lead")}</p>
      <Form form={props.form} schema={BoardMailForm} submit={page.t("account.save")}>
        <Radios name="mail" label={page.t("boardMail.when")} options={options} />
        <h2>{page.t("boardMail.shown")}</h2>
        <p>{page.t("boardMail.shownHint")}</p>
        <Check name="presence" label={page.t("boardMail.presence")} />
        <Check name="typing" label={page.t("boardMail.typing")} />
      </Form>
      <p>{page.t("boardMail.discreet")}</p>
      <ul class="plain">
        <li>
          <a href={page.link("account")}>{page.t("account.letters")}</a>
        </li>
        <li>
          <a href={page.link("account/watches")}>{page.t("watch.title")}</a>
        </li>
        <li>
          <a href={page.link("account/notifications")}>{page.t("watch.notifications")}</a>
        </li>
      </ul>
    </article>
  );
}
