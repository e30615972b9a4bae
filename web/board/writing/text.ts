/** Changes of the text in a field as its writer would make them: they can be undone, and whoever listens hears of them. */

export type Tool = "bold" | "italic" | "link" | "quote" | "list" | "code";

const shortcuts: Record<string, Tool> = { b: "bold", i: "italic", k: "link" };

export function toolOf(key: string): Tool | null {
  return shortcuts[key.toLowerCase()] ?? null;
}

export function insert(field: HTMLTextAreaElement, text: string, start: number, end: number): void {
  field.focus();
  field.setSelectionRange(start, end);
  // The only way that keeps "undo"; where it is gone, the text is set.
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const around: Record<Exclude<Tool, "quote" | "list">, [before: string, after: string]> = {
  bold: ["**", "**"],
  italic: ["*", "*"],
  code: ["`", "`"],
  link: ["[", "](https://)"],
};

/** The chosen words stand between the signs, and stay chosen. */
export function wrap(field: HTMLTextAreaElement, tool: keyof typeof around): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const [before, after] = around[tool];
  insert(field, before + value.slice(start, end) + after, start, end);
  field.setSelectionRange(start + before.length, end + before.length);
}

/** Each line that is chosen begins with the sign. */
export function changeLines(field: HTMLTextAreaElement, sign: string): void {
  const { selectionStart, selectionEnd: end, value } = field;
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const lines = value.slice(start, end).split("\n");
  insert(field, lines.map((line) => sign + line).join("\n"), start, end);
}
