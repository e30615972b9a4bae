/** The place of the discussion board until it opens: says so, and leads on. */
import { For } from "solid-js";
import { usePage } from "../frame.ts";

const elsewhere = ["organisations", "news", "events"] as const;

export function BoardPage(props: { region: string }) {
  const page = usePage();
  return (
    <article>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("board.closed")}</p>
      <p>{page.t("board.will")}</p>
      <p>
        <a href={`${page.link("rules")}#board`}>{page.t("board.rules")}</a>
      </p>
      <p>{page.t("board.meanwhile")}</p>
      <ul>
        <For each={elsewhere}>
          {(room) => (
            <li>
              <a href={page.link(`${props.region}/${room}`)}>{page.t(`frame.room.${room}`)}</a>
            </li>
          )}
        </For>
      </ul>
    </article>
  );
}
