/** Issues and checks the visitor challenge: signed, expiring, spent once; its price follows the load of the whole platform. */
import { hash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Transaction } from "db/transaction.ts";
import { spendChallenge } from "db/visitors/changes.ts";
import {
  BITS,
  CHALLENGE_HOURS,
  type Challenge,
  type ChallengeOutcome,
  isSolved,
  LOAD_HALF_LIFE_MS,
  puzzleText,
  readSolution,
  stepsUnder,
  visitorFields,
  WAIT_SECONDS,
} from "shared/visitors/challenge.ts";
import type { App } from "../app.ts";

/** `form`: to be solved or waited for; `wait`: on the page that waits; `paid`: of a form that only came back to be corrected. */
const kinds = ["form", "wait", "paid"] as const;
type Kind = (typeof kinds)[number];

interface Signed {
  kind: Kind;
  id: string;
  /** Seconds since 1970. */
  issuedAt: number;
  bits: number;
  waitSeconds: number;
}

export type SentFields = Readonly<Record<string, unknown>>;

/** What a form for visitors carries. */
export function issueChallenge(app: App): Challenge {
  return challengeOf(app, freshOf(app, "form"));
}

/** The form only came back to be corrected: whoever has solved or waited need not do so again. */
export function paidChallenge(app: App, sent: SentFields): Challenge {
  const paid = read(app, sent);
  const fresh = freshOf(app, "paid");
  return challengeOf(app, paid ? { ...fresh, issuedAt: paid.issuedAt } : fresh);
}

/** For the page that waits: the value that its form carries, and in how many seconds its button may be pressed. */
export function waitingChallenge(app: App, sent: SentFields): { value: string; seconds: number } {
  const before = read(app, sent);
  const waiting = before?.kind === "wait" ? before : freshOf(app, "wait");
  return { value: challengeOf(app, waiting).value, seconds: Math.max(1, secondsLeft(app, waiting)) };
}

/**
 * Whether a form may be acted on; it is spent with the transaction. `wait`: no valid solution, show the page that waits;
 * `wrong`: the field that must stay empty was filled in; `expired`: too old, used before, or not from here.
 */
export async function checkChallenge(app: App, tx: Transaction, sent: SentFields): Promise<ChallengeOutcome> {
  if (textOf(sent, visitorFields.trap) !== "") return "wrong";
  const challenge = read(app, sent);
  if (!challenge || isOver(app, challenge)) return "expired";
  if (!isPaid(app, challenge, textOf(sent, visitorFields.solution))) return "wait";
  if (!(await spendChallenge(tx, { id: challenge.id, expiresAt: endOf(challenge) }, app.now())))
    return "expired";
  loadOf(app).raise(app.now());
  return "ok";
}

function isPaid(app: App, challenge: Signed, solution: string): boolean {
  if (challenge.kind === "paid") return true;
  if (challenge.kind === "wait") return secondsLeft(app, challenge) <= 0;
  const nonces = readSolution(solution);
  return (
    nonces?.every((nonce, place) =>
      isSolved(firstWord(puzzleText(challenge, place, nonce)), challenge.bits),
    ) ?? false
  );
}

function firstWord(text: string): number {
  return hash("sha256", text, "buffer").readUInt32BE(0);
}

function secondsOf(app: App): number {
  return Math.floor(app.now().getTime() / 1000);
}

function secondsLeft(app: App, { issuedAt, waitSeconds }: Signed): number {
  return issuedAt + waitSeconds - secondsOf(app);
}

function endOf({ issuedAt }: Signed): Date {
  return new Date((issuedAt + CHALLENGE_HOURS * 3600) * 1000);
}

function isOver(app: App, challenge: Signed): boolean {
  return endOf(challenge) <= app.now();
}

function freshOf(app: App, kind: Kind): Signed {
  const steps = stepsUnder(loadOf(app).at(app.now()));
  return {
    kind,
    id: randomBytes(12).toString("base64url"),
    issuedAt: secondsOf(app),
    bits: BITS + steps,
    waitSeconds: WAIT_SECONDS * 2 ** steps,
  };
}

function challengeOf(app: App, signed: Signed): Challenge {
  const { id, bits } = signed;
  return { id, bits, value: [...partsOf(signed), macOf(app, signed)].join(".") };
}

function partsOf({ kind, id, issuedAt, bits, waitSeconds }: Signed): string[] {
  return [kind, id, ...[issuedAt, bits, waitSeconds].map(String)];
}

function macOf(app: App, signed: Signed): string {
  return app.secrets.mac("visitor-challenge", ...partsOf(signed));
}

const VALUE = /^(form|wait|paid)\.([\w-]{16})\.(\d{1,12})\.(\d{1,2})\.(\d{1,4})\.([\w-]{20,100})$/;

/** The challenge that was sent, where this platform signed it. */
function read(app: App, sent: SentFields): Signed | null {
  const [, kind, id = "", issuedAt, bits, waitSeconds, mac = ""] =
    VALUE.exec(textOf(sent, visitorFields.challenge)) ?? [];
  const known = kinds.find((one) => one === kind);
  if (known === undefined) return null;
  const signed = {
    kind: known,
    id,
    issuedAt: Number(issuedAt),
    bits: Number(bits),
    waitSeconds: Number(waitSeconds),
  };
  const given = Buffer.from(mac);
  const right = Buffer.from(macOf(app, signed));
  return given.length === right.length && timingSafeEqual(given, right) ? signed : null;
}

function textOf(sent: SentFields, name: string): string {
  const value = sent[name];
  return typeof value === "string" ? value : "";
}

/** How many forms were accepted lately, older ones counting less and less; in the memory of this process alone. */
class Load {
  #level = 0;
  #at = 0;

  at(now: Date): number {
    return this.#level * 2 ** -((now.getTime() - this.#at) / LOAD_HALF_LIFE_MS);
  }

  raise(now: Date): void {
    this.#level = this.at(now) + 1;
    this.#at = now.getTime();
  }
}

const loads = new WeakMap<App, Load>();

function loadOf(app: App): Load {
  const load = loads.get(app) ?? new Load();
  loads.set(app, load);
  return load;
}
