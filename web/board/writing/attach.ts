/** A picture or PDF put into the text without leaving the page. */
import type { Uploaded } from "shared/files/contract.ts";
import { insert } from "./text.ts";

/** False where it was not taken: the form's own way says why. */
export async function attachInto(field: HTMLTextAreaElement, chosen: HTMLInputElement): Promise<boolean> {
  const [file] = chosen.files ?? [];
  if (!file) return false;
  const body = new FormData();
  body.append("file", file);
  const reply = await fetch("/api/v1/files", { method: "POST", body }).catch(() => null);
  if (!reply?.ok) return false;
  const { markdown }: Uploaded = await reply.json();
  const at = field.selectionEnd;
  const before = at === 0 || field.value.slice(0, at).endsWith("\n\n") ? "" : "\n\n";
  insert(field, `${before}${markdown}\n\n`, at, at);
  chosen.value = "";
  return true;
}
