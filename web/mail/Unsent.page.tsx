/** The steward's list of letters that could not be sent, and how many wait. */
import type { UnsentLetter } from "shared/mail/contract.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import { UnsentFacts } from "./UnsentFacts.tsx";

export interface UnsentProps {
  letters: UnsentLetter[];
  waiting: number;
}

export function UnsentPage(props: UnsentProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("mail.unsent.lead")}</p>
      <Show when={props.waiting > 0}>
        <p>{page.t("mail.unsent.waiting", { count: props.waiting })}</p>
      </Show>
      <Show when={props.letters.length > 0} fallback={<p>{page.t("mail.unsent.none")}</p>}>
        <ul class="cards">
          <For each={props.letters}>
            {(letter) => (
              <li class="card">
                <UnsentFacts letter={letter} />
                <p>
                  <a href={page.link(`steward/mail/${letter.id}`)}>{page.t("mail.unsent.decide")}</a>
                </p>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
