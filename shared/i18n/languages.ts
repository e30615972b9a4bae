/** The languages that are offered: those whose texts are complete. */

export const languages = {
  en: { name: "English", dir: "ltr", locale: "en-GB" },
  fr: { name: "Français", dir: "ltr", locale: "fr-FR" },
  ar: { name: "العربية", dir: "rtl", locale: "ar-u-nu-latn" },
} as const;

export type Language = keyof typeof languages;
export type Direction = "ltr" | "rtl";

export const languageCodes: readonly Language[] = ["en", "fr", "ar"];

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(languages, code);
}

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** The direction of any BCP 47 language, also of those a text may have and the platform does not. */
export function directionOf(tag: string): Direction {
  return RIGHT_TO_LEFT.has(tag.split("-")[0] ?? tag) ? "rtl" : "ltr";
}

/** The offered language a reader prefers by Accept-Language (RFC 9110 §12.5.4); English when none fits. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? "").split(",").flatMap((part) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    const code = tag.split("-")[0] ?? "";
    return isLanguage(code) && weight > 0 ? [{ code, weight }] : [];
  });
  return wishes.sort((a, b) => b.weight - a.weight)[0]?.code ?? "en";
}
