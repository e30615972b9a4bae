/** All feeds, calendars, files and the interface for programs, as links. */

import { dumpAddress, dumpNames, formatsOf } from "shared/dumps/addresses.ts";
import { feedAddress, feedNames, feedType } from "shared/feeds/addresses.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { For } from "solid-js";
import { usePage } from "../frame.ts";
import { Chapter } from "./Prose.tsx";

export function DataChapter() {
  const page = usePage();
  return (
    <Chapter id="data" title="about.data.title" paragraphs={["about.data.1"]}>
      <h3 id="feeds">{page.t("about.feeds.title")}</h3>
      <p>{page.t("about.feeds.1")}</p>
      <Feeds />
      <h3 id="files">{page.t("about.files.title")}</h3>
      <p>{page.t("about.files.1")}</p>
      <Files />
      <h3 id="api">{page.t("about.api.title")}</h3>
      <p>{page.t("about.api.1")}</p>
      <ul>
        <li>
          <a href="/api/v1/regions">{page.t("about.api.regions")}</a>
        </li>
        <li>
          <a href="/api/openapi.json">{page.t("about.api.description")}</a>
        </li>
        <li>
          <a href="/sitemap.xml">{page.t("about.api.sitemap")}</a>
        </li>
      </ul>
    </Chapter>
  );
}

function Feeds() {
  const page = usePage();
  return (
    <Downloads
      labelledBy="feeds"
      head="about.feeds.region"
      links="about.feeds.title"
      rows={page.regions.map((region) => ({
        name: page.regionName(region),
        links: feedNames.map((feed) => ({
          href: feedAddress(page.language, region.slug, feed),
          type: feedType(feed),
          text: page.t(`about.feeds.${feed}`),
        })),
      }))}
    />
  );
}

const formats = { csv: "CSV", json: "JSON", geojson: "GeoJSON" } as const;

function Files() {
  const page = usePage();
  return (
    <Downloads
      labelledBy="files"
      head="about.files.content"
      links="about.files.files"
      rows={dumpNames.map((dump) => ({
        name: page.t(`about.files.${dump}`),
        links: formatsOf(dump).map((format) => ({ href: dumpAddress(dump, format), text: formats[format] })),
      }))}
    />
  );
}

interface DownloadsProps {
  labelledBy: string;
  /** Above the names, and above the addresses. */
  head: TextKey;
  links: TextKey;
  rows: { name: string; links: { href: string; type?: string; text: string }[] }[];
}

/** One row for each thing, with its addresses; a link's name tells its row too. */
function Downloads(props: DownloadsProps) {
  const page = usePage();
  return (
    <table class="downloads" aria-labelledby={props.labelledBy}>
      <thead>
        <tr>
          <th scope="col">{page.t(props.head)}</th>
          <th scope="col">{page.t(props.links)}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row.name}</th>
              <td>
                <ul class="row">
                  <For each={row.links}>
                    {(link) => (
                      <li>
                        <a href={link.href} type={link.type} aria-label={`${link.text}: ${row.name}`}>
                          {link.text}
                        </a>
                      </li>
                    )}
                  </For>
                </ul>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
