/** Says which words were looked for instead of misspelt ones, with a link to the search as it was meant. */
import { Show } from "solid-js";
import { type Query, usePage } from "../frame.ts";

export function Corrected(props: { corrected: string | null; path: string; query: Query }) {
  const page = usePage();
  return (
    <Show when={props.corrected}>
      {(corrected) => (
        <p>
          {page.t("search.didYouMean")}{" "}
          <a href={page.link(props.path, { ...props.query, q: corrected(), after: null })}>
            <bdi>{corrected()}</bdi>
          </a>
        </p>
      )}
    </Show>
  );
}
