/** A letter that is only HTML, as text: without what its programme marks as quoted. */

const QUOTES =
  /\b(gmail_quote|gmail_attr|gmail_extra|moz-cite-prefix|yahoo_quoted|protonmail_quote|zmail_extra)\b/;
/** Where Outlook and its like begin to quote: what follows stands beside it, not within. */
const CUT =
  /<[a-z]+[^<>]{0,300}\bid=["']?(divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)\b/i;
/** Deeper than tables within tables of a newsletter: each further level costs more than the one before. */
const MAX_NESTING = 100;
const BLOCKS = ["p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "table"];

export async function textOfHtml(html: string): Promise<string> {
  // 18 MiB that a server whose people write on its pages does without.
  const { default: sanitizeHtml } = await import("sanitize-html");
  const cut = html.search(CUT);
  const clean = sanitizeHtml(cut < 0 ? html : html.slice(0, cut), {
    allowedTags: ["br", "blockquote", ...BLOCKS],
    allowedAttributes: {},
    nestingLimit: MAX_NESTING,
    nonTextTags: ["style", "script", "textarea", "option", "title", "head"],
    exclusiveFilter: ({ tag, attribs }) =>
      QUOTES.test(attribs.class ?? "") || (tag === "blockquote" && attribs.type === "cite"),
  });
  return clean
    .replace(/\s+/g, " ")
    .replace(/<br ?\/?>/g, "\n")
    .replace(/<li>/g, "\n- ")
    .replace(/<(p|h[1-6]|blockquote|ul|ol|table|pre)>|<\/(p|h[1-6]|blockquote|ul|ol|table|pre)>/g, "\n\n")
    .replace(/<[^<>]*>/g, "\n")
    .replace(/&nbsp;|\u00a0/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
