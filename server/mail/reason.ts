/** Why a letter was not sent, in the mail server's words, without the address that it was for. */
import type { Letter } from "./letter.ts";

/** What nodemailer tells of a failure beside its message. */
interface SendFailure {
  code?: string;
  responseCode?: number;
  response?: string;
  message?: string;
}

const MAX_REASON = 300;

export function reasonOf(error: unknown, letter: Pick<Letter, "to" | "replyTo">): string {
  const { code, response, message } = failureOf(error);
  const said = [code, response ?? message].filter(Boolean).join(": ");
  const people = [letter.to, letter.replyTo ?? ""].flatMap((address) => [
    address,
    address.split("@")[0] ?? "",
  ]);
  return people
    .filter((part) => part.length > 1)
    .reduce((text, part) => replaceAll(text, part), said.replace(/[^\s<>:;,()]+@[^\s<>:;,()]+/g, "…"))
    .replace(/\s+/g, " ")
    .slice(0, MAX_REASON);
}

function replaceAll(text: string, part: string): string {
  const literal = part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "giu"), "…");
}

/** RFC 5321 §4.2.1: 5xx is a refusal for good; of these, only what concerns this letter, not our own sign-in. */
export function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = failureOf(error);
  return responseCode >= 500 && responseCode < 600 && (code === "EENVELOPE" || code === "EMESSAGE");
}

function failureOf(error: unknown): SendFailure {
  return error instanceof Error ? (error as SendFailure) : { message: String(error) };
}
