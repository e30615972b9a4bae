/** What Markdown of posts differs in from anybody's: whom an @ names, which links lead out, where pictures may come from. */
import type { Env, MarkdownIt, RendererRule, StateCore, StateInline, Token } from "markdown-it";
import type { Named } from "shared/board/mentions.ts";
import { candidateAt, candidateKey } from "shared/board/mentions.ts";
import { MAX_MENTIONS } from "shared/board/rules.ts";

/** What a rendering is told, and what it tells. */
export interface PostEnv {
  /** Who may be named here, by the name in small letters. */
  names: ReadonlyMap<string, Named>;
  /** Who was named, outside of code and links. */
  named: Set<Named>;
}

/** Posts have no heading of their own: theirs stand right below the title of the thread. */
const FIRST_HEADING = 2;
const LAST_HEADING = 6;

export function postRules(md: MarkdownIt): void {
  md.validateLink = isAllowed;
  md.linkify.add("www.", WWW);
  md.inline.ruler.push("mention", mention);
  md.core.ruler.push("post", shapePost);
  Object.assign(md.renderer.rules, {
    mention: drawMention,
    fence: drawCode,
    code_block: drawCode,
    table_open: (tokens, at) => `<div class="scroll" tabindex="0"><table${directionOf(tokens[at])}>`,
    table_close: () => "</table></div>",
  } satisfies Record<string, RendererRule>);

  function drawCode(tokens: Token[], at: number): string {
    return `<pre dir="auto"><code>${md.utils.escapeHtml(tokens[at]?.content ?? "")}</code></pre>`;
  }

  function drawMention(tokens: Token[], at: number): string {
    const token = tokens[at];
    const text = `@${md.utils.escapeHtml(token?.content ?? "")}`;
    const href = token?.attrGet("href");
    return typeof href === "string"
      ? `<a class="mention" href="${md.utils.escapeHtml(href)}">${text}</a>`
      : `<b class="mention" dir="auto">${text}</b>`;
  }
}

const HTTP = "http:";
const LONGEST_ADDRESS = 2_000;

/** As people type addresses. A word with a full stop inside ("done.it") is none, though there may be such a host. */
const WWW: Parameters<MarkdownIt["linkify"]["add"]>[1] = {
  validate: (text, at, linkify) => {
    const whole = `${HTTP}//www.${text.slice(at, at + LONGEST_ADDRESS)}`;
    const length = linkify.testSchemaAt(whole, HTTP, HTTP.length);
    return Math.max(0, length - "//www.".length);
  },
  normalize: (match) => {
    match.url = `https://${match.url}`;
  },
};

const LEADS_OUT = /^(https?:\/\/\S|mailto:\S+@)/i;
/** Of this platform or this page; `//host` is another one's. */
const STAYS = /^(\/(?![/\\])|[?#])/;

function isAllowed(address: string): boolean {
  return LEADS_OUT.test(address) || STAYS.test(address);
}

/** Uploads of the platform are shown; a picture of another host would tell that host who reads. */
const OWN_PICTURE = /^\/files\/[\w-]+$/;

function mention(state: StateInline, silent: boolean): boolean {
  const { names, named } = state.env as PostEnv & Env;
  if (state.src[state.pos] !== "@" || state.linkLevel > 0) return false;
  const candidate = candidateAt(state.src, state.pos);
  const found = candidate === null ? undefined : names.get(candidateKey(candidate));
  if (candidate === null || !found || (named.size >= MAX_MENTIONS && !named.has(found))) return false;
  if (!silent) {
    named.add(found);
    const token = state.push("mention", "", 0);
    token.content = candidate;
    if (found.kind === "organisation") token.attrSet("href", found.path);
  }
  state.pos += 1 + candidate.length;
  return true;
}

function shapePost(state: StateCore): void {
  lowerHeadings(state.tokens);
  for (const token of state.tokens) {
    // Lists and quotes have the direction of their first words as a whole: a child with its own would not count for it.
    if (token.nesting === 1 && token.level === 0) token.attrSet("dir", "auto");
    if (token.type === "th_open" || token.type === "td_open") token.attrs = null;
    if (token.children) token.children = shapeInline(token.children, state);
  }
}

/** Headings go down a step at a time, whatever was typed, as those who hear a page expect. */
function lowerHeadings(tokens: Token[]): void {
  let last = FIRST_HEADING - 1;
  for (const token of tokens) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    if (token.nesting === 1) {
      const wanted = Number(token.tag.slice(1)) + FIRST_HEADING - 1;
      last = Math.min(wanted, last + 1, LAST_HEADING);
    }
    token.tag = `h${last}`;
  }
}

function shapeInline(children: Token[], state: StateCore): Token[] {
  let isInLink = false;
  return children.flatMap((token) => {
    if (token.type === "link_open") {
      isInLink = true;
      markOut(token);
    }
    if (token.type === "link_close") isInLink = false;
    if (token.type !== "image") return [token];
    return pictureOrLink(token, state, isInLink);
  });
}

/** A link that leads out neither ranks its target nor says that the platform stands behind it. */
function markOut(link: Token): void {
  if (LEADS_OUT.test(String(link.attrGet("href")))) link.attrSet("rel", "nofollow ugc noopener");
}

function pictureOrLink(token: Token, state: StateCore, isInLink: boolean): Token[] {
  const address = String(token.attrGet("src") ?? "");
  if (OWN_PICTURE.test(address)) {
    token.attrSet("loading", "lazy");
    return [token];
  }
  const text = new state.Token("text", "", 0);
  text.content = token.content || address;
  if (isInLink) return [text];
  const open = new state.Token("link_open", "a", 1);
  open.attrSet("href", address);
  markOut(open);
  return [open, text, new state.Token("link_close", "a", -1)];
}

function directionOf(token: Token | undefined): string {
  return token?.level === 0 ? ' dir="auto"' : "";
}
