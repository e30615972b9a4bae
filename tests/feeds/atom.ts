/** An Atom feed as a feed reader takes it apart. */
import { XMLParser, XMLValidator } from "fast-xml-parser";

export interface AtomLink {
  rel: string;
  href: string;
  type?: string;
}

export interface AtomText {
  text: string;
  language: string | undefined;
}

export interface AtomEntry {
  id: string;
  title: AtomText;
  summary: AtomText;
  updated: string;
  links: AtomLink[];
}

export interface Atom {
  language: string;
  id: string;
  title: string;
  subtitle: string;
  updated: string;
  author: string;
  links: AtomLink[];
  entries: AtomEntry[];
}

type Node = Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  isArray: (name) => name === "entry" || name === "link",
});

/** Throws where the text is no well-formed XML. */
export function readAtom(xml: string): Atom {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(valid.err.msg);
  const { feed } = parser.parse(xml) as { feed: Node };
  return {
    language: String(feed["@xml:lang"]),
    id: String(feed.id),
    title: String(feed.title),
    subtitle: String(feed.subtitle),
    updated: String(feed.updated),
    author: String((feed.author as Node).name),
    links: linksOf(feed),
    entries: ((feed.entry ?? []) as Node[]).map((entry) => ({
      id: String(entry.id),
      title: textOf(entry.title),
      summary: textOf(entry.summary),
      updated: String(entry.updated),
      links: linksOf(entry),
    })),
  };
}

function linksOf(node: Node): AtomLink[] {
  return (node.link as Node[]).map((link) => ({
    rel: String(link["@rel"]),
    href: String(link["@href"]),
    ...(link["@type"] ? { type: String(link["@type"]) } : {}),
  }));
}

/** With an attribute the parser gives an object, without one a string. */
function textOf(value: unknown): AtomText {
  if (typeof value !== "object" || value === null) return { text: String(value), language: undefined };
  const node = value as Node;
  return { text: String(node["#text"]), language: String(node["@xml:lang"]) };
}
