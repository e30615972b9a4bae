/** Slugs of new records: readable in Latin letters, whatever the script of the name. */
import { fold } from "./search/fold.ts";

/** An address is said on the telephone and printed on leaflets. */
const LONGEST = 70;

/** Words that stand in the same place of an address as a slug, now or soon. */
const RESERVED = new Set([
  "new",
  "drafts",
  "import",
  "links",
  "participation-guide",
  "follow-up-template",
  "edit",
  "claim",
  "history",
  "contact",
  "correct",
  "follow",
  "join",
  "desk",
  "search",
  "map",
  "members",
  "logo",
  "feed",
  "api",
  "admin",
  "about",
  "confirm",
  "invitations",
  "activities",
  "organisation",
  "organisations",
]);

/** Arabic letters as most place names in Latin letters write them; short vowels are not written, so they are missing. */
const ARABIC: Record<string, string> = {
  ا: "a",
  ب: "b",
  ت: "t",
  ث: "th",
  ج: "j",
  ح: "h",
  خ: "kh",
  د: "d",
  ذ: "dh",
  ر: "r",
  ز: "z",
  س: "s",
  ش: "sh",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "z",
  ع: "a",
  غ: "gh",
  ف: "f",
  ق: "q",
  ك: "k",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  و: "w",
  ي: "y",
  ء: "",
};

/** What a text is as a slug: "" where none of it can be written in Latin letters. */
export function slugOf(text: string): string {
  const latin = fold(text)
    .replace(/[\u0600-\u06ff]/g, (letter) => ARABIC[letter] ?? "-")
    .replace(/['’ʼ]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (latin.length <= LONGEST) return latin;
  const end = latin.lastIndexOf("-", LONGEST);
  return latin.slice(0, end > LONGEST / 2 ? end : LONGEST);
}

/** The first of the names that gives a slug of two letters and more, else the fallback. */
export function slugFrom(names: readonly (string | null | undefined)[], fallback: string): string {
  const slugs = names.map((name) => slugOf(name ?? "")).filter((slug) => slug.length > 1);
  return slugs.find((slug) => slug.length > 2) ?? slugs[0] ?? fallback;
}

/** The slug itself, or with the first number that is free: "watch", "watch-2" … Reserved words always get one. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!RESERVED.has(slug) && !isTaken(slug)) return slug;
  for (let number = 2; ; number++) if (!isTaken(`${slug}-${number}`)) return `${slug}-${number}`;
}
