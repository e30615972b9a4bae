/** The region's search: one box, hits by kind with what matched marked, and a way on where there are none. */
import type { SearchGroup, SearchHit, SearchPageQuery, SearchReply } from "shared/search/contract.ts";
import { For, Show } from "solid-js";
import { CountryName, Original } from "../components/facts.tsx";
import { Empty, NextPage, totalText } from "../components/lists.tsx";
import { FollowLink } from "../follows/FollowLink.tsx";
import { type Page, usePage } from "../frame.ts";
import { Corrected } from "./Corrected.tsx";
import { Marked } from "./Marked.tsx";

export interface SearchProps {
  query: SearchPageQuery;
  reply: SearchReply;
  /** Slugs of regions that have all the words where this one has not. */
  elsewhere: string[];
}

export function SearchPage(props: SearchProps) {
  const page = usePage();
  const path = `${page.region?.slug}/search`;
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("search.lead")}</p>
      <SearchBox path={path} query={props.query} />
      <Show when={props.query.q} fallback={<Examples path={path} />}>
        <Corrected corrected={props.reply.corrected} path={path} query={props.query} />
        <Show when={!props.reply.allWords}>
          <p class="notice">{page.t("search.someWords")}</p>
        </Show>
        <Elsewhere {...props} />
        <Show when={props.query.kind}>
          <p>
            <a href={page.link(path, { q: props.query.q })}>{page.t("search.allKinds")}</a>
          </p>
        </Show>
        <For each={props.reply.groups} fallback={<Nothing />}>
          {(group) => <Group group={group} path={path} query={props.query} />}
        </For>
        <FollowLink region={page.region?.slug ?? ""} q={props.query.q} />
      </Show>
    </>
  );
}

function SearchBox(props: { path: string; query: SearchPageQuery }) {
  const page = usePage();
  return (
    <form class="search" action={page.link(props.path).split("?")[0]}>
      <label for="search">{page.t("search.words")}</label>
      <input id="search" type="search" name="q" value={props.query.q ?? ""} />
      <Show when={props.query.kind}>{(kind) => <input type="hidden" name="kind" value={kind()} />}</Show>
      <Show when={page.saver}>
        <input type="hidden" name="saver" value="1" />
      </Show>
      <button type="submit">{page.t("frame.search")}</button>
    </form>
  );
}

function Group(props: { group: SearchGroup; path: string; query: SearchPageQuery }) {
  const page = usePage();
  const { group, query, path } = props;
  const more = () => query.kind === undefined && (group.total > group.items.length || group.totalIsAtLeast);
  return (
    <section aria-labelledby={`hits-${group.kind}`}>
      <h2 id={`hits-${group.kind}`}>
        {group.kind === "posts" ? page.t("search.onBoard") : page.t(`frame.room.${group.kind}`)}{" "}
        <span class="muted">({totalText(page, "search.hits", group)})</span>
      </h2>
      <ul class="plain hits">
        <For each={group.items}>{(hit) => <Hit hit={hit} />}</For>
      </ul>
      <Show when={more()}>
        <p>
          <a href={page.link(path, { q: query.q, kind: group.kind })}>{page.t(`search.all.${group.kind}`)}</a>
        </p>
      </Show>
      <NextPage href={group.next && page.link(path, { ...query, after: group.next })} />
    </section>
  );
}

/** Enough to see why it was found. */
const MOST_COUNTRIES = 4;

function addressOf(page: Page, path: string): string {
  const [before = "", place] = path.split("#");
  const [below = "", query] = before.split("?");
  const address = page.link(below, Object.fromEntries(new URLSearchParams(query)));
  return place === undefined ? address : `${address}#${place}`;
}

function Hit(props: { hit: SearchHit }) {
  const page = usePage();
  const { hit } = props;
  return (
    <li>
      <h3>
        <a href={addressOf(page, hit.path)}>
          <bdi lang={hit.titleLanguage === page.language ? undefined : hit.titleLanguage}>
            <Marked text={hit.title} marks={hit.titleMarks} />
          </bdi>
        </a>
      </h3>
      <Show when={hit.countries.length > 0 && hit.kind !== "countries"}>
        <p class="muted">
          <For each={hit.countries.slice(0, MOST_COUNTRIES)}>
            {(iso2, place) => (
              <>
                {place() > 0 ? " · " : ""}
                <CountryName iso2={iso2} />
              </>
            )}
          </For>
          {hit.countries.length > MOST_COUNTRIES ? " …" : ""}
        </p>
      </Show>
      <Show when={hit.excerpt !== ""}>
        <p>
          <Original language={hit.language}>
            <Marked text={hit.excerpt} marks={hit.excerptMarks} />
          </Original>
        </p>
      </Show>
    </li>
  );
}

function Elsewhere(props: SearchProps) {
  const page = usePage();
  return (
    <For each={page.regions.filter(({ slug }) => props.elsewhere.includes(slug))}>
      {(region) => (
        <p>
          <a href={page.link(`${region.slug}/search`, { q: props.query.q })}>
            {page.t("search.elsewhere", { region: page.regionName(region) })}
          </a>
        </p>
      )}
    </For>
  );
}

const rooms = ["countries", "organisations", "news", "events", "resources"] as const;

function Nothing() {
  const page = usePage();
  return (
    <Empty>
      <p>{page.t("search.nothing")}</p>
      <p>{page.t("search.advice")}</p>
      <ul class="row">
        <For each={rooms}>
          {(room) => (
            <li>
              <a href={page.link(`${page.region?.slug}/${room}`)}>{page.t(`frame.room.${room}`)}</a>
            </li>
          )}
        </For>
      </ul>
    </Empty>
  );
}

const examples = [
  "specialization.asset-recovery",
  "specialization.whistleblower-protection",
  "specialization.political-finance",
  "specialization.gender",
] as const;

function Examples(props: { path: string }) {
  const page = usePage();
  return (
    <>
      <p>{page.t("search.advice")}</p>
      <p>{page.t("search.examples")}</p>
      <ul>
        <For each={examples}>
          {(key) => (
            <li>
              <a href={page.link(props.path, { q: page.t(key) })} rel="nofollow">
                {page.t(key)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
