/** How many rows of a file have which fate, and which of its columns are left out. */
import { type Fate, fates, type IntakeKind, type RowFate } from "shared/intake/rules.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";

export interface IntakeShown {
  state: "waiting" | "writing" | "done" | "failed";
  kind: IntakeKind;
  token: string;
  asDrafts: boolean;
  written: number;
  total: number;
  counts: Partial<Record<Fate, number>> | null;
  digest: string;
  /** Columns that are left out: nobody knows them, or they are only read. */
  unknown: string[];
  onlyRead: string[];
  rows: RowFate[];
  /** Those alone that are shown. */
  fate: Fate | null;
  /** Rows after so many. */
  next: number | null;
}

export interface ShownPart {
  shown: IntakeShown;
  desk: string;
}

export function Counts(props: ShownPart & { isLinked?: boolean }) {
  const page = usePage();
  const count = (fate: Fate) => props.shown.counts?.[fate] ?? 0;
  const some = () => fates.filter((fate) => count(fate) > 0);
  const text = (fate: Fate) => page.t(`intake.count.${fate}`, { count: count(fate) });
  return (
    <ul aria-label={page.t("intake.fates")}>
      <For each={some()}>
        {(fate) => (
          <li>
            <Show when={props.isLinked} fallback={text(fate)}>
              <a
                href={page.link(`${props.desk}/check`, { fate })}
                aria-current={props.shown.fate === fate ? "true" : undefined}
              >
                {text(fate)}
              </a>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

export function LeftOut(props: ShownPart) {
  const page = usePage();
  const lines = [
    ["intake.unknown", props.shown.unknown],
    ["intake.onlyRead", props.shown.onlyRead],
  ] as const;
  return (
    <For each={lines.filter(([, names]) => names.length > 0)}>
      {([key, names]) => (
        <p class="notice">
          {page.t(key, { count: names.length })}{" "}
          <For each={names}>
            {(name) => (
              <>
                <code>{name}</code>{" "}
              </>
            )}
          </For>
        </p>
      )}
    </For>
  );
}
