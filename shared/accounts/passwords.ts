/** What a password must be: long, and not one that is tried first. Nothing is said about which signs it is made of. */

/** Length is what makes a password hard to guess; NIST SP 800-63B-4 §3.1.1.2 asks for no mixture of signs. */
export const MIN_PASSWORD_LENGTH = 12;
/** Longer than any sentence somebody types, and short enough to be read at once. */
export const MAX_PASSWORD_LENGTH = 256;

/** What is left besides a well-known word, a sequence or a name must be so long to count as a password of its own. */
const OWN_PART = 8;
/** Whatever its length, a sequence or a repeated sign is as easy to guess as two signs. */
const RUN_WEIGHT = 2;
const SHORTEST_RUN = 3;
/** Shorter names stand inside too many words by chance. */
const SHORTEST_NAME = 4;

export type PasswordProblem = "short" | "long" | "common" | "simple" | "personal";

/** The same password from every keyboard and from every way in: composed, without the spaces around it. */
export function preparedPassword(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/\p{Cc}/gu, "")
    .trim();
}

interface Owner {
  handle?: string;
  email?: string;
}

/** Why a password is refused, or null. `isCommon` knows the words that are tried first, in lower case. */
export function passwordProblem(
  typed: string,
  owner: Owner,
  isCommon: (word: string) => boolean,
): PasswordProblem | null {
  const password = preparedPassword(typed);
  const { length } = [...password];
  if (length < MIN_PASSWORD_LENGTH) return "short";
  if (length > MAX_PASSWORD_LENGTH) return "long";
  const folded = password.normalize("NFKC").toLowerCase();
  if (isPersonal(folded, owner)) return "personal";
  const unit = repeatedUnit(folded);
  if (isCommon(folded) || isCommon(unit) || isDressedWord(unit, isCommon)) return "common";
  return weightOf(unit) < OWN_PART ? "simple" : null;
}

function isPersonal(password: string, { handle = "", email = "" }: Owner): boolean {
  const names = [handle, email, email.split("@")[0] ?? ""].map((name) =>
    name.normalize("NFKC").toLowerCase(),
  );
  return names.some(
    (name) =>
      name.length >= SHORTEST_NAME &&
      password.includes(name) &&
      password.replaceAll(name, "").length < OWN_PART,
  );
}

/** "abcabcabcab" is made of "abc": what is repeated, or the whole. */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

const disguises: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** "P@ssword2026!": a well-known word with figures and signs around it. */
function isDressedWord(password: string, isCommon: (word: string) => boolean): boolean {
  const word = password.replace(/^[^\p{L}@$]+|[^\p{L}]+$/gu, "");
  const plain = [...word].map((sign) => disguises[sign] ?? sign).join("");
  return (
    password.length - word.length < OWN_PART &&
    word.length > SHORTEST_RUN &&
    (isCommon(word) || isCommon(plain))
  );
}

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "yxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
];
const sequences = [...rows, ...rows.map((row) => [...row].reverse().join(""))];

/** How many signs somebody has to guess, where runs ("4567", "qwert", "aaaa") count as little as they hide. */
function weightOf(text: string): number {
  let weight = 0;
  for (let at = 0; at < text.length; ) {
    const run = runAt(text, at);
    weight += run < SHORTEST_RUN ? 1 : RUN_WEIGHT;
    at += run < SHORTEST_RUN ? 1 : run;
  }
  return weight;
}

/** How many signs from here on repeat one another or follow one another on a keyboard or in the alphabet. */
function runAt(text: string, at: number): number {
  let run = 1;
  const isRun = (part: string) =>
    part === part.charAt(0).repeat(part.length) || sequences.some((sequence) => sequence.includes(part));
  while (at + run < text.length && isRun(text.slice(at, at + run + 1))) run += 1;
  return run;
}
