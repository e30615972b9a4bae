/** One letter that could not be sent: send it again, or discard it for good. */
import type { UnsentLetter } from "shared/mail/contract.ts";
import { ButtonForm, type FormState } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { UnsentFacts } from "./UnsentFacts.tsx";

export interface UnsentOneProps {
  form: FormState;
  letter: UnsentLetter;
}

export function UnsentOnePage(props: UnsentOneProps) {
  const page = usePage();
  const { form } = props;
  return (
    <article>
      <Breadcrumbs trail={[{ href: page.link("steward/mail"), text: page.t("mail.unsent.title") }]} />
      <h1>{page.title}</h1>
      <UnsentFacts letter={props.letter} />
      <ButtonForm
        form={form}
        action={form.action}
        values={{ decision: "again" }}
        label={page.t("mail.unsent.again")}
      />
      <p>{page.t("mail.unsent.discardMeans")}</p>
      <ButtonForm
        form={form}
        action={form.action}
        values={{ decision: "discard" }}
        label={page.t("mail.unsent.discard")}
      />
    </article>
  );
}
