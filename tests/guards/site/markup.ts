/** What is wrong with a page's markup: parts that point to nothing, other hosts, code where none may be. */
import type { VisitedPage } from "../../setup/crawl.ts";

type Check = (page: VisitedPage) => string[];

const REFERENCES = [
  "for",
  "aria-labelledby",
  "aria-describedby",
  "aria-controls",
  "aria-owns",
  "headers",
  "popovertarget",
  "list",
  "form",
];

const missingIds: Check = ({ document }) => {
  const ids = new Set([...document.querySelectorAll("[id]")].map(({ id }) => id));
  const names = REFERENCES.flatMap((attribute) =>
    [...document.querySelectorAll(`[${attribute}]`)].flatMap((element) =>
      (element.getAttribute(attribute) ?? "")
        .split(/\s+/)
        .filter((id) => id !== "" && !ids.has(id))
        .map((id) => `${attribute}=${id}`),
    ),
  );
  const anchors = [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""))
    .filter((id) => id !== "" && !ids.has(id));
  return [...names, ...anchors.map((id) => `href=#${id}`)];
};

const idsTwice: Check = ({ document }) => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
};

const LOADED =
  "script[src], img[src], source[srcset], iframe, object, embed, video, audio, use[href], link[href], form[action]";
const ONLY_SAID = new Set(["canonical", "alternate", "license"]);

const otherHosts: Check = ({ document }) =>
  [...document.querySelectorAll(LOADED)].flatMap((element) => {
    if (element.localName === "link" && ONLY_SAID.has(element.getAttribute("rel") ?? "")) return [];
    const address = ["src", "srcset", "href", "action", "data"]
      .map((name) => element.getAttribute(name))
      .find((one) => one);
    return !address || /^(\/(?!\/)|#|\?)/.test(address) ? [] : [`${element.localName} ${address}`];
  });

/** The content security policy would refuse it. */
const inlineCode: Check = ({ document, html }) => {
  const scripts = [...document.querySelectorAll("script:not([src])")].filter(
    (script) => script.getAttribute("type") !== "application/ld+json",
  );
  const styles = [...document.querySelectorAll("style, [style]")].map(
    ({ localName }) => `style on ${localName}`,
  );
  const handlers = html.match(/<[a-z][^>]*\son[a-z]+=/gi) ?? [];
  return [...scripts.map(() => "script"), ...styles, ...handlers];
};

const frame: Check = ({ document, language, headers }) => {
  const root = document.documentElement;
  const wanted = language === "ar" ? "rtl" : "ltr";
  const titles = document.querySelectorAll("h1").length;
  return [
    ...(root.lang === language && root.getAttribute("dir") === wanted
      ? []
      : [`html lang=${root.lang} dir=${root.getAttribute("dir")}`]),
    ...(titles === 1 ? [] : [`${titles} h1`]),
    ...(document.title.trim() === "" ? ["no title"] : []),
    ...(document.querySelector("meta[name=description]")?.getAttribute("content") ? [] : ["no description"]),
    ...(headers["set-cookie"] ? ["a cookie"] : []),
    ...(document.querySelector("a[data-exit]") ? [] : ["no quick exit"]),
  ];
};

/** A table, a picture and a field that a screen reader cannot name. */
const nameless: Check = ({ document }) => [
  ...[...document.querySelectorAll("img:not([alt])")].map(() => "img without alt"),
  ...[...document.querySelectorAll("table")]
    .filter((table) => !table.querySelector("th"))
    .map(() => "table without th"),
];

const jsonLd: Check = ({ document }) =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      const data = JSON.parse(script.textContent ?? "");
      return String(data["@context"]).startsWith("https://schema.org") ? [] : ["JSON-LD without its context"];
    } catch {
      return ["JSON-LD that cannot be read"];
    }
  });

/** Words that only broken code writes. */
const brokenWords: Check = ({ text }) =>
  text().match(/\[object \w+\]|\bundefined\b|\bNaN\b|\{\w+\}|Invalid Date/g) ?? [];

export const checks: Record<string, Check> = {
  "what is pointed to is there": missingIds,
  "an id stands once": idsTwice,
  "nothing is loaded from, or sent to, another host": otherHosts,
  "no code stands in the page": inlineCode,
  "language, direction, one heading, title, description, no cookie": frame,
  "pictures and tables have names": nameless,
  "JSON-LD can be read": jsonLd,
  "no word of broken code": brokenWords,
};
