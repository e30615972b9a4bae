/** Rows of a form that grow and shrink by buttons, so that no script is needed. */
import type { FormState } from "../components/forms.tsx";

/** The numbers of a group's rows, as the form holds them at present. */
export function rowNumbers(form: FormState, group: string): number[] {
  const numbers = Object.keys(form.values).flatMap((name) => {
    const [head, number] = name.split(".");
    return head === group && number !== undefined ? [Number(number)] : [];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Goes on at that field: the page comes again with a row more or less. */
export function RowButton(props: { form: FormState; value: string; label: string; at: string }) {
  return (
    <button
      type="submit"
      name="do"
      value={props.value}
      class="plain-button"
      formnovalidate
      formaction={`${props.form.action}#${props.at}`}
    >
      {props.label}
    </button>
  );
}
