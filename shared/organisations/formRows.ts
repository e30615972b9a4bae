/** Rows of a form that grow and shrink without JavaScript: a button adds one, another takes one away. */
import type { Entries } from "../form.ts";

/** The button that was pressed: "more activities", "remove activities 3", "preview"; null: the one that saves. */
export function pressed(entries: Entries): string | null {
  return entries.find(([name]) => name === "do")?.[1] ?? null;
}

/** The form with a row more or less, everything else as it was typed; null where another button was pressed. */
export function rearranged(entries: Entries): Entries | null {
  const [, what, group = "", number] = /^(more|remove) (\w+)(?: (\d+))?$/.exec(pressed(entries) ?? "") ?? [];
  const kept = entries.filter(([name]) => name !== "do");
  if (what === "more") return [...kept, ...newRow(group, nextRow(kept, group))];
  if (what === "remove") return kept.filter(([name]) => !name.startsWith(`${group}.${number}.`));
  return null;
}

/** Most of what a CSO adds is done already. */
function newRow(group: string, number: number): Entries {
  return group === "activities"
    ? [[`activities.${number}.status`, "past"]]
    : [[`${group}.${number}.name`, ""]];
}

function nextRow(entries: Entries, group: string): number {
  return Math.max(-1, ...rowsOf(entries, group)) + 1;
}

/** The numbers of a group's rows, in order. */
export function rowsOf(entries: Entries, group: string): number[] {
  const numbers = entries.flatMap(([name]) => {
    const [head, number] = name.split(".");
    return head === group && /^\d{1,4}$/.test(number ?? "") ? [Number(number)] : [];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Those rows in which something was filled in: the places of a read form, as they were sent. */
export function filledRows(entries: Entries, group: string, choices: readonly string[] = []): number[] {
  const isFilled = ([name, value]: readonly [string, string]) =>
    value.trim() !== "" && !choices.includes(name.split(".")[2] ?? "");
  return rowsOf(entries.filter(isFilled), group);
}
