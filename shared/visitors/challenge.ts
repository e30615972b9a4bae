/** The visitor challenge: what a form that needs no account asks of whoever sends it, so that floods cost something. */

/** The fields that it adds to a form. */
export const visitorFields = {
  challenge: "visitor_challenge",
  solution: "visitor_solution",
  /** Hidden from people: programs that fill in whatever there is fill it in too. */
  trap: "visitor_note",
} as const;

/** Several small puzzles instead of a large one: their sum hardly varies, and progress can be shown. */
export const PUZZLES = 16;
/** 16 × 2^13 hashes: one to two seconds on a cheap phone, a tenth of that on a laptop. */
export const BITS = 13;
/** Under load each step doubles the work and the wait; the last is some ten seconds on a cheap phone. */
export const MOST_STEPS = 3;
/** Without JavaScript: short enough for a person, long enough that a flood has to be kept waiting somewhere. */
export const WAIT_SECONDS = 5;
/** A form may lie open over a day of power cuts; afterwards it comes back filled in, with a new challenge. */
export const CHALLENGE_HOURS = 24;
/** So many forms within the half-life are an ordinary hour of all regions together. */
export const CALM_FORMS = 60;
export const LOAD_HALF_LIFE_MS = 10 * 60_000;

/** What the browser is given to solve. */
export interface Puzzle {
  id: string;
  /** Zero bits at the beginning of each hash. */
  bits: number;
}

export interface Challenge extends Puzzle {
  /** Signed; goes back with the form. */
  value: string;
}

export type ChallengeOutcome = "ok" | "wait" | "wrong" | "expired";

/** What is hashed for the puzzle of that place. One block of SHA-256, so at most 55 characters. */
export function puzzleText({ id }: Puzzle, place: number, nonce: string): string {
  return `${id}:${place}:${nonce}`;
}

export function isSolved(firstWord: number, bits: number): boolean {
  return firstWord >>> (32 - bits) === 0;
}

const NONCE = /^[0-9a-z]{1,10}$/;

/** The nonces of a solution as it is sent, or null when it is not one. */
export function readSolution(sent: string): string[] | null {
  const nonces = sent.split(".");
  return nonces.length === PUZZLES && nonces.every((nonce) => NONCE.test(nonce)) ? nonces : null;
}

/** How much harder than in calm times, by how many forms were accepted lately. */
export function stepsUnder(load: number): number {
  return Math.min(MOST_STEPS, Math.max(0, Math.ceil(Math.log2(load / CALM_FORMS))));
}
