/** What a page's JSON-LD says of an article: when it was published, by whom, and what it is called. */

export interface Described {
  publishedOn: string | null;
  headline: string | null;
  publisher: string | null;
}

/** Nodes within nodes; an article lies no deeper. */
const MAX_DEPTH = 5;
const MAX_NODES = 200;

/** The first node with a date of publication speaks; a block that is no JSON says nothing. */
export function describedIn(blocks: readonly string[]): Described {
  const nodes = blocks.flatMap((block) => nodesOf(parsed(block), MAX_DEPTH)).slice(0, MAX_NODES);
  const article = nodes.find((node) => textOf(node.datePublished) !== null);
  return {
    publishedOn: textOf(article?.datePublished),
    headline: textOf(article?.headline),
    publisher: nameOf(article?.publisher, nodes),
  };
}

type Node = Record<string, unknown>;

function parsed(block: string): unknown {
  try {
    return JSON.parse(block);
  } catch {
    return null;
  }
}

function nodesOf(value: unknown, depth: number): Node[] {
  if (depth === 0 || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, MAX_NODES).flatMap((one) => nodesOf(one, depth - 1));
  const node = value as Node;
  return [node, ...nodesOf(node["@graph"], depth - 1), ...nodesOf(node.mainEntity, depth - 1)];
}

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() !== "" ? first : null;
}

/** A name, a node with a name, or a reference to one. */
function nameOf(value: unknown, nodes: readonly Node[]): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== "object" || first === null) return textOf(first);
  const id: unknown = Reflect.get(first, "@id");
  const meant = typeof id === "string" ? nodes.find((node) => node["@id"] === id && "name" in node) : null;
  return textOf(Reflect.get(first, "name")) ?? textOf(meant?.name);
}
