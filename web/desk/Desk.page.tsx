/** A region's desk: what waits for its moderators, curators and admins. */
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import { DeskNav } from "./DeskNav.tsx";

export interface DeskLine {
  /** Below the desk. */
  path: "applications" | "corrections" | "flags" | "people" | "audit";
  /** How many wait; null: nothing ever waits there. */
  waiting: number | null;
}

export function DeskPage(props: { lines: DeskLine[] }) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("desk.lead")}</p>
      <ul class="cards">
        <For each={props.lines}>
          {({ path, waiting }) => (
            <li class="card">
              <h2>
                <a href={page.link(`${page.region?.slug}/desk/${path}`)}>{page.t(`desk.${path}`)}</a>
              </h2>
              <Show when={waiting !== null}>
                <p>
                  {waiting === 0 ? page.t("desk.nothing") : page.t("desk.waiting", { count: waiting ?? 0 })}
                </p>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
