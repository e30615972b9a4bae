/** What is known of a link that leads nowhere: since when, where it went, and which records use it. */
import type { DeadLink, LinkUse } from "shared/webLinks/contract.ts";
import { For, Show } from "solid-js";
import { ExternalLink, PartialDate } from "../components/facts.tsx";
import { type Page, usePage } from "../frame.ts";

export function DeadLinkFacts(props: { link: DeadLink }) {
  const page = usePage();
  const { link } = props;
  return (
    <>
      <p class="muted">
        <span class="tag">{page.t(`webLinks.state.${link.state}`)}</span>
        <Show when={link.since}>
          {(since) => (
            <>
              {` ${page.t("webLinks.since")} `}
              <PartialDate on={since()} />
            </>
          )}
        </Show>
        <Show when={link.status}>
          {(status) => ` · ${page.t("webLinks.status", { status: String(status()) })}`}
        </Show>
      </p>
      <Address label={page.t("webLinks.movedTo")} url={link.movedTo} />
      <Address label={page.t("webLinks.archivedAt")} url={link.archivedUrl} />
      <p>{page.t("webLinks.usedBy")}</p>
      <ul>
        <For each={link.uses}>
          {(use) => (
            <li>
              {page.t(`webLinks.use.${use.kind}`)}{" "}
              <a href={placeOf(page, use)}>
                <bdi>{use.title}</bdi>
              </a>
              <Show when={use.own}>{` (${page.t("webLinks.own")})`}</Show>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function Address(props: { label: string; url: string | null }) {
  return (
    <Show when={props.url}>
      {(url) => (
        <p>
          {props.label} <ExternalLink href={url()}>{url()}</ExternalLink>
        </p>
      )}
    </Show>
  );
}

/** Where a record that points to the web is read. */
function placeOf(page: Page, { kind, place, region }: LinkUse): string {
  const own = region ?? page.region?.slug;
  if (kind === "resource") return `${page.link(`${own}/resources`, { slug: place })}#${place}`;
  if (kind === "partner") return `${page.link(`${own}/partners`)}#${place}`;
  if (kind === "article") return page.link(`${own}/news/${place}`);
  if (kind === "event") return page.link(`${own}/events/${place}`);
  if (kind === "organisation") return page.link(`${own}/organisations/${place}`);
  return page.link(`${own}/countries/${place}`);
}
