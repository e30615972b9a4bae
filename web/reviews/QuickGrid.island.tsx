/** The keyboard grid: status and phase of one review after the other, each row saved with the source above. */
import { createSignal, For, onMount, Show } from "solid-js";
import { firstWith, type Place, placeAfter } from "./quickKeys.ts";
import { type Choice, type QuickRow, type Saved, saveRow } from "./quickSaving.ts";

export interface QuickGridProps {
  /** Of one cycle's reviews: "{api}/tn/2". */
  api: string;
  cycle: number;
  rows: QuickRow[];
  statuses: Choice[];
  phases: Choice[];
  rightToLeft: boolean;
  texts: Record<
    | "country"
    | "status"
    | "phase"
    | "source"
    | "asOf"
    | "save"
    | "saveOf"
    | "unsaved"
    | "needsSource"
    | "notRecorded"
    | "caption",
    string
  > & { told: Record<Saved | "saving", string> };
}

const fields = ["status", "phase"] as const;
type Field = (typeof fields)[number];

export default function QuickGrid(props: QuickGridProps) {
  const [isAwake, setAwake] = createSignal(false);
  const [active, setActive] = createSignal<Place>({ row: 0, column: 0 });
  const [edited, setEdited] = createSignal<Place | null>(null);
  const [told, setTold] = createSignal("");
  const rows = props.rows.map((row) => {
    const [known, setKnown] = createSignal(row);
    const [chosen, setChosen] = createSignal<Partial<Record<Field, string>>>({});
    return { known, setKnown, chosen, setChosen };
  });
  let root: HTMLDivElement | undefined;
  let source: HTMLInputElement | undefined;
  let asOf: HTMLInputElement | undefined;
  onMount(() => setAwake(true));

  const choices = (field: Field) => (field === "status" ? props.statuses : props.phases);
  const chosenIn = (row: number, field: Field) =>
    rows[row]?.chosen()[field] ?? rows[row]?.known()[field] ?? "";
  const wordOf = (row: number, field: Field) => {
    const value = chosenIn(row, field);
    if (field === "status" && value === "") return props.texts.notRecorded;
    return choices(field).find((choice) => choice.value === value)?.label ?? value;
  };
  const isDirty = (row: number) => Object.keys(rows[row]?.chosen() ?? {}).length > 0;
  const focus = (place: Place) => {
    setActive(place);
    root?.querySelector<HTMLElement>(`[data-place="${place.row}.${place.column}"]`)?.focus();
  };
  const choose = (row: number, field: Field, value: string) => {
    const one = rows[row];
    if (!one) return;
    const { [field]: _before, ...others } = one.chosen();
    one.setChosen(value === (one.known()[field] ?? "") ? others : { ...others, [field]: value });
  };
  const close = (place: Place) => {
    setEdited(null);
    focus(place);
  };

  async function save(row: number): Promise<void> {
    const one = rows[row];
    if (!one || !isDirty(row)) return;
    if (!source?.value.trim()) {
      setTold(props.texts.needsSource);
      source?.focus();
      return;
    }
    const { name, iso2 } = one.known();
    const say = (what: Saved | "saving", now = "") =>
      setTold(props.texts.told[what].replace("{name}", name).replace("{now}", now));
    say("saving");
    const url = `${props.api}/${iso2.toLowerCase()}/${props.cycle}`;
    const sent = { source: source.value.trim(), asOf: asOf?.value.trim() ?? "" };
    const outcome = await saveRow(url, one.known(), one.chosen(), sent);
    if (outcome.known) one.setKnown(outcome.known);
    if (outcome.saved === "saved") one.setChosen({});
    const now = fields.map(
      (field) => choices(field).find(({ value }) => value === (one.known()[field] ?? ""))?.label ?? "",
    );
    say(outcome.saved, now.filter(Boolean).join(" · "));
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const place = active();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      void save(place.row);
      return;
    }
    const isCell = event.target instanceof Element && event.target.hasAttribute("data-place");
    if (!isCell || edited() !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfter(event.key, place, {
      rows: rows.length,
      columns: 3,
      rightToLeft: props.rightToLeft,
    });
    const field = fields[place.column - 1];
    if (next) focus(next);
    else if (field && event.key === "Enter") setEdited(place);
    else if (field && event.key === "Escape") choose(place.row, field, rows[place.row]?.known()[field] ?? "");
    else {
      const found = field && firstWith(event.key, choices(field), chosenIn(place.row, field));
      if (!field || !found) return;
      choose(place.row, field, found.value);
    }
    event.preventDefault();
  };

  const cell = (row: number, column: number, field: Field) => (
    <td
      data-place={`${row}.${column}`}
      tabindex={isAwake() ? (active().row === row && active().column === column ? 0 : -1) : undefined}
      onFocus={() => setActive({ row, column })}
      onDblClick={() => setEdited({ row, column })}
    >
      <Show
        when={edited()?.row === row && edited()?.column === column}
        fallback={
          rows[row]?.chosen()[field] === undefined ? wordOf(row, field) : <ins>{wordOf(row, field)}</ins>
        }
      >
        <select
          ref={(select) => queueMicrotask(() => select.focus())}
          aria-label={`${rows[row]?.known().name}: ${props.texts[field]}`}
          onChange={(event) => choose(row, field, event.currentTarget.value)}
          onBlur={() => setEdited(null)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== "Escape") return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === "Escape") choose(row, field, rows[row]?.known()[field] ?? "");
            close({ row, column });
          }}
        >
          <For each={choices(field)}>
            {({ value, label }) => (
              <option value={value} selected={value === chosenIn(row, field)}>
                {label}
              </option>
            )}
          </For>
        </select>
      </Show>
    </td>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid within has the role; its keys are heard here
    <div ref={root} onKeyDown={onKeyDown}>
      <Show when={isAwake()}>
        <p class="field">
          <label>
            {props.texts.source} <input ref={source} type="text" dir="auto" />
          </label>{" "}
          <label>
            {props.texts.asOf} <input ref={asOf} type="text" dir="ltr" />
          </label>
        </p>
      </Show>
      <p role="status">{told()}</p>
      <table class="countries even" role={isAwake() ? "grid" : undefined}>
        <caption class="visually-hidden">{props.texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.texts.country}</th>
            <th scope="col">{props.texts.status}</th>
            <th scope="col">{props.texts.phase}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows}>
            {({ known }, index) => (
              <tr>
                <th scope="row">
                  <a
                    href={known().href}
                    data-place={`${index()}.0`}
                    tabindex={
                      isAwake() ? (active().row === index() && active().column === 0 ? 0 : -1) : undefined
                    }
                    onFocus={() => setActive({ row: index(), column: 0 })}
                  >
                    <bdi>{known().name}</bdi>
                  </a>
                  <Show when={isDirty(index())}>
                    {" "}
                    <span class="tag">{props.texts.unsaved}</span>{" "}
                    <button
                      type="button"
                      class="plain-button"
                      aria-label={props.texts.saveOf.replace("{name}", known().name)}
                      onClick={() => void save(index())}
                    >
                      {props.texts.save}
                    </button>
                  </Show>
                </th>
                {cell(index(), 1, "status")}
                {cell(index(), 2, "phase")}
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
