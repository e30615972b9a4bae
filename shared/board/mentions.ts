/** Who is named by an @ in a text: what may be a name, and what it turned out to be. */
/** A person or a CSO that a text names. */
export type Named =
  | { kind: "person"; id: number; name: string }
  | {
      kind: "organisation";
      id: number;
      name: string;
      /** Of its profile, in English: see `inLanguage`. */
      path: string;
    };

/** As long as a CSO's slug may be; handles are shorter. */
const MAX_NAME = 120;
const CANDIDATE = new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{1,${MAX_NAME - 1}}`, "uy");
/** Before an @ that names: an address of mail or of the web names nobody. */
const JOINED = /[\p{L}\p{M}\p{N}._/@-]$/u;

/** The name behind the @ that stands at `at`; a full stop or a dash at its end belongs to the sentence. */
export function candidateAt(text: string, at: number): string | null {
  if (JOINED.test(text.slice(Math.max(0, at - 2), at))) return null;
  CANDIDATE.lastIndex = at + 1;
  const name = CANDIDATE.exec(text)?.[0].replace(/[._-]+$/, "");
  return name && name.length > 1 ? name : null;
}

/** Names are the same in capitals and small letters. */
export function candidateKey(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** A list of names longer than this is looked up in part: no text that is read needs more. */
const MAX_CANDIDATES = 100;

/** All that may be names, also in code and links: who it is decides whoever renders it. */
export function candidatesIn(text: string): string[] {
  const found = new Set<string>();
  for (let at = text.indexOf("@"); at >= 0 && found.size < MAX_CANDIDATES; at = text.indexOf("@", at + 1)) {
    const name = candidateAt(text, at);
    if (name !== null) found.add(candidateKey(name));
  }
  return [...found];
}

export const profilePath = (region: string, slug: string) => `/en/${region}/organisations/${slug}`;

/** The kept HTML of a post with its links to profiles in the language of whoever reads. */
export function inLanguage(html: string, language: string): string {
  return language === "en"
    ? html
    : html.replaceAll('<a class="mention" href="/en/', `<a class="mention" href="/${language}/`);
}
