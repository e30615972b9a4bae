/** The addresses by which a letter's reader comes back: theirs is sealed in them, so nobody else can make one. */
import { mailAddress } from "shared/mail/address.ts";
import type { App } from "../app.ts";

const PURPOSE = "follows of";

/** `below` is "follows" (what I follow) or "follows/end". */
export function readerUrl(
  app: App,
  language: string,
  email: string,
  below: "follows" | "follows/end",
): string {
  return `${app.origin()}${readerPath(language, below, app.secrets.seal(PURPOSE, email))}`;
}

export function readerPath(language: string, below: "follows" | "follows/end", of: string): string {
  return `/${language}/${below}?${new URLSearchParams({ of })}`;
}

/** Null: not one of our addresses. */
export function readerOf(app: App, of: string | undefined): string | null {
  const email = of === undefined ? null : app.secrets.open<string>(PURPOSE, of);
  return email === null ? null : mailAddress(email);
}
