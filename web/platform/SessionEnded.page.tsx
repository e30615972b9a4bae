/** Shown when a form is sent after its session ended: what was typed waits here for the new one. */
import { For } from "solid-js";
import { usePage } from "../frame.ts";

export interface SessionEndedProps {
  /** Where it was sent. */
  action: string;
  entries: readonly (readonly [name: string, value: string])[];
}

export function SessionEndedPage(props: SessionEndedProps) {
  const page = usePage();
  return (
    <article>
      <h1>{page.title}</h1>
      <p>{page.t("form.sessionEnded.help")}</p>
      <p>
        <a href={page.link("sign-in")} target="_blank" rel="noopener">
          {page.t("form.sessionEnded.signIn")}
        </a>
      </p>
      <form method="post" action={props.action}>
        <For each={props.entries}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
        <button type="submit">{page.t("form.sessionEnded.again")}</button>
      </form>
    </article>
  );
}
