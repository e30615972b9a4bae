/** The passwords that are tried first: the commonest words, and every longer one that leaks have shown. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** From @zxcvbn-ts/language-common (MIT): its 2,000 commonest passwords, and all of 12 signs and more. */
const LIST = fileURLToPath(new URL("common-passwords.txt", import.meta.url));

let words: ReadonlySet<string> | null = null;

/** Read when somebody first chooses a password: most nodes never need it. */
export function isCommonPassword(word: string): boolean {
  words ??= new Set(readFileSync(LIST, "utf8").trimEnd().split("\n"));
  return words.has(word);
}
