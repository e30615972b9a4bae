/** The way through a region's desk: what waits, and the pages that are this person's; the first thing after a heading. */
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";

export function DeskNav() {
  const page = usePage();
  const desk = `${page.region?.slug}/desk`;
  const current = (path: string) =>
    page.path === path ? "page" : path !== desk && page.path.startsWith(`${path}/`) ? "true" : undefined;
  return (
    <Show when={page.desk.length > 0}>
      <nav aria-label={page.t("desk.name")}>
        <ul class="row">
          <li>
            <a href={page.link(desk)} aria-current={current(desk)}>
              {page.t("desk.nav.queue")}
            </a>
          </li>
          <For each={page.desk}>
            {(path) => (
              <li>
                <a href={page.link(`${desk}/${path}`)} aria-current={current(`${desk}/${path}`)}>
                  {page.t(`desk.nav.${path}`)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </Show>
  );
}
