/** What a form of the board holds, as a draft keeps it; and a draft put back into it. */
import type { DraftFields } from "shared/drafts/rules.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const UNKEPT = ["file", "password", "submit", "button"];
/** What only the form itself needs. */
const OWN = ["csrf", "clientId", "place"];

function fieldsOf(form: HTMLFormElement): Field[] {
  return ([...form.elements] as Field[]).filter(
    ({ name, type }) => name !== "" && name !== undefined && !UNKEPT.includes(type) && !OWN.includes(name),
  );
}

const isBox = (field: Field): field is HTMLInputElement =>
  field.type === "checkbox" || field.type === "radio";

export function fieldsIn(form: HTMLFormElement): DraftFields {
  const fields: DraftFields = {};
  for (const field of fieldsOf(form)) {
    if ((isBox(field) && !field.checked) || field.value === "") continue;
    const before = fields[field.name];
    fields[field.name] = before === undefined ? field.value : [...[before].flat(), field.value];
  }
  return fields;
}

/** Others that listen, as a toolbar, hear of it as of typing. */
export function putInto(form: HTMLFormElement, fields: DraftFields): void {
  for (const field of fieldsOf(form)) {
    const values = [fields[field.name] ?? []].flat();
    if (isBox(field)) field.checked = values.includes(field.value);
    else field.value = values.shift() ?? "";
  }
  form.querySelector("textarea")?.dispatchEvent(new Event("input", { bubbles: true }));
}

export function idIn(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>("input[name=clientId]");
}
