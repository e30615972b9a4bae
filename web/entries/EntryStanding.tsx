/** Where something that is written stands, and the other things that one does with it. */
import type { EntryKind } from "shared/entries/rules.ts";
import { Show } from "solid-js";
import { type Page, usePage } from "../frame.ts";
import type { EntryFormProps } from "./EntryForm.page.tsx";
import { momentText } from "./fieldWords.tsx";

export function EntryStanding(props: EntryFormProps) {
  const page = usePage();
  const { kind, entry, record } = props;
  const desk = `${page.region?.slug}/desk/${kind}`;
  const reason = entry?.problem === "invalid" || entry?.problem === "stale" ? entry.problem : "other";
  return (
    <>
      <Show when={entry}>
        {(known) => (
          <p>
            <span class="tag">{page.t(`entries.state.${known().state}`)}</span>{" "}
            <Show when={known().publishAt}>
              {(at) => page.t("entries.scheduledFor", { moment: momentText(page, at()) })}
            </Show>{" "}
            <Show when={known().proposer !== null}>
              {known().proposer === ""
                ? page.t("entries.proposedByRemoved")
                : page.t("entries.proposedBy", { handle: known().proposer ?? "" })}
            </Show>{" "}
            <Show when={known().changer}>
              {(handle) => <span class="muted">{page.t("entries.changedBy", { handle: handle() })}</span>}
            </Show>
          </p>
        )}
      </Show>
      <Show when={entry?.problem}>
        <p class="notice">{page.t(`entries.problem.waits.${reason}`)}</p>
      </Show>
      <Show when={entry?.reason}>
        {(why) => (
          <p>
            {page.t("entries.reason")}: <bdi>{why()}</bdi>
          </p>
        )}
      </Show>
      <ul class="row">
        <Show when={record}>
          {(known) => (
            <>
              <li>
                <a href={publicPlace(page, kind, known().slug)}>{page.t("entries.see")}</a>
              </li>
              <Show when={kind === "events"}>
                <li>
                  <a href={page.link(`${desk}/${known().slug}/registrations`)}>
                    {page.t("registrations.list.link")}
                  </a>
                </li>
              </Show>
              <li>
                <a href={page.link(`${desk}/${known().slug}/history`)}>{page.t("entries.history")}</a>
              </li>
              <li>
                <a href={page.link(`${desk}/${known().slug}/withdraw`)}>{page.t("entries.withdraw")}</a>
              </li>
            </>
          )}
        </Show>
        <Show when={entry && entry.state !== "withdrawn"}>
          <li>
            <a href={page.link(`${desk}/drafts/${entry?.id}/decline`)}>
              {page.t(entry?.state === "proposed" ? "entries.decline" : "entries.layAside")}
            </a>
          </li>
        </Show>
      </ul>
    </>
  );
}

/** Documents and partners stand in lists. */
function publicPlace(page: Page, kind: EntryKind, slug: string): string {
  const list = `${page.region?.slug}/${kind}`;
  if (kind === "resources") return `${page.link(list, { slug })}#${slug}`;
  return kind === "partners" ? `${page.link(list)}#${slug}` : page.link(`${list}/${slug}`);
}
