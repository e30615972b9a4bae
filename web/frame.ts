/** What surrounds every page: its language, its address, its links, and how a component reaches them. */

import type { DeskPath } from "shared/desk/rules.ts";
import { type Direction, type Language, languages } from "shared/i18n/languages.ts";
import type { Translate } from "shared/i18n/text.ts";
import { memoised } from "shared/memoised.ts";
import type { Region } from "shared/regions/contract.ts";
import type { LinkWords } from "shared/webLinks/contract.ts";
import { createContext, useContext } from "solid-js";
import type { Geometry } from "./map/geometry.ts";

export interface Feed {
  href: string;
  type: string;
  title: string;
}

export interface Assets {
  css: string;
  js: string;
}

/** Everything that a page needs beside its own props. Plain data, made by the server for one request. */
export interface Frame {
  language: Language;
  t: Translate;
  /** The address below the language, without a leading slash: "africa/countries". */
  path: string;
  /** The query as sent, canonical, without `saver`; "" or "?…". */
  search: string;
  /** Data saver: no islands, no pictures. */
  saver: boolean;
  region: Region | null;
  regions: readonly Region[];
  /** The shapes of all maps that this instance shows. */
  maps: Geometry;
  /** Where the platform is reached, without a trailing slash. */
  origin: string;
  assets: Assets;
  title: string;
  description: string;
  /** Sentences about what could not be done as asked. */
  notices: readonly string[];
  /** What was just done, in a sentence. */
  done: string | null;
  /** Who is signed in; `account` tells apart what several people keep in one browser, and nothing else. */
  person: { handle: string; account: string } | null;
  /** The pages of the region's desk that this person may open. */
  desk: readonly DeskPath[];
  /** Kept out of search engines and the sitemap. */
  noIndex: boolean;
  jsonLd: readonly object[];
  feeds: readonly Feed[];
  /** What is said beside links to the web that lead nowhere, by address. */
  links: LinkWords;
  /** Today in UTC, `YYYY-MM-DD`. */
  today: string;
}

export type Query = Record<string, string | number | readonly (string | number)[] | undefined | null>;

export interface Page extends Frame {
  dir: Direction;
  locale: string;
  /** An address of the platform in the page's language; the data saver stays as chosen. */
  link(path: string, query?: Query): string;
  /** The same in another language. */
  linkIn(language: Language, path: string, query?: string): string;
  number(value: number): string;
  regionName(region: Region): string;
  /** Unique within the page, for ids that markup refers to. */
  nextId(prefix: string): string;
}

function queryString(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") parameters.append(key, String(one));
    }
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

const numbersIn = memoised((locale: string) => {
  const format = new Intl.NumberFormat(locale);
  return memoised((value: number) => format.format(value));
});

export function pageOf(frame: Frame): Page {
  const { dir, locale } = languages[frame.language];
  let ids = 0;
  return {
    ...frame,
    dir,
    locale,
    link: (path, query) => {
      const asked = frame.saver ? { ...query, saver: 1 } : query;
      return `/${frame.language}${path === "" ? "" : `/${path}`}${asked ? queryString(asked) : ""}`;
    },
    linkIn: (language, path, query = "") => `/${language}${path === "" ? "" : `/${path}`}${query}`,
    number: numbersIn(locale),
    regionName: (region) => region.names[frame.language] ?? region.names.en ?? region.slug,
    nextId: (prefix) => `${prefix}${++ids}`,
  };
}

export const PageContext = createContext<Page>();

/** The page that is being rendered; throws outside of one. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("usePage is called outside of a page");
  return page;
}
