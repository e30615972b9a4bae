/** What each feed of a region holds. */
import { boardsOf } from "db/board/queries.ts";
import { type PostEntry, postEntries } from "db/feeds/posts.ts";
import { newsEntries, type ReviewEntry, reviewEntries } from "db/feeds/queries.ts";
import { regionLog } from "db/revisions/queries.ts";
import { actorText, changeLine, type LoggedChange } from "shared/corrections/log.ts";
import { nameIn } from "shared/countries/overview.ts";
import { DATA_LICENCE } from "shared/dumps/addresses.ts";
import { type FeedName, feedAddress } from "shared/feeds/addresses.ts";
import { type Language, languages } from "shared/i18n/languages.ts";
import type { TextKey, Translate } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import { countryName } from "shared/regions/names.ts";
import { formatPartialDate } from "shared/time.ts";
import type { App } from "../app.ts";
import { type AtomEntry, type AtomFeed, atom } from "./atom.ts";

export interface FeedVisit {
  language: Language;
  region: Region;
  t: Translate;
  params: Record<string, string>;
}

/** What readers ask for again and again should be short: the news of some months. */
const NEWS_ENTRIES = 50;
/** All reviews of the largest region, so that none is overtaken by others before it was read. */
const REVIEW_ENTRIES = 200;
/** The changes of some months; a country's page has them all. */
const CHANGE_ENTRIES = 50;

/** Who asks once an hour misses nothing of a lively board. */
const BOARD_ENTRIES = 50;

export async function newsFeed(app: App, visit: FeedVisit): Promise<string> {
  const { language, region } = visit;
  const entries = await newsEntries(app.db.queries, region.slug, NEWS_ENTRIES);
  return feedOf(app, visit, "news", {
    path: "news",
    entries: entries.map((entry) => ({
      id: tag(app, `news/${entry.slug}`),
      title: { text: entry.title, language: entry.language },
      summary: { text: `${entry.summary} (${entry.publisher})`, language: entry.summaryLanguage },
      updated: entry.updatedAt,
      published: entry.publishedOn?.length === 10 ? `${entry.publishedOn}T00:00:00Z` : undefined,
      link: `${app.origin()}/${language}/${region.slug}/news/${entry.slug}`,
      via: entry.url,
      categories: entry.countries.map((iso2) => ({ term: iso2, label: countryName(iso2, language) })),
    })),
  });
}

export async function reviewFeed(app: App, visit: FeedVisit): Promise<string> {
  const db = app.db.queries;
  const [reviews, changes] = await Promise.all([
    reviewEntries(db, visit.region.slug, REVIEW_ENTRIES),
    regionLog(db, visit.region.slug, CHANGE_ENTRIES),
  ]);
  const entries = [
    ...changes.map((change) => changeEntryOf(app, visit, change)),
    ...reviews.map((entry) => reviewEntryOf(app, visit, entry)),
  ];
  return feedOf(app, visit, "reviews", {
    path: "countries",
    entries: entries.toSorted((one, other) => Date.parse(other.updated) - Date.parse(one.updated)),
  });
}

/** What changed, told once and for good. */
function changeEntryOf(app: App, { language, region, t }: FeedVisit, change: LoggedChange): AtomEntry {
  const { id, iso2, at, source, credit } = change;
  const country = countryName(iso2, language);
  const thanks = credit === null ? "" : ` ${t("countryLog.credit", { name: credit })}`;
  return {
    id: tag(app, `changes/${id}/${language}`),
    title: { text: `${country}: ${changeLine(change, language)}`, language },
    summary: { text: `${t(actorText(change))}${thanks}`, language },
    updated: at,
    published: at,
    link: `${app.origin()}/${language}/${region.slug}/countries/${iso2.toLowerCase()}/history#c${id}`,
    via: source && URL.canParse(source) ? source : null,
    categories: [{ term: iso2, label: country }],
  };
}

