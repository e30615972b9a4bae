/** Reads a letter that came in: who wrote it, what of it is their own, and whether a person wrote it at all. */
import { hash } from "node:crypto";
import { MAX_DIVIDERS, MAX_LINES, MAX_NESTED_PARTS, MAX_PART, titleOf } from "shared/boardMail/rules.ts";
import { ownWords } from "shared/boardMail/stripping.ts";
import { mailAddress } from "shared/mail/address.ts";

export interface IncomingLetter {
  /** Null where there is not exactly one. */
  from: string | null;
  /** All addresses that it names as readers, for who is not told by the server that took it in. */
  to: string[];
  title: string;
  text: string;
  /** Files that were sent along; pictures within a signature are none. */
  attachments: number;
  /** Sent by a machine: an answer while somebody is away, a list, a failure of delivery. */
  isAutomatic: boolean;
  /** The same for the same letter, however often it arrives. */
  clientId: string;
}

type Headers = readonly { key: string; value: string }[];

/** Null: not a letter as people's programmes make them, which would only keep the server busy. */
export async function readLetter(raw: Buffer): Promise<IncomingLetter | null> {
  if (isBomb(raw)) return null;
  const { default: PostalMime } = await import("postal-mime");
  const email = await PostalMime.parse(raw, { maxNestingDepth: MAX_NESTED_PARTS }).catch(() => null);
  if (!email) return null;
  const from = email.from?.address === undefined ? null : mailAddress(email.from.address);
  const mailboxes = [...(email.to ?? []), ...(email.cc ?? [])];
  const identity = email.messageId?.trim() || raw;
  return {
    from: isOne(email.headers, "from") ? from : null,
    to: [...mailboxes.flatMap(({ address }) => address ?? []), ...deliveredTo(email.headers)],
    title: titleOf(email.subject ?? ""),
    text: await textOf(email.text, email.html),
    attachments: email.attachments.filter((one) => one.disposition === "attachment" || !one.related).length,
    isAutomatic: isAutomatic(email.headers, from),
    clientId: `mail-${hash("sha256", identity, "base64url")}`,
  };
}

/** Each line and each part costs time and memory, whatever stands in it: they are counted before they are read. */
function isBomb(raw: Buffer): boolean {
  return countOf(raw, "\n", MAX_LINES) > MAX_LINES || countOf(raw, "\n--", MAX_DIVIDERS) > MAX_DIVIDERS;
}

/** Counted no further than one beyond `most`. */
function countOf(raw: Buffer, what: string, most: number): number {
  let count = 0;
  for (let at = raw.indexOf(what); at >= 0 && count <= most; at = raw.indexOf(what, at + what.length))
    count++;
  return count;
}

const valuesOf = (headers: Headers, name: string) =>
  headers.flatMap(({ key, value }) => (key === name ? [value] : []));

const isOne = (headers: Headers, name: string) => valuesOf(headers, name).length === 1;

const DELIVERED = ["delivered-to", "x-original-to", "envelope-to"];

function deliveredTo(headers: Headers): string[] {
  return DELIVERED.flatMap((name) => valuesOf(headers, name)).map((value) =>
    value.replace(/[<>]/g, "").trim(),
  );
}

/** Plain text where there is any: it is what its writer's programme made of what they wrote. */
async function textOf(text: string | undefined, html: string | undefined): Promise<string> {
  if (text !== undefined && text.trim() !== "") return ownWords(text.slice(0, MAX_PART));
  if (html === undefined) return "";
  const { textOfHtml } = await import("./htmlText.ts");
  return ownWords(await textOfHtml(html.slice(0, MAX_PART)));
}

const MACHINES = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+@]|$)/i;

/** RFC 3834, RFC 2919, RFC 3464, and what is older than them. */
function isAutomatic(headers: Headers, from: string | null): boolean {
  const first = (name: string) => valuesOf(headers, name)[0]?.trim().toLowerCase();
  const auto = first("auto-submitted");
  if (auto !== undefined && !auto.startsWith("no")) return true;
  if (/^(bulk|list|junk|auto_reply)/.test(first("precedence") ?? "")) return true;
  if (/^multipart\/report/.test(first("content-type") ?? "")) return true;
  if (first("return-path") === "<>") return true;
  const signs = ["x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-response-suppress", "x-loop"];
  if (headers.some(({ key }) => key.startsWith("list-") || signs.includes(key))) return true;
  return from !== null && MACHINES.test(from);
}
