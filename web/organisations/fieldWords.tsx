/** The fields of a profile in words, for what changed of them. */
import { directionOf } from "shared/i18n/languages.ts";
import type { Specialization } from "shared/organisations/contract.ts";
import { isContact, isVisibility } from "shared/organisations/rules.ts";
import { countryName, languageName } from "shared/regions/names.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { type Page, usePage } from "../frame.ts";
import { contactName } from "./EditContacts.tsx";
import { articleNumbers, specializationName } from "./organisationWords.ts";

const named = {
  name: "edit.name",
  nameLocal: "edit.nameLocal",
  acronym: "edit.acronym",
  names: "edit.otherNames",
  iso2: "edit.country",
  city: "edit.city",
  foundedYear: "edit.founded",
  specializations: "edit.specializations",
  languages: "edit.languages",
  summary: "edit.summary",
  language: "edit.language",
  logo: "edit.logo",
  uncacCoalitionMember: "organisations.member",
} as const;

export function fieldName(page: Page, field: string): string {
  if (isContact(field)) return contactName(page, field);
  const [head, contact = ""] = field.split(".", 2);
  if (head === "visibility" && isContact(contact))
    return page.t("history.visibility", { field: contactName(page, contact) });
  if (field.startsWith("activity:")) return page.t("history.activity");
  const key = Object.entries(named).find(([name]) => name === field)?.[1];
  return key === undefined ? field : page.t(key);
}

interface ValueProps {
  field: string;
  value: unknown;
  specializations: readonly Specialization[];
}

/** A value of a field as its page would show it, in lines. */
export function FieldValue(props: ValueProps) {
  const page = usePage();
  const lines = linesOf(page, props);
  return (
    <Show when={lines.length > 0} fallback={<span class="unknown">{page.t("history.empty")}</span>}>
      <For each={lines}>
        {(line) => (
          <div>
            <bdi lang={line.language} dir={line.language ? directionOf(line.language) : undefined}>
              {line.text}
            </bdi>
          </div>
        )}
      </For>
    </Show>
  );
}

interface Line {
  text: string;
  language?: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown) => (typeof value === "string" ? value : "");

function linesOf(page: Page, { field, value, specializations }: ValueProps): Line[] {
  if (value === null || value === undefined || value === "") return [];
  if (field === "logo") return value === true ? [{ text: page.t("history.logoYes") }] : [];
  if (typeof value === "boolean") return [{ text: page.t(value ? "facts.yes" : "facts.no") }];
  if (isVisibility(value) && field.startsWith("visibility."))
    return [{ text: page.t(`edit.visibility.${value}`) }];
  if (Array.isArray(value)) return value.map((one) => lineOf(page, field, one, specializations));
  if (isRecord(value)) return field === "city" ? [{ text: textOf(value.name) }] : activityLines(page, value);
  return [lineOf(page, field, value, specializations)];
}

function lineOf(page: Page, field: string, value: unknown, known: readonly Specialization[]): Line {
  if (isRecord(value)) {
    const language = textOf(value.language);
    return { text: `${textOf(value.name)} (${languageName(language, page.language)})` };
  }
  const text = String(value);
  if (field === "iso2") return { text: countryName(text, page.language) };
  if (field === "language" || field === "languages") return { text: languageName(text, page.language) };
  if (field === "specializations") return { text: specializationName(page, text, known) };
  if (field === "foundedYear") return { text: formatPartialDate(text, page.locale) };
  return { text };
}

function activityLines(page: Page, activity: Record<string, unknown>): Line[] {
  const dates = [activity.startedOn, activity.endedOn]
    .map(textOf)
    .filter((date) => date !== "")
    .map((date) => formatPartialDate(date, page.locale));
  const articles = Array.isArray(activity.uncacArticles) ? activity.uncacArticles.map(Number) : [];
  const status = activity.status === "current" ? "current" : "past";
  return [
    { text: textOf(activity.title) },
    { text: [page.t(`organisations.${status}`), ...dates].join(" · ") },
    { text: textOf(activity.summary) },
    { text: textOf(activity.url) },
    {
      text:
        articles.length > 0
          ? page.t("organisations.articles", {
              count: articles.length,
              articles: articleNumbers(page, articles),
            })
          : "",
    },
  ].filter(({ text }) => text !== "");
}
