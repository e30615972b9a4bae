/** What every page has: skip link, quick exit, languages, search, the region's rooms, footer. */
import { For, type JSX, Show } from "solid-js";
import { Bell } from "../board/Bell.tsx";
import { ownNames } from "../document.ts";
import { usePage } from "../frame.ts";

export function Shell(props: { children: JSX.Element }) {
  const page = usePage();
  return (
    <>
      <a class="skip" href="#content">
        {page.t("frame.skip")}
      </a>
      <header>
        <TopBar />
        <div class="masthead wrap">
          <p class="brand">
            <a href={page.link("")}>{page.t("frame.name")}</a>
          </p>
          <Show when={page.region}>{(region) => <SearchForm region={region().slug} />}</Show>
        </div>
        <Show when={page.region} fallback={<RegionLinks />}>
          {(region) => <RoomLinks slug={region().slug} name={page.regionName(region())} />}
        </Show>
      </header>
      <main id="content" class="wrap" tabindex="-1">
        <Show when={page.done}>
          <p class="notice" role="status">
            {page.done}
          </p>
        </Show>
        <For each={page.notices}>{(notice) => <p class="notice">{notice}</p>}</For>
        {props.children}
      </main>
      <Footer />
    </>
  );
}

/** Where a person in danger goes at once: a page that everybody visits, and that does not say where from. */
const EXIT = "https://www.wikipedia.org/";

function TopBar() {
  const page = usePage();
  const other = () => (page.saver ? page.search : `${page.search}${page.search === "" ? "?" : "&"}saver=1`);
  return (
    <div class="topbar wrap">
      <nav aria-label={page.t("frame.languages")}>
        <ul class="row">
          <For each={ownNames}>
            {(language) => (
              <li>
                <a
                  href={page.linkIn(
                    language.code,
                    page.path,
                    page.saver ? saverSearch(page.search) : page.search,
                  )}
                  lang={language.code}
                  hreflang={language.code}
                  aria-current={language.code === page.language ? "true" : undefined}
                >
                  {language.name}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <a class="exit" href={EXIT} rel="noreferrer nofollow" data-exit="">
        {page.t("frame.exit")}
      </a>
      <a href={page.linkIn(page.language, page.path, other())} rel="nofollow">
        {page.t(page.saver ? "frame.saverOff" : "frame.saverOn")}
      </a>
      <Bell />
      <a href={page.link(page.person ? "account" : "sign-in")} rel="nofollow">
        {page.t(page.person ? "account.title" : "signIn.title")}
      </a>
    </div>
  );
}

function saverSearch(search: string): string {
  return `${search}${search === "" ? "?" : "&"}saver=1`;
}

function SearchForm(props: { region: string }) {
  const page = usePage();
  return (
    <form class="search" role="search" action={page.link(`${props.region}/search`).split("?")[0]}>
      <label class="visually-hidden" for="site-search">
        {page.t("frame.searchIn")}
      </label>
      <input
        id="site-search"
        type="search"
        name="q"
        placeholder={page.t("frame.searchIn")}
        autocomplete="off"
      />
      <Show when={page.saver}>
        <input type="hidden" name="saver" value="1" />
      </Show>
      <button type="submit">{page.t("frame.search")}</button>
    </form>
  );
}

const rooms = ["countries", "organisations", "news", "events", "resources", "partners", "board"] as const;

function RoomLinks(props: { slug: string; name: string }) {
  const page = usePage();
  const current = (path: string) =>
    page.path === path ? "page" : page.path.startsWith(`${path}/`) ? "true" : undefined;
  return (
    <nav class="rooms" aria-label={props.name}>
      <ul class="row wrap">
        <li>
          <a
            class="region"
            href={page.link(props.slug)}
            aria-current={page.path === props.slug ? "page" : undefined}
          >
            {props.name}
          </a>
        </li>
        <For each={rooms}>
          {(room) => (
            <li>
              <a href={page.link(`${props.slug}/${room}`)} aria-current={current(`${props.slug}/${room}`)}>
                {page.t(`frame.room.${room}`)}
              </a>
            </li>
          )}
        </For>
        <li>
          <a href={page.link(`${props.slug}/join`)} aria-current={current(`${props.slug}/join`)}>
            {page.t("applications.nav")}
          </a>
        </li>
        <Show when={page.desk.length > 0}>
          <li>
            <a href={page.link(`${props.slug}/desk`)} aria-current={current(`${props.slug}/desk`)}>
              {page.t("desk.name")}
            </a>
          </li>
        </Show>
      </ul>
    </nav>
  );
}

function RegionLinks() {
  const page = usePage();
  return (
    <nav class="rooms" aria-label={page.t("frame.regions")}>
      <ul class="row wrap">
        <For each={page.regions}>
          {(region) => (
            <li>
              <a href={page.link(region.slug)}>{page.regionName(region)}</a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

const about = ["about", "rules", "privacy", "accessibility"] as const;

function Footer() {
  const page = usePage();
  return (
    <footer>
      <div class="wrap">
        <ul class="row">
          <For each={about}>
            {(name) => (
              <li>
                <a href={page.link(name)}>{page.t(`frame.${name}`)}</a>
              </li>
            )}
          </For>
          <li>
            <a href={`${page.link("about").split("?")[0]}#data`}>{page.t("frame.data")}</a>
          </li>
        </ul>
        <p class="muted">{page.t("frame.licence")}</p>
      </div>
    </footer>
  );
}
