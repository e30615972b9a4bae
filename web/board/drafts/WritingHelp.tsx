/** Stands inside a form of the board: what is typed is kept, and a reply survives a lost network. */
import { usePage } from "../../frame.ts";
import { Island } from "../../island.tsx";
import Writing from "./Writing.island.tsx";

interface WritingHelpProps {
  /** `thread:12`, `board:5`, or of a form of the desk. */
  place: string;
  /** Of a reply: its thread. */
  threadId?: number;
  region: string;
}

export function WritingHelp(props: WritingHelpProps) {
  const page = usePage();
  const { person } = page;
  if (!person) return null;
  const { threadId } = props;
  const thread = `/${page.language}/${props.region}/board/threads/${threadId}`;
  const texts = {
    kept: page.t("drafts.kept"),
    here: page.t("drafts.keptHere"),
    copied: page.t("drafts.copied"),
    found: page.t("drafts.found"),
    restore: page.t("drafts.restore"),
    restored: page.t("drafts.restored"),
    drop: page.t("drafts.drop"),
    dropped: page.t("drafts.dropped"),
    all: page.t("drafts.title"),
    waits: page.t("outbox.waits"),
    later: page.t("outbox.later"),
    signIn: page.t("outbox.signIn"),
    cancel: page.t("outbox.cancel"),
    cancelled: page.t("outbox.cancelled"),
    sent: page.t("outbox.sent"),
    locked: page.t("outbox.refused.locked"),
    suspended: page.t("outbox.refused.suspended"),
    invalid: page.t("outbox.refused.invalid"),
    other: page.t("outbox.refused.other"),
  };
  return (
    <Island
      name="Writing"
      component={Writing}
      props={{
        account: person.account,
        place: props.place,
        reply: threadId === undefined ? null : { threadId, thread },
        reloads: props.place.startsWith("desk:"),
        all: page.link(`${props.region}/board/drafts`),
        texts,
      }}
    />
  );
}

/** Keeps the form as a draft without a script; what it still lacks does not matter. */
export function KeepAsDraft(props: { place: string; region: string }) {
  const page = usePage();
  return (
    <button
      type="submit"
      class="plain-button"
      name="place"
      value={props.place}
      formaction={page.link(`${props.region}/board/drafts/keep`)}
      formenctype="application/x-www-form-urlencoded"
      formnovalidate
    >
      {page.t("drafts.keep")}
    </button>
  );
}
