/** Markdown to HTML that is safe to show: made once, when a post is written. */
import type { Env, MarkdownIt } from "markdown-it";
import type { IOptions } from "sanitize-html";
import type { Named } from "shared/board/mentions.ts";
import type { PostEnv } from "./markdownRules.ts";

/** Deeper lists and quotes are left flat: nobody reads them, and each level costs. */
const MAX_NESTING = 20;

const NOBODY: ReadonlyMap<string, Named> = new Map();

/** The second lock: whatever the parser lets through, only this is kept. */
const ALLOWED: IOptions = {
  // biome-ignore format: a list to read, not a column
  allowedTags: ["p", "br", "strong", "em", "s", "a", "b", "ul", "ol", "li", "blockquote", "code", "pre", "h2", "h3", "h4", "h5",
    "h6", "hr", "div", "table", "thead", "tbody", "tr", "th", "td", "img"],
  allowedAttributes: {
    "*": ["dir"],
    a: ["href", "rel"],
    ol: ["start"],
    div: ["tabindex"],
    img: ["src", "alt", "loading"],
  },
  allowedClasses: { a: ["mention"], b: ["mention"], div: ["scroll"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  parseStyleAttributes: false,
};

type Render = (source: string, env: PostEnv) => string;

let loading: Promise<Render> | null = null;

/** Loaded when something is written for the first time: whoever only reads does not pay for it in memory. */
function load(): Promise<Render> {
  loading ??= Promise.all([
    import("markdown-it"),
    import("sanitize-html"),
    import("./markdownRules.ts"),
  ]).then(([{ default: Parser }, { default: sanitize }, { postRules }]) => {
    const md: MarkdownIt = new Parser({
      html: false,
      linkify: true,
      breaks: true,
      maxNesting: MAX_NESTING,
    }).use(postRules);
    return (source, env) => sanitize(md.render(source, env as PostEnv & Env), ALLOWED).trim();
  });
  return loading;
}

export interface Rendered {
  html: string;
  /** Who is named, of those who may be. */
  named: Named[];
}

/** `names`: who may be named, by the name in small letters; all others are plain words. */
export async function render(source: string, names: ReadonlyMap<string, Named> = NOBODY): Promise<Rendered> {
  const renderWith = await load();
  const env: PostEnv = { names, named: new Set() };
  const html = renderWith(source, env);
  return { html, named: [...env.named] };
}
