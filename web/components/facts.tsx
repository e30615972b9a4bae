/** Small pieces that show facts as they are known: dates, sources, texts in their own language, unknowns. */

import { directionOf } from "shared/i18n/languages.ts";
import { countryName, languageName } from "shared/regions/names.ts";
import { formatDateSpan, formatPartialDate } from "shared/time.ts";
import { type JSX, Show } from "solid-js";
import { type Page, usePage } from "../frame.ts";

/** A date no more exact than its source. */
export function PartialDate(props: { on: string }) {
  const page = usePage();
  return <time datetime={props.on}>{formatPartialDate(props.on, page.locale)}</time>;
}

export function DateSpan(props: { from: string; to: string | null }) {
  const page = usePage();
  return <time datetime={props.from}>{formatDateSpan(props.from, props.to, page.locale)}</time>;
}

/** What no source states is said to be unknown, never guessed. */
export function Unknown() {
  const page = usePage();
  return <span class="unknown">{page.t("facts.unknown")}</span>;
}

/** A text in the language in which it was written. */
export function Original(props: { language: string; children: JSX.Element; class?: string }) {
  const page = usePage();
  return (
    <Show
      when={props.language !== page.language}
      fallback={<span class={props.class}>{props.children}</span>}
    >
      <span lang={props.language} dir={directionOf(props.language)} class={props.class}>
        {props.children}
      </span>
    </Show>
  );
}

export function CountryName(props: { iso2: string }) {
  const page = usePage();
  return <bdi>{countryName(props.iso2, page.language)}</bdi>;
}

export function LanguageName(props: { tag: string }) {
  const page = usePage();
  return <bdi>{languageName(props.tag, page.language)}</bdi>;
}

interface SourceProps {
  source: string | null;
  moreSources?: readonly string[];
  asOf: string | null;
  verified: string | null;
  /** The last day on which somebody looked and found nothing new. */
  checkedOn?: string | null;
}

/** Source, as of when, and how a fact is known: behind one line that opens. */
export function Source(props: SourceProps) {
  const page = usePage();
  return (
    <details class="source">
      <summary>
        {page.t("facts.source")}
        <Show when={props.verified === "record"}>
          {" "}
          <span class="tag">{page.t("facts.toBeConfirmed")}</span>
        </Show>
      </summary>
      <ul>
        <Show when={props.source}>
          {(source) => (
            <li>
              <SourceLink source={source()} />
            </li>
          )}
        </Show>
        {(props.moreSources ?? []).map((source) => (
          <li>
            <SourceLink source={source} />
          </li>
        ))}
        <li>
          {page.t("facts.asOf")}{" "}
          <Show when={props.asOf} fallback={<Unknown />}>
            {(on) => <PartialDate on={on()} />}
          </Show>
        </li>
        <Show when={props.checkedOn}>
          {(on) => (
            <li>
              {page.t("facts.checkedOn")} <PartialDate on={on()} />
            </li>
          )}
        </Show>
        <li>{page.t(props.verified === "page" ? "facts.readOnPage" : "facts.fromRecord")}</li>
      </ul>
    </details>
  );
}

/** A source is an address, or the name of a record, which may hold addresses. */
export function SourceLink(props: { source: string }) {
  return (
    <Show
      when={/^https?:\/\/\S+$/.test(props.source)}
      fallback={props.source.split(ADDRESS).map((part, index) =>
        index % 2 === 1 ? (
          <ExternalLink href={part}>{hostOf(part)}</ExternalLink>
        ) : (
          <Show when={part}>
            <Original language="en">{part}</Original>
          </Show>
        ),
      )}
    >
      <ExternalLink href={props.source}>{hostOf(props.source)}</ExternalLink>
    </Show>
  );
}

const ADDRESS = /(https?:\/\/[^\s;,()]+)/;

export function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, "") ?? url;
}

/** Leaves the platform: the other side is not told from where. Only http addresses become links. */
export function ExternalLink(props: { href: string; children: JSX.Element; language?: string | null }) {
  return (
    <Show when={/^https?:\/\//i.test(props.href)} fallback={<span>{props.children}</span>}>
      <a href={props.href} rel="noreferrer" hreflang={props.language ?? undefined}>
        <bdi>{props.children}</bdi>
      </a>
      <Gone href={props.href} />
    </Show>
  );
}

/** What a curator said of a link that leads nowhere. */
function Gone(props: { href: string }) {
  const page = usePage();
  return (
    <Show when={page.links[props.href]}>
      {(word) => (
        <>
          {" "}
          <span class="tag">{page.t("webLinks.word.gone")}</span>
          <Show when={word().archivedUrl}>
            {(archived) => (
              <>
                {" "}
                <a href={archived()} rel="noreferrer">
                  {page.t("webLinks.word.copy")}
                </a>
              </>
            )}
          </Show>
        </>
      )}
    </Show>
  );
}

const KILO = 1000;

/** How much there is to load. */
export function sizeText(page: Page, bytes: number): string {
  const [value, unit] = bytes < KILO * KILO ? [bytes / KILO, "kilobyte"] : [bytes / KILO / KILO, "megabyte"];
  return new Intl.NumberFormat(page.locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}
