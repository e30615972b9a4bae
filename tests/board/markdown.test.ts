/** What a post may look like: formatting as people type it, nothing that runs, and no text that takes long. */
import { parseHTML } from "linkedom";
import { render } from "server/board/markdown.ts";
import { inLanguage, type Named } from "shared/board/mentions.ts";
import { MAX_BODY, MAX_MENTIONS } from "shared/board/rules.ts";
import { describe, expect, test } from "vitest";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { vectors } from "./vectors.ts";

const names = new Map<string, Named>([
  ["ayo", { kind: "person", id: 1, name: "Ayo" }],
  ["aneej", { kind: "organisation", id: 2, name: "ANEEJ", path: "/en/africa/organisations/aneej" }],
]);
const shown = async (text: string) => {
  const { html } = await render(text, names);
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
};

describe("formatting", () => {
  test("headings stand below the page's own and go down a step at a time", async () => {
    const body = await shown("# One\n\n### Two\n\n###### Three\n\n# Four");
    expect([...body.children].map(({ tagName }) => tagName)).toEqual(["H2", "H3", "H4", "H2"]);
  });

  test("a new line is a new line; lists, quotes, code and tables are shown", async () => {
    const body = await shown(
      "one\ntwo\n\n- a\n- b\n\n> said\n\n`x`\n\n~~~\ny\n~~~\n\n| a | b |\n|:-:|-|\n| 1 | 2 |",
    );
    for (const selector of ["p br", "ul li", "blockquote p", "p code", "pre code", ".scroll table td"])
      expect(body.querySelector(selector), selector).not.toBeNull();
    expect(body.querySelector("[style]")).toBeNull();
  });

  test("each block takes the direction of its first words", async () => {
    const body = await shown("Hello\n\nمرحبا\n\n> مرحبا\n\n- مرحبا\n- b");
    expect([...body.children].map((block) => block.getAttribute("dir"))).toEqual(Array(4).fill("auto"));
    expect(body.querySelectorAll("[dir] [dir]")).toHaveLength(0);
  });
});

describe("links", () => {
  test("what leads out is marked so; what stays is not", async () => {
    const body = await shown("https://a.example www.b.example x@c.example [d](https://d.example) [e](#p12)");
    const links = [...body.querySelectorAll("a")].map((a) => [a.getAttribute("href"), a.getAttribute("rel")]);
    const out = "nofollow ugc noopener";
    expect(links).toEqual([
      ["https://a.example", out],
      ["https://www.b.example", out],
      ["mailto:x@c.example", out],
      ["https://d.example", out],
      ["#p12", null],
    ]);
    expect((await render("done.it, ok.so")).html).not.toContain("<a");
  });

  test("a picture of another host is a link; an upload of the platform is shown", async () => {
    const body = await shown(
      "![a](https://x.example/a.png) ![b](/files/abc) [![c](https://x.example/c.png)](https://y.example)",
    );
    expect([...body.querySelectorAll("img")].map((img) => img.getAttribute("src"))).toEqual(["/files/abc"]);
    expect([...body.querySelectorAll("a")].map((a) => [a.textContent, a.getAttribute("href")])).toEqual([
      ["a", "https://x.example/a.png"],
      ["c", "https://y.example"],
    ]);
  });
});

describe("names", () => {
  test("who may be named is marked, a CSO with a link to its profile in the reader's language", async () => {
    const { html, named } = await render("@Ayo and @aneej.", names);
    expect(named.map(({ name }) => name)).toEqual(["Ayo", "ANEEJ"]);
    expect(html).toContain('<b class="mention" dir="auto">@Ayo</b>');
    expect(inLanguage(html, "ar")).toContain(
      '<a class="mention" href="/ar/africa/organisations/aneej">@aneej</a>.',
    );
  });

  test("nobody is named in code, in links, in addresses, behind a backslash, or who is not known", async () => {
    const { html, named } = await render(
      "`@ayo` [@ayo](#p1) x@ayo.example \\@ayo @nobody a@ayo @@ayo\n\n    @ayo",
      names,
    );
    expect([named, html.includes("mention")]).toEqual([[], false]);
  });

  test("no more are named than a conversation has", async () => {
    const many = new Map<string, Named>();
    for (let id = 0; id < 50; id++) many.set(`p${id}x`, { kind: "person", id, name: `p${id}x` });
    const { named } = await render([...many.keys()].map((name) => `@${name}`).join(" "), many);
    expect(named).toHaveLength(MAX_MENTIONS);
  });
});

