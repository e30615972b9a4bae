/** Privacy: what is not collected, what is kept in memory, what others can see, and what the quick exit cannot do. */
import { usePage } from "../frame.ts";
import { Chapter, Lead } from "./Prose.tsx";

export function PrivacyPage(_props: Record<never, never>) {
  const page = usePage();
  return (
    <article>
      <Lead text="privacy.lead" />
      <Chapter
        id="cookies"
        title="privacy.cookies.title"
        paragraphs={["privacy.cookies.1", "privacy.cookies.2", "privacy.cookies.3"]}
      />
      <Chapter
        id="address"
        title="privacy.address.title"
        paragraphs={["privacy.address.1", "privacy.address.2"]}
      />
      <Chapter
        id="accounts"
        title="privacy.accounts.title"
        paragraphs={["privacy.accounts.1", "privacy.accounts.2", "privacy.accounts.3", "privacy.accounts.4"]}
        values={{ account: page.t("privacy.accounts.place") }}
      />
      <Chapter
        id="sent"
        title="privacy.sent.title"
        paragraphs={["privacy.sent.1", "privacy.sent.2", "privacy.sent.4", "privacy.sent.3"]}
      />
      <Chapter id="memory" title="privacy.memory.title" paragraphs={["privacy.memory.1"]} />
      <Chapter
        id="others"
        title="privacy.others.title"
        paragraphs={["privacy.others.1", "privacy.others.2"]}
      />
      <Chapter
        id="exit"
        title="privacy.exit.title"
        paragraphs={["privacy.exit.1", "privacy.exit.2"]}
        values={{ exit: page.t("frame.exit") }}
      />
      <Chapter
        id="people"
        title="privacy.people.title"
        paragraphs={["privacy.people.1", "privacy.people.2"]}
      />
    </article>
  );
}
