/** A region's colour can be read on every ground that it stands on, in light and dark (WCAG 2.2, 1.4.3). */
import { readFileSync } from "node:fs";
import { accents } from "shared/regions/rules.ts";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../../web/styles/tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");

/** Values of a rule's custom properties, by their names. */
function tokensOf(sheet: string, selector: string): Record<string, string> {
  const rule = sheet.split(`${selector} {`)[1]?.split("}")[0] ?? "";
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

function luminance(colour = ""): number {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((one) => one + one).join("") : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const themes = { light, dark };

test.each(accents.flatMap((accent) => (["light", "dark"] as const).map((theme) => [accent, theme] as const)))(
  "%s in %s",
  (accent, theme) => {
    const root = { ...tokensOf(light, ":root"), ...(theme === "dark" ? tokensOf(dark, ":root") : {}) };
    const own = tokensOf(themes[theme], `[data-accent="${accent}"]`);
    // The platform's own colour needs no rule.
    if (accent !== "ocean") expect(Object.keys(own)).toEqual(["accent", "accent-strong", "accent-soft"]);
    const colours = { ...root, ...own };
    for (const [text, ground] of [
      ["accent", "surface"],
      ["accent", "raised"],
      ["accent-strong", "accent-soft"],
      ["accent", "accent-soft"],
      ["on-accent", "accent"],
      ["text", "accent-soft"],
    ] as const)
      expect(contrast(colours[text], colours[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  },
);
