/** Changes of review data as the desk tells them: what, from what to what, when, by whom, and the way back. */
import { actorText, changedFields, kindOfChange, recordText } from "shared/corrections/log.ts";
import type { ReviewChange } from "shared/reviews/contract.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { Original, SourceLink } from "../components/facts.tsx";
import { ChangedFields } from "../countries/CountryHistory.page.tsx";
import { type Query, usePage } from "../frame.ts";

export interface ShownChange {
  change: ReviewChange & { kind: "country" | "review" | "review-document" };
  /** Of its country; null on a page of that country. */
  country: string | null;
  /** Of the form that is filled in with what stood before; null where there is none. */
  restore: { path: string; query?: Query } | null;
}

export function ChangeList(props: { changes: readonly ShownChange[] }) {
  return (
    <ol class="plain">
      <For each={props.changes}>{(shown) => <Change {...shown} />}</For>
    </ol>
  );
}

function Change(props: ShownChange) {
  const page = usePage();
  const { change, country } = props;
  const kind = kindOfChange(change);
  const { at, handle, title } = change;
  const role = page.t(actorText(change));
  return (
    <li id={`c${change.id}`}>
      <h2>
        <Show when={country}>
          <bdi>{country}</bdi>
          {": "}
        </Show>
        {page.t(recordText(change))}
      </h2>
      <p class="muted">
        <time datetime={at}>{formatPartialDate(at.slice(0, 10), page.locale)}</time>
        {" · "}
        {handle === null ? role : page.t("reviews.by", { role, handle })}
      </p>
      <Show when={title}>
        {(words) => (
          <p>
            {page.t("facts.labelled", {
              label:
                kind === "changed"
                  ? page.t("country.documents")
                  : page.t(kind === "added" ? "countryLog.documentAdded" : "countryLog.documentRemoved"),
            })}{" "}
            <Original language="en">{words()}</Original>
          </p>
        )}
      </Show>
      <ChangedFields fields={changedFields(change, page.language)} />
      <p class="source">
        <Show when={change.source}>
          {(source) => (
            <>
              {page.t("facts.labelled", { label: page.t("facts.source") })} <SourceLink
                source={source()}
              />{" "}
            </>
          )}
        </Show>
        <Show when={change.credit}>{(name) => page.t("countryLog.credit", { name: name() })}</Show>
      </p>
      <Show when={props.restore}>
        {(href) => (
          <p>
            <a href={page.link(href().path, href().query)}>{page.t("reviews.restore")}</a>
          </p>
        )}
      </Show>
    </li>
  );
}