function reviewEntryOf(app: App, { language, region, t }: FeedVisit, entry: ReviewEntry): AtomEntry {
  const country = nameIn(language, entry);
  const status = t(`countries.status.${entry.status}`);
  const on = entry.asOf && formatPartialDate(entry.asOf, languages[language].locale);
  const dated = on
    ? t("countries.statusAsOf", { status, date: on })
    : t("countries.statusUndated", { status });
  const cycle = t(entry.cycle === 1 ? "countries.view.cycle-1" : "countries.view.cycle-2");
  const confirmed = entry.verified === "record" ? ` (${t("facts.toBeConfirmed")})` : "";
  return {
    // The words differ by language, so the entries do.
    id: tag(app, `reviews/${entry.iso2.toLowerCase()}/${entry.cycle}/${language}`),
    title: { text: `${country}: ${cycle}: ${status}`, language },
    summary: { text: `${country}: ${cycle}: ${dated}${confirmed}`, language },
    updated: entry.updatedAt,
    link: `${app.origin()}/${language}/${region.slug}/countries/${entry.iso2.toLowerCase()}`,
    via: entry.source && URL.canParse(entry.source) ? entry.source : null,
    categories: [{ term: entry.iso2, label: country }],
  };
}

/** The newest posts of the boards that everybody reads, and by which topics the feed is kept. */
export async function boardFeed(app: App, visit: FeedVisit): Promise<{ body: string; rooms: string[] }> {
  const { language, region, t } = visit;
  const boards = (await boardsOf(app.db.queries, region.slug)).filter(
    ({ visibility }) => visibility === "public",
  );
  const ids = boards.map(({ id }) => id);
  const posts = await postEntries(app.db.queries, ids, BOARD_ENTRIES);
  const nameOf = ({ author, isSystem }: PostEntry) =>
    isSystem ? t("board.post.secretariat") : (author ?? t("board.post.removed"));
  const entries = posts.map((post) => ({
    id: tag(app, `posts/${post.id}`),
    title: { text: post.title, language: post.language },
    summary: { text: `${nameOf(post)}: ${shortened(post.body)}`, language: post.language },
    updated: post.updatedAt,
    published: post.createdAt,
    link: `${app.origin()}/${language}/${region.slug}/board/threads/${post.threadId}?post=${post.number}#p${post.number}`,
    categories: post.countries.map((iso2) => ({ term: iso2, label: countryName(iso2, language) })),
  }));
  return {
    body: feedOf(app, visit, "board", { path: "board", entries }),
    rooms: ids.map((id) => `board:${id}`),
  };
}

/** As much as tells whether one wants to read on. */
const SUMMARY = 500;

function shortened(text: string): string {
  return text.length > SUMMARY ? `${text.slice(0, SUMMARY).replace(/\s\S*$/, "")} …` : text;
}

const words: Record<Exclude<FeedName, "events">, { title: TextKey; subtitle: TextKey }> = {
  news: { title: "feeds.news", subtitle: "feeds.news.about" },
  reviews: { title: "feeds.reviews", subtitle: "feeds.reviews.about" },
  board: { title: "feeds.board", subtitle: "feeds.board.about" },
};

interface FeedContent {
  /** The page of the region that shows the same. */
  path: string;
  entries: AtomFeed["entries"];
}

function feedOf(
  app: App,
  { language, region, t }: FeedVisit,
  name: Exclude<FeedName, "events">,
  content: FeedContent,
): string {
  const origin = app.origin();
  return atom({
    id: tag(app, `${region.slug}/${name}/${language}`),
    language,
    title: t(words[name].title, { region: regionName(region.names, language) }),
    subtitle: t(words[name].subtitle),
    author: { name: t("frame.name"), uri: `${origin}/${language}` },
    self: origin + feedAddress(language, region.slug, name),
    link: `${origin}/${language}/${region.slug}/${content.path}`,
    icon: `${origin}/icon.svg`,
    licence: DATA_LICENCE,
    entries: content.entries,
  });
}

function regionName(names: Record<string, string>, language: Language): string {
  return names[language] ?? names.en ?? "";
}

/** A tag URI (RFC 4151): the same for good, also when addresses change. 2026 is the year in which the tags began. */
function tag(app: App, specific: string): string {
  return `tag:${new URL(app.origin()).hostname},2026:${specific}`;
}
