/** What somebody else changed meanwhile, beside what the form holds. */
import type { EntryConflict } from "shared/entries/form.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import { EntryValue, fieldLabel } from "./fieldWords.tsx";

export function EntryConflicts(props: { conflicts: EntryConflict[] }) {
  const page = usePage();
  return (
    <Show when={props.conflicts.length > 0}>
      <section class="notice" role="alert" tabindex="-1" autofocus>
        <h2>{page.t("entries.conflict")}</h2>
        <p>{page.t("entries.conflictLead")}</p>
        <For each={props.conflicts}>
          {({ field, now, yours }) => (
            <>
              <h3>{fieldLabel(page, field)}</h3>
              <dl class="facts">
                <dt>{page.t("entries.now")}</dt>
                <dd>
                  <EntryValue field={field} value={now} />
                </dd>
                <dt>{page.t("entries.yours")}</dt>
                <dd>
                  <EntryValue field={field} value={yours} />
                </dd>
              </dl>
            </>
          )}
        </For>
      </section>
    </Show>
  );
}
