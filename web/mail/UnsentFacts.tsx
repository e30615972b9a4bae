/** What is known of a letter that could not be sent. */
import type { UnsentLetter } from "shared/mail/contract.ts";
import { usePage } from "../frame.ts";

export function UnsentFacts(props: { letter: UnsentLetter }) {
  const { t } = usePage();
  const { category, writtenAt, tries, reason } = props.letter;
  return (
    <dl class="facts">
      <dt>{t("mail.unsent.kind")}</dt>
      <dd>{category === null ? t("mail.unsent.unreadable") : <bdi>{category}</bdi>}</dd>
      <dt>{t("mail.unsent.when")}</dt>
      <dd>
        <bdi dir="ltr">{writtenAt}</bdi>
      </dd>
      <dt>{t("mail.unsent.tries")}</dt>
      <dd>{tries}</dd>
      <dt>{t("mail.unsent.reason")}</dt>
      <dd>
        <bdi dir="ltr">{reason}</bdi>
      </dd>
    </dl>
  );
}
