/** The public log: what moderators decided, without names, handles or texts. */
import type { LoggedDecision } from "shared/moderation/contract.ts";
import type { List } from "shared/page.ts";
import { For, Show } from "solid-js";
import { PartialDate } from "../components/facts.tsx";
import { Breadcrumbs, Empty, NextPage, totalText } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

/** With the board's name in the reader's language. */
export interface DecisionLine extends LoggedDecision {
  boardName: string | null;
}

export function DecisionsPage(props: { list: List<DecisionLine> }) {
  const page = usePage();
  const { list } = props;
  const region = page.region?.slug;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(`${region}/board`), text: page.t("board.title") }]} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("moderation.log.lead")}</p>
      <Show when={list.items.length > 0} fallback={<Empty>{page.t("moderation.log.none")}</Empty>}>
        <p>{totalText(page, "moderation.log.count", list)}</p>
        <section class="scroll" aria-label={page.title} tabindex="0">
          <table>
            <thead>
              <tr>
                <For each={["on", "action", "ground", "board", "appeal"] as const}>
                  {(column) => <th scope="col">{page.t(`moderation.log.${column}`)}</th>}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={list.items}>{(line) => <Row line={line} />}</For>
            </tbody>
          </table>
        </section>
      </Show>
      <NextPage href={list.next && page.link(`${region}/board/decisions`, { after: list.next })} />
    </>
  );
}

function Row(props: { line: DecisionLine }) {
  const page = usePage();
  const { line } = props;
  return (
    <tr>
      <td>
        <PartialDate on={line.on} />
      </td>
      <td>{page.t(`moderation.action.${line.action}`)}</td>
      <td>{page.t(`moderation.ground.${line.ground}`)}</td>
      <td>
        <Show when={line.board} fallback={page.t("moderation.log.closed")}>
          {(board) => (
            <a href={page.link(`${page.region?.slug}/board/${board().slug}`)}>
              <bdi>{line.boardName}</bdi>
            </a>
          )}
        </Show>
      </td>
      <td>{page.t(`moderation.log.appeal.${line.appeal ?? "none"}`)}</td>
    </tr>
  );
}
