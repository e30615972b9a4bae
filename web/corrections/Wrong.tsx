/** "Is this wrong?": the way from a fact to the form that corrects it. */
import type { TextKey } from "shared/i18n/text.ts";
import { createContext, For, Show, useContext } from "solid-js";
import { type Query, usePage } from "../frame.ts";

/** False for whoever keeps the record, and in a preview: they change it by its own form. */
export const Correctable = createContext(true);

interface WrongProps {
  /** Of the page that has the fact. */
  path: string;
  query: Query;
  /** What the fact is called: said to whoever hears the link without its surroundings. */
  fact: string;
}

export function Wrong(props: WrongProps) {
  const page = usePage();
  const text = page.t("corrections.wrong");
  return (
    <Show when={useContext(Correctable)}>
      <a
        class="wrong"
        href={page.link(`${props.path}/correct`, props.query)}
        aria-label={`${text} ${props.fact}`}
      >
        {text}
      </a>
    </Show>
  );
}

/** One line for several facts that stand in one picture. */
export function WrongOnes(props: { path: string; facts: readonly { label: TextKey; query: Query }[] }) {
  const page = usePage();
  return (
    <Show when={useContext(Correctable)}>
      <p class="wrong">
        {page.t("corrections.wrong")}
        <For each={props.facts}>
          {({ label, query }, index) => (
            <>
              {index() > 0 ? " · " : " "}
              <a href={page.link(`${props.path}/correct`, query)}>{page.t(label)}</a>
            </>
          )}
        </For>
      </p>
    </Show>
  );
}
