/** The rules: how facts are kept, and how the board is kept. */
import { For } from "solid-js";
import { usePage } from "../frame.ts";
import { Chapter, Lead, Sentences } from "./Prose.tsx";

/** The specialisation whose organisations help people who are affected. */
const LEGAL_AID = "victims-legal-aid";

export function RulesPage(_props: Record<never, never>) {
  const page = usePage();
  return (
    <article>
      <Lead text="rules.lead" />
      <Chapter id="facts" title="rules.facts.title" paragraphs={[]}>
        <Sentences
          keys={[
            "rules.facts.1",
            "rules.facts.2",
            "rules.facts.3",
            "rules.facts.4",
            "rules.facts.5",
            "rules.facts.6",
          ]}
        />
      </Chapter>
      <Chapter id="board" title="rules.board.title" paragraphs={["rules.board.intro"]}>
        <ul>
          <For each={page.regions}>
            {(region) => (
              <li>
                <a href={page.link(`${region.slug}/board/decisions`)}>{page.regionName(region)}</a>
              </li>
            )}
          </For>
        </ul>
        <Sentences
          keys={[
            "rules.board.1",
            "rules.board.2",
            "rules.board.3",
            "rules.board.4",
            "rules.board.5",
            "rules.board.6",
            "rules.board.7",
            "rules.board.8",
            "rules.board.9",
            "rules.board.10",
            "rules.board.11",
            "rules.board.12",
          ]}
        />
      </Chapter>
      <Chapter id="reporting" title="rules.reporting.title" paragraphs={["rules.reporting.1"]}>
        <ul>
          <For each={page.regions}>
            {(region) => (
              <li>
                <a href={page.link(`${region.slug}/organisations`, { specialization: LEGAL_AID })}>
                  {page.regionName(region)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Chapter>
    </article>
  );
}
