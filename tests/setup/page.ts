/** A page as a test looks at it: its document, and the words a reader sees. */
import { parseHTML } from "linkedom";

interface HtmlReply {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export interface Page {
  status: number;
  headers: Record<string, string>;
  html: string;
  document: Document;
  /** The words of the whole page, or of the first element that fits, spaces as one. */
  text(selector?: string): string;
  /** The words of every element that fits. */
  texts(selector: string): string[];
  /** Where the links go that fit, in the page's order. */
  links(selector?: string): string[];
  /** What the page's (first) form that fits would send as it stands, without its buttons. */
  fields(form?: string): Record<string, string | string[]>;
}

export function parsePage({ status, headers, text: html }: HtmlReply): Page {
  const { document } = parseHTML(html);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return {
    status,
    headers,
    html,
    document,
    text: (selector = "body") => wordsOf(document.querySelector(selector)),
    texts: (selector) => all(selector).map(wordsOf),
    links: (selector = "a[href]") => all(selector).map((link) => link.getAttribute("href") ?? ""),
    fields: (form = "main form.form") => fieldsOf(document.querySelector(form)),
  };
}

function wordsOf(element: Element | null): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

function fieldsOf(form: Element | null): Record<string, string | string[]> {
  const sent = new Map<string, string[]>();
  for (const field of form?.querySelectorAll("input[name], textarea[name], select[name]") ?? []) {
    const isChoice = /^(radio|checkbox)$/.test(field.getAttribute("type") ?? "");
    if (isChoice && !field.hasAttribute("checked")) continue;
    if (field.getAttribute("type") === "file") continue;
    const name = field.getAttribute("name") ?? "";
    sent.set(name, [...(sent.get(name) ?? []), valueIn(field)]);
  }
  return Object.fromEntries(
    [...sent].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  );
}

function valueIn(field: Element): string {
  if (field.localName === "textarea") return (field.textContent ?? "").replace(/^\n/, "");
  if (field.localName === "select")
    return (
      (field.querySelector("option[selected]") ?? field.querySelector("option"))?.getAttribute("value") ?? ""
    );
  return field.getAttribute("value") ?? "";
}
