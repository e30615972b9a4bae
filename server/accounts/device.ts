/** A device in words, so that a person knows it again in the list of sessions: browser and system, no version, no address. */

/** The first that fits: most browsers also call themselves by the names of others. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/TorBrowser/, "Tor Browser"],
  [/OPR\/|Opera|OPiOS/, "Opera"],
  [/EdgA?\/|EdgiOS\//, "Edge"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/UCBrowser\//, "UC Browser"],
  [/YaBrowser\//, "Yandex Browser"],
  [/Vivaldi\//, "Vivaldi"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/KAIOS\//i, "KaiOS"],
  [/Android/, "Android"],
  [/iPhone|iPad|iPod/, "iOS"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Macintosh|Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** Far longer than any browser's own. */
const LONGEST = 1000;

/** "Firefox · Android"; what is not known is left out, so it may be empty. */
export function deviceOf(userAgent: string | undefined): string {
  const text = (userAgent ?? "").slice(0, LONGEST);
  const nameIn = (names: typeof browsers) => names.find(([pattern]) => pattern.test(text))?.[1];
  return [nameIn(browsers), nameIn(systems)].filter((name) => name !== undefined).join(" · ");
}
