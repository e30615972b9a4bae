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
  };
}

function wordsOf(element: Element | null): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
