/** Where to go on after signing in: an address of the platform's own pages, or nowhere. */
import { isLanguage } from "shared/i18n/languages.ts";

const NOWHERE = "http://platform.invalid";

/** Path and query of an address below a language; null for anything that could lead elsewhere. */
export function ownPath(next: string | undefined): string | null {
  if (!next?.startsWith("/") || /[\\\p{Cc}]/u.test(next)) return null;
  const url = URL.parse(next, NOWHERE);
  if (!url || url.origin !== NOWHERE) return null;
  const [, language = "", second] = url.pathname.split("/");
  if (!isLanguage(language) || second === "sign-in") return null;
  return url.pathname + url.search + url.hash;
}
