/** What lists share: how many there are, the way to the next part, and what to say when there is nothing. */

import type { TextKey } from "shared/i18n/text.ts";
import { type JSX, Show } from "solid-js";
import { type Page, usePage } from "../frame.ts";

/** "12 events", or "1,000 events or more" beyond what is counted exactly. */
export function totalText(page: Page, key: TextKey, list: { total: number; totalIsAtLeast?: true }): string {
  const items = page.t(key, { count: list.total });
  return list.totalIsAtLeast ? page.t("filters.orMore", { items }) : items;
}

export function NextPage(props: { href: string | null }) {
  const page = usePage();
  return (
    <Show when={props.href}>
      {(href) => (
        <p class="next">
          <a class="button" rel="next" href={href()}>
            {page.t("lists.next")}
          </a>
        </p>
      )}
    </Show>
  );
}

/** An empty list says so and offers a way on. */
export function Empty(props: { children: JSX.Element }) {
  return <div class="empty">{props.children}</div>;
}

export function Breadcrumbs(props: { trail: { href: string; text: string }[] }) {
  const page = usePage();
  return (
    <nav class="breadcrumbs" aria-label={page.t("frame.breadcrumbs")}>
      <ol class="row">
        {props.trail.map((step) => (
          <li>
            <a href={step.href}>
              <bdi>{step.text}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
