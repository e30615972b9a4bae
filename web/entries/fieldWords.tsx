/** The fields of what is written at the desk in words: what they are called, and what stands in them. */
import { isTextKey } from "shared/i18n/text.ts";
import { countryName, languageName } from "shared/regions/names.ts";
import { For, Show } from "solid-js";
import { type Page, usePage } from "../frame.ts";

export function fieldLabel(page: Page, field: string): string {
  const key = `entries.field.${field}`;
  return isTextKey(key) ? page.t(key) : field;
}

function wordsOf(page: Page, field: string, value: unknown): string[] {
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(page, field, one));
  if (typeof value === "boolean") return [page.t(value ? "facts.yes" : "facts.no")];
  if (typeof value === "object")
    return [
      Object.entries(value)
        .flatMap(([name, part]) => wordsOf(page, name, part))
        .join(" · "),
    ];
  const text = String(value);
  if (field === "countries" || field === "iso2") return [countryName(text, page.language)];
  if (/language/i.test(field)) return [languageName(text, page.language)];
  if (field === "kind") return [kindName(page, text)];
  if (field === "regions") return [regionName(page, text)];
  return [text];
}

/** Kinds of all rooms: the same word means the same in each. */
function kindName(page: Page, kind: string): string {
  const keys = ["resources", "events", "partners"].map((room) => `${room}.kind.${kind}`);
  const key = keys.find(isTextKey);
  return key && isTextKey(key) ? page.t(key) : kind;
}

function regionName(page: Page, slug: string): string {
  return page.regions.find((region) => region.slug === slug)?.names[page.language] ?? slug;
}

/** A value as it would be read, a line for each. */
export function EntryValue(props: { field: string; value: unknown }) {
  const page = usePage();
  const lines = wordsOf(page, props.field, props.value);
  return (
    <Show when={lines.length > 0} fallback={<span class="unknown">{page.t("entries.nothing")}</span>}>
      <For each={lines}>
        {(line) => (
          <div>
            <bdi>{line}</bdi>
          </div>
        )}
      </For>
    </Show>
  );
}

/** A moment in UTC, to the minute. */
export function momentText(page: Page, at: string): string {
  return new Intl.DateTimeFormat(page.locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
    ...(page.language === "en" ? { hour12: false } : {}),
  }).format(new Date(at));
}
