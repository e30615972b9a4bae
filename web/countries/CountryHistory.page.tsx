/** The change log of a country: what changed, from what to what, when, from which source. */
import {
  actorText,
  type ChangedField,
  changedFields,
  kindOfChange,
  type LoggedChange,
  recordText,
} from "shared/corrections/log.ts";
import type { Words } from "shared/corrections/words.ts";
import { For, Show } from "solid-js";
import { Original, PartialDate, SourceLink } from "../components/facts.tsx";
import { Breadcrumbs, Empty, NextPage } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { countryPath } from "./words.ts";

export interface CountryHistoryProps {
  /** `name` in the reader's language. */
  country: { iso2: string; name: string; region: string };
  log: { items: LoggedChange[]; next: string | null };
}

export function CountryHistoryPage(props: CountryHistoryProps) {
  const page = usePage();
  const { iso2, name, region } = props.country;
  const path = countryPath(region, iso2);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link(`${region}/countries`), text: page.t("frame.room.countries") },
          { href: page.link(path), text: name },
        ]}
      />
      <h1>{page.title}</h1>
      <p class="lead">
        {page.t("countryLog.lead")} {page.t("countryLog.since")}
      </p>
      <Show
        when={props.log.items.length > 0}
        fallback={
          <Empty>
            <p>{page.t("countryLog.none")}</p>
          </Empty>
        }
      >
        <ol class="plain">
          <For each={props.log.items}>{(change) => <Change change={change} />}</For>
        </ol>
      </Show>
      <NextPage href={props.log.next && page.link(`${path}/history`, { after: props.log.next })} />
    </>
  );
}

function Change(props: { change: LoggedChange }) {
  const page = usePage();
  const { change } = props;
  const kind = kindOfChange(change);
  return (
    <li id={`c${change.id}`}>
      <h2>{page.t(recordText(change))}</h2>
      <p class="muted">
        <PartialDate on={change.at.slice(0, 10)} />
        {" · "}
        {page.t(actorText(change))}
      </p>
      <Show when={change.title}>
        {(title) => (
          <p>
            {page.t("facts.labelled", {
              label:
                kind === "changed"
                  ? page.t("country.documents")
                  : page.t(kind === "added" ? "countryLog.documentAdded" : "countryLog.documentRemoved"),
            })}{" "}
            <Original language="en">{title()}</Original>
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
    </li>
  );
}

export function ChangedFields(props: { fields: ChangedField[] }) {
  const page = usePage();
  return (
    <Show when={props.fields.length > 0}>
      <dl class="facts">
        <For each={props.fields}>
          {({ label, before, after }) => (
            <>
              <dt>{page.t(label)}</dt>
              <dd>
                <del>
                  <span class="visually-hidden">
                    {page.t("facts.labelled", { label: page.t("countryLog.was") })}{" "}
                  </span>
                  <Said words={before} />
                </del>{" "}
                <ins>
                  <span class="visually-hidden">
                    {page.t("facts.labelled", { label: page.t("countryLog.is") })}{" "}
                  </span>
                  <Said words={after} />
                </ins>
              </dd>
            </>
          )}
        </For>
      </dl>
    </Show>
  );
}

/** Somebody's own words, or a name, keep their direction. */
function Said(props: { words: Words }) {
  return props.words.original ? <bdi>{props.words.text}</bdi> : props.words.text;
}
