/** What waits in the reader's words: what it is called, what it is about, for how long, and who took it on. */
import type { Waiting } from "db/desk/queries.ts";
import { ago } from "shared/ago.ts";
import { factOf, isFactKind } from "shared/corrections/facts.ts";
import { cycleText } from "shared/corrections/words.ts";
import { deskPath } from "shared/desk/paths.ts";
import { type DeskKind, waitingKinds } from "shared/desk/rules.ts";
import { type Language, languages } from "shared/i18n/languages.ts";
import { isTextKey, type TextKey, textsIn } from "shared/i18n/text.ts";
import { countryName } from "shared/regions/names.ts";
import type { WaitingThing } from "web/render";

interface Reader {
  personId: number;
  language: Language;
  now: Date;
}

export function thingFor(waiting: Waiting, { personId, language, now }: Reader): WaitingThing {
  const { kind, ref, since, takenBy } = waiting;
  const { answers, aside } = waitingKinds[kind];
  const by = takenBy?.handle ?? "";
  return {
    kind,
    id: `${kind}/${ref}`,
    answers,
    aside,
    path: deskPath(waiting),
    ...namesOf(waiting, language),
    since,
    age: ageOf(since, language, now),
    takenBy: takenBy && { handle: by, mine: takenBy.id === personId },
  };
}

export function ageOf(since: string, language: Language, now: Date): string {
  return ago(languages[language].locale, (now.getTime() - Date.parse(since)) / 1000);
}

/** A name as somebody wrote it, what of it is meant, and how it stands. */
function namesOf(
  { kind, title, iso2, what, count }: Waiting,
  language: Language,
): Pick<WaitingThing, "name" | "about" | "note"> {
  const t = textsIn(language);
  const named = title ?? (iso2 === null ? t(`desk.kind.${kind}`) : countryName(iso2, language));
  const plain = { name: named, about: null, note: null };
  switch (kind) {
    case "correction":
      return { ...plain, about: factLabel(what ?? "", language) };
    case "fact":
      return { ...plain, about: t(what === null ? "desk.fact.country" : cycleText(Number(what))) };
    case "flag":
    case "approval":
      return { ...plain, note: t("moderation.number", { number: Number(what) }) };
    case "appeal":
      return { ...plain, name: t("moderation.queue.appealAbout", { action: t(actionKey(what)) }) };
    case "inbox":
      return { ...plain, name: t("desk.count.inbox", { count: count ?? 0 }) };
    default:
      return { ...plain, note: noteOf(`${noteTexts[kind]}${what}`, language) };
  }
}

/** What the words for `what` begin with. */
const noteTexts: Partial<Record<DeskKind, string>> = {
  application: "applications.kind.",
  proposal: "desk.nav.",
  unpublished: "desk.nav.",
  link: "desk.link.",
  outcome: "events.kind.",
};

function actionKey(what: string | null): TextKey {
  const key = `moderation.action.${what}`;
  return isTextKey(key) ? key : "moderation.action.keep";
}

function noteOf(key: string, language: Language): string | null {
  return isTextKey(key) ? textsIn(language)(key) : null;
}

/** `what` as "review status". */
function factLabel(what: string, language: Language): string | null {
  const [kind = "", field = ""] = what.split(" ");
  const fact = isFactKind(kind) ? factOf(kind, field) : null;
  return fact && textsIn(language)(fact.label);
}
