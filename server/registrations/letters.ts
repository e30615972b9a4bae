/** The letters of a registration: each says which event it is about, when and where, and leads to where it can be ended. */
import type { Registered } from "db/registrations/queries.ts";
import type { Event } from "shared/events/contract.ts";
import { momentsInWords } from "shared/events/moments.ts";
import { isLanguage, type Language, languages } from "shared/i18n/languages.ts";
import { type TextKey, textsIn } from "shared/i18n/text.ts";
import { countryName } from "shared/regions/names.ts";
import { CONFIRM_HOURS } from "shared/registrations/rules.ts";
import { formatDateSpan } from "shared/time.ts";
import type { App } from "../app.ts";
import type { Letter } from "../mail/letter.ts";
import { endPath, eventPath } from "./addresses.ts";

const says = {
  confirmed: "registrations.letter.confirmed",
  waiting: "registrations.letter.waiting",
  movedUp: "registrations.letter.movedUp",
  known: "registrations.letter.known",
  reminder: "registrations.letter.reminder",
  changed: "registrations.letter.changed",
  cancelled: "registrations.letter.cancelled",
  removed: "registrations.letter.removed",
} as const satisfies Record<string, TextKey>;

export type Occasion = keyof typeof says;

/** After these nothing is left to be ended. */
const ENDED: readonly Occasion[] = ["cancelled", "removed"];

export function letterOf(app: App, event: Event, registered: Registered, occasion: Occasion): Letter {
  const language = languageOf(registered);
  const t = textsIn(language);
  const lines = [t(says[occasion], { title: event.title }), ...whenAndWhere(event, language)];
  const letter = { ...addressed(registered, event), category: `registration-${occasion}` };
  if (ENDED.includes(occasion)) return { ...letter, lines };
  return {
    ...letter,
    lines: [...lines, t("registrations.letter.end")],
    button: {
      label: t("registrations.letter.show"),
      url: app.origin() + endPath(app, event, { ...registered, language }),
    },
  };
}

/** Whether it was the reader who asked, only the reader knows. */
export function confirmingLetter(app: App, event: Event, registered: Registered, token: string): Letter {
  const language = languageOf(registered);
  const t = textsIn(language);
  const below = `${eventPath(app, event)}/register/confirm`;
  return {
    ...addressed(registered, event),
    category: "registration-confirm",
    lines: [
      t("registrations.letter.asked", { title: event.title }),
      ...whenAndWhere(event, language),
      t("registrations.letter.once", { count: CONFIRM_HOURS }),
    ],
    button: {
      label: t("registrations.confirm.submit"),
      url: `${app.origin()}/${language}/${below}?${new URLSearchParams({ token })}`,
    },
  };
}

function languageOf({ language }: Pick<Registered, "language">): Language {
  return isLanguage(language) ? language : "en";
}

/** Names the event in its subject only to somebody who chose that letters may tell. */
function addressed(
  registered: Registered,
  { title }: Event,
): Pick<Letter, "to" | "language" | "subject" | "tellingSubject"> {
  const { email, personId } = registered;
  const language = languageOf(registered);
  const t = textsIn(language);
  const subject = t("registrations.letter.tellingSubject", { title });
  return {
    to: email,
    language,
    subject: t("registrations.letter.subject"),
    ...(personId === null ? {} : { tellingSubject: { personId, subject } }),
  };
}

function whenAndWhere(event: Event, language: Language): string[] {
  const t = textsIn(language);
  const { locale } = languages[language];
  const moments = momentsInWords(event, locale);
  const days = event.startsOn && formatDateSpan(event.startsOn, event.endsOn, locale);
  const when = moments === null ? days : [moments.own, moments.utc].filter(Boolean).join(" · ");
  const where = [
    event.place && `${event.place.name}${t("events.comma")}${countryName(event.place.iso2, language)}`,
    event.online === null ? null : t(event.online ? "events.online" : "events.inPerson"),
  ];
  return [
    ...(when ? [t("registrations.letter.when", { when })] : []),
    ...(where.some(Boolean)
      ? [t("registrations.letter.where", { where: where.filter(Boolean).join(" · ") })]
      : []),
  ];
}