const ALLOWED = new Set(
  "P BR STRONG EM S A B UL OL LI BLOCKQUOTE CODE PRE H2 H3 H4 H5 H6 HR DIV TABLE THEAD TBODY TR TH TD IMG".split(
    " ",
  ),
);
const ATTRIBUTES = new Set([
  "dir",
  "href",
  "rel",
  "class",
  "start",
  "tabindex",
  "src",
  "alt",
  "loading",
  "title",
]);

describe("what could run", () => {
  test("the list is long", () => {
    expect(new Set(vectors).size).toBeGreaterThan(80);
  });

  test.each(vectors)("is text: %s", async (vector) => {
    const body = await shown(vector);
    for (const element of body.querySelectorAll("*")) {
      expect(ALLOWED).toContain(element.tagName);
      for (const { name } of [...element.attributes]) expect(ATTRIBUTES).toContain(name);
      const href = element.getAttribute("href");
      if (href !== null) expect(href).toMatch(/^(https?:\/\/|mailto:|[?#]|\/(?![/\\]))/);
      const src = element.getAttribute("src");
      if (src !== null) expect(src).toMatch(/^\/files\/[\w-]+$/);
    }
  });

  test.skipIf(findBrowser() === null)(
    "nothing of all this runs, asks for anything or listens in a browser",
    async () => {
      const browser = await openBrowser();
      try {
        const page = await browser.newPage();
        const heard: string[] = [];
        page.on("dialog", (dialog) => {
          heard.push(dialog.message());
          void dialog.dismiss();
        });
        page.on("request", (request) => {
          if (!request.url().includes("/files/abc")) heard.push(request.url());
        });
        const htmls = await Promise.all(vectors.map(async (vector) => (await render(vector, names)).html));
        await page.setContent(
          `<body>${htmls.map((html) => `<article>${html}</article>`).join("")}</body></html>`,
        );
        const listening = await page.evaluate(() => {
          const all = [...document.querySelectorAll("article *")];
          const scripts = all.filter((one) => one.getAttributeNames().some((name) => name.startsWith("on")));
          for (const link of document.querySelectorAll<HTMLAnchorElement>("article a"))
            link.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
          return [scripts.length, document.querySelectorAll("article").length];
        });
        expect(listening).toEqual([0, vectors.length]);
        expect(heard).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});

describe("long texts", () => {
  const pieces = [
    ">",
    "[",
    "*",
    "![",
    "](",
    "`",
    "_",
    "**a",
    "*a ",
    "- ",
    "> ",
    "1. ",
    "  - ",
    "[a](",
    "<",
    "~~",
    "|a",
    "@",
    "@a ",
  ];
  const more = [
    "http://",
    "www.a.",
    "a@b.c ",
    "[a]: b\n",
    "![[]()",
    "[](<",
    "|a|\n|-|\n",
    "*_",
    "- a\n  ",
    "<a href=",
    ">- ",
    "😀",
  ];
  /** Far more than any of them takes, and far less than anything that grows faster than its text. */
  const MS = 1_000;

  test.each([...pieces, ...more])("a text of nothing but %j takes no long time", async (piece) => {
    const text = piece.repeat(Math.ceil(MAX_BODY / piece.length)).slice(0, MAX_BODY);
    // Of this process alone: the host may be busy with much else.
    const start = process.cpuUsage();
    const { html } = await render(text, names);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(MS);
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    expect(depthOf(document.body)).toBeLessThan(60);
  });
});

function depthOf(element: Element): number {
  let depth = 0;
  let level: Element[] = [element];
  while (level.length > 0) {
    depth++;
    level = level.flatMap((one) => [...one.children]);
  }
  return depth;
}
