/** The accessibility statement: the aim, what is checked, known limits, and how to report a barrier. */
import { PartialDate } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { type Contact, Contacts } from "./Contacts.tsx";
import { Chapter, Lead, Sentences } from "./Prose.tsx";

/** The day on which the statement was last compared with the pages. */
const WRITTEN_ON = "2026-11-21";

export interface AccessibilityProps {
  contacts: Contact[];
}

export function AccessibilityPage(props: AccessibilityProps) {
  const page = usePage();
  return (
    <article>
      <Lead text="accessibility.lead" />
      <Chapter id="status" title="accessibility.status.title" paragraphs={["accessibility.status.1"]}>
        <p>
          {page.t("accessibility.status.date")} <PartialDate on={WRITTEN_ON} />
        </p>
      </Chapter>
      <Chapter id="checked" title="accessibility.checked.title" paragraphs={[]}>
        <Sentences
          keys={[
            "accessibility.checked.1",
            "accessibility.checked.2",
            "accessibility.checked.3",
            "accessibility.checked.4",
            "accessibility.checked.5",
            "accessibility.checked.6",
          ]}
        />
      </Chapter>
      <Chapter id="limits" title="accessibility.limits.title" paragraphs={[]}>
        <Sentences
          keys={[
            "accessibility.limits.1",
            "accessibility.limits.2",
            "accessibility.limits.3",
            "accessibility.limits.4",
          ]}
        />
      </Chapter>
      <Chapter id="report" title="accessibility.report.title" paragraphs={[]}>
        <Contacts contacts={props.contacts} some="accessibility.report.1" none="accessibility.report.none" />
      </Chapter>
    </article>
  );
}
