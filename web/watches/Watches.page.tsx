/** What a person watches, or does not want to hear of: each can be changed in place. */
import { type Language, languages } from "shared/i18n/languages.ts";
import { countryName } from "shared/regions/names.ts";
import type { WatchKind, WatchLevel } from "shared/watches/rules.ts";
import { For, Show } from "solid-js";
import { Empty } from "../components/lists.tsx";
import { type Page, usePage } from "../frame.ts";
import { WatchButton } from "./WatchButton.tsx";

export interface WatchesProps {
  rows: readonly Row[];
  csrf: string;
}

interface Row {
  kind: WatchKind;
  target: string;
  level: WatchLevel;
  title: string | null;
  language: string | null;
  names: Record<string, string> | null;
  slug: string | null;
  region: string | null;
}

export function WatchesPage(props: WatchesProps) {
  const page = usePage();
  return (
    <article>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("watch.lead")}</p>
      <p>
        <a href={page.link("account/board-mail")}>{page.t("boardMail.title")}</a>
      </p>
      <Show when={props.rows.length > 0} fallback={<Empty>{page.t("watch.none")}</Empty>}>
        <ul class="cards">
          <For each={props.rows}>
            {(row) => (
              <li class="card">
                <p>
                  <a href={page.link(pathOf(page, row))}>
                    <bdi lang={row.language ?? undefined}>{nameOf(page.language, row)}</bdi>
                  </a>
                </p>
                <WatchButton watch={{ ...row, csrf: props.csrf }} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </article>
  );
}

function nameOf(language: Language, { kind, target, title, names }: Row): string {
  if (kind === "country") return countryName(target, language);
  return title ?? names?.[language] ?? Object.values(names ?? {})[0] ?? target;
}

/** What belongs to all regions stands under the first that there is. */
export function regionFor(page: Page, region: string | null): string {
  return region ?? page.regions[0]?.slug ?? "";
}

function pathOf(page: Page, { kind, target, slug, region }: Row): string {
  const base = regionFor(page, region);
  if (kind === "country") return `${base}/countries/${target.toLowerCase()}`;
  return kind === "thread" ? `${base}/board/threads/${target}` : `${base}/board/${slug}`;
}

export const momentsIn = (page: Page) => {
  const format = new Intl.DateTimeFormat(languages[page.language].locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return (at: string) => `${format.format(new Date(at))} UTC`;
};
