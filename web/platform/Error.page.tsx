/** The page for what went wrong: what happened, what to do, and a way on. */

import type { FailureCode, Problem } from "shared/failure.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";

export interface ErrorProps {
  code: FailureCode;
  problems: readonly Problem[];
}

export function ErrorPage(props: ErrorProps) {
  const page = usePage();
  return (
    <article>
      <h1>{page.title}</h1>
      <p>{page.t(`error.${props.code}.help`)}</p>
      <Show when={props.problems.length > 0}>
        <ul>
          <For each={props.problems}>
            {(problem) => (
              <li>
                <code>{problem.parameter}</code>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={page.region} fallback={<WaysOn />}>
        {(region) => <RegionWaysOn slug={region().slug} />}
      </Show>
    </article>
  );
}

function WaysOn() {
  const page = usePage();
  return (
    <ul>
      <For each={page.regions}>
        {(region) => (
          <li>
            <a href={page.link(region.slug)}>{page.regionName(region)}</a>
          </li>
        )}
      </For>
    </ul>
  );
}

function RegionWaysOn(props: { slug: string }) {
  const page = usePage();
  return (
    <>
      <form class="search" action={page.link(`${props.slug}/search`).split("?")[0]}>
        <label for="error-search">{page.t("frame.searchIn")}</label>
        <input id="error-search" type="search" name="q" />
        <button type="submit">{page.t("frame.search")}</button>
      </form>
      <ul>
        <li>
          <a href={page.link(`${props.slug}/countries`)}>{page.t("frame.room.countries")}</a>
        </li>
        <li>
          <a href={page.link(`${props.slug}/organisations`)}>{page.t("frame.room.organisations")}</a>
        </li>
      </ul>
    </>
  );
}
