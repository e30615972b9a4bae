/** Feeds as other sites write them, and hostile ones. */

export interface WrittenItem {
  title?: string;
  link?: string;
  date?: string;
  text?: string;
}

export function rss(
  items: readonly WrittenItem[],
  head = "<title>The Daily</title><language>en-gb</language>",
): string {
  const written = items.map(
    ({ title, link, date, text }) =>
      `<item>${title === undefined ? "" : `<title>${title}</title>`}${link ? `<link>${link}</link>` : ""}${
        date ? `<pubDate>${date}</pubDate>` : ""
      }${text ? `<description>${text}</description>` : ""}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel>${head}<link>https://daily.example/</link><description>d</description>${written.join("")}</channel></rss>`;
}

/** A thousand million of the same word, if anybody expanded it. */
export const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY a${level} "${`&a${level === 0 ? "" : level - 1};`.repeat(10)}">`,
).join(
  "",
)}]><rss version="2.0"><channel><title>&a8;</title><item><title>&a8;</title><link>https://x.example/1</link></item></channel></rss>`;

export const XXE = `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd" [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&xxe;</title><item><title>&xxe;</title><link>https://x.example/1</link></item></channel></rss>`;
