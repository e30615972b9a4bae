/** Questions of the admins and answers of the applicant, in order. */
import type { Message } from "shared/applications/contract.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";

export function Conversation(props: { messages: readonly Message[] }) {
  const page = usePage();
  const date = (at: string) => formatPartialDate(at.slice(0, 10), page.locale);
  return (
    <Show when={props.messages.length > 0}>
      <h2>{page.t("applications.own.conversation")}</h2>
      <For each={props.messages}>
        {(message) => (
          <>
            <p class="muted">
              {page.t(
                message.fromApplicant ? "applications.own.fromApplicant" : "applications.own.fromAdmin",
                {
                  date: date(message.at),
                },
              )}
            </p>
            <blockquote dir="auto">{message.body}</blockquote>
          </>
        )}
      </For>
    </Show>
  );
}
