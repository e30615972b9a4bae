/** One row of a file: what becomes of it, what it changes, and what it is refused for. */
import { SEPARATOR } from "shared/dumps/table.ts";
import type { FieldDifference, IntakeKind, RowFate } from "shared/intake/rules.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";

export function FateRow(props: { row: RowFate; kind: IntakeKind }) {
  const page = usePage();
  const { line, fate, name, slug, changes, misfits } = props.row;
  const hasPage = props.kind !== "resources";
  return (
    <li>
      <h3>
        {page.t("intake.line", { line })}{" "}
        <Show when={hasPage && slug} fallback={<bdi>{name}</bdi>}>
          {(to) => (
            <a href={page.link(`${page.region?.slug}/${props.kind}/${to()}`)}>
              <bdi>{name}</bdi>
            </a>
          )}
        </Show>{" "}
        <span class="tag">{page.t(`intake.fate.${fate}`)}</span>
      </h3>
      <Show when={misfits.length > 0}>
        <ul>
          <For each={misfits}>
            {({ field, key, values }) => (
              <li>
                <code>{field}</code>: {page.t(key, values)}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={changes.length > 0}>
        <ul>
          <For each={changes}>{(change) => <Change change={change} isNew={slug === null} />}</For>
        </ul>
      </Show>
    </li>
  );
}

function Change(props: { change: FieldDifference; isNew: boolean }) {
  const page = usePage();
  const { field, before, after } = props.change;
  return (
    <li>
      <code>{field}</code>:{" "}
      <Show when={!props.isNew} fallback={<bdi>{textOf(after)}</bdi>}>
        <del>
          <bdi>{textOf(before) || page.t("intake.empty")}</bdi>
        </del>{" "}
        <ins>
          <bdi>{textOf(after) || page.t("intake.empty")}</bdi>
        </ins>
      </Show>
    </li>
  );
}

/** As a cell has it; parts of a value with their names. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join(SEPARATOR);
  if (typeof value !== "object") return String(value);
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== "");
  return parts.map(([name, part]) => `${name}: ${textOf(part)}`).join(", ");
}
