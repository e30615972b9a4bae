/** How alike two names are, however they are spelt: by the groups of three letters that both have. */
import { words } from "../search/words.ts";

/** "Transparency Int. Kenya" and "Transparency International Kenya" are 0.8 alike; names of one kind of body about 0.4. */
export const ALIKE = 0.6;

function trigrams(name: string): Set<string> {
  const found = new Set<string>();
  for (const word of words(name)) {
    const padded = `  ${word} `;
    for (let place = 0; place + 3 <= padded.length; place++) found.add(padded.slice(place, place + 3));
  }
  return found;
}

/** 0 to 1: twice what they share, of what both have (Dice). */
export function likenessOf(one: string, other: string): number {
  const [left, right] = [trigrams(one), trigrams(other)];
  if (left.size === 0 || right.size === 0) return 0;
  return (2 * left.intersection(right).size) / (left.size + right.size);
}

/** The first letters of the words of a name, folded: "tik" of "Transparency International Kenya". */
export function initialsOf(name: string): string {
  return words(name)
    .map((word) => word.charAt(0))
    .join("");
}

/** Whether the names are alike, in any of their forms. */
export function areAlike(names: readonly (string | null)[], others: readonly (string | null)[]): boolean {
  return names.some((one) => others.some((other) => one && other && likenessOf(one, other) >= ALIKE));
}

/** Whether one's acronym is the other's, or the initials of the other's name. */
export function shareAcronym(
  one: { acronym: string | null; name: string },
  other: { acronym: string | null; name: string },
): boolean {
  const folded = (text: string | null) => (text ? words(text).join("") : "");
  const [left, right] = [folded(one.acronym), folded(other.acronym)];
  if (left.length > 1 && (left === right || left === initialsOf(other.name))) return true;
  return right.length > 2 && right === initialsOf(one.name);
}
