/** Several short texts of one name: those that are there, and empty lines for more. */
import { For, Show } from "solid-js";
import { useForm } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

/** As many as one adds at once; the saved form has as many again. */
const EMPTY_LINES = 3;

interface LinesFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** What may be completed. */
  list?: readonly string[];
}

export function LinesField(props: LinesFieldProps) {
  const page = usePage();
  const form = useForm();
  const id = `f-${props.name}`;
  const values = (form.values[props.name] ?? []).filter((value) => value !== "");
  const lines = [...values, ...Array.from({ length: EMPTY_LINES }, () => "")];
  return (
    <fieldset class="field">
      <legend>
        {props.label} {page.t("form.optional")}
      </legend>
      <Show when={props.hint}>
        <p class="muted">{props.hint}</p>
      </Show>
      <For each={lines}>
        {(value, place) => (
          <input
            id={place() === 0 ? id : undefined}
            name={props.name}
            value={value}
            aria-label={`${props.label} ${place() + 1}`}
            autocomplete="off"
            dir="auto"
            list={props.list ? `${id}-l` : undefined}
          />
        )}
      </For>
      <Show when={props.list}>
        {(list) => (
          <datalist id={`${id}-l`}>
            <For each={list()}>{(value) => <option value={value} />}</For>
          </datalist>
        )}
      </Show>
      <Show when={form.problems[props.name]}>{(problem) => <p class="problem">{problem()}</p>}</Show>
    </fieldset>
  );
}
