/** Where a request may go: the address is read, its host looked up once, and everything that is not public refused. */
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { MAX_ADDRESS_LENGTH, WEB_PORTS } from "shared/fetching/rules.ts";
import type { Config } from "../config.ts";
import { FetchProblem } from "./problem.ts";
import { isPublicAddress } from "./publicAddress.ts";

/** All IP addresses of a name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface Target {
  url: URL;
  /** The only IP addresses to which the connection may go. */
  addresses: readonly string[];
}

/** By the operating system, as browsers ask it. */
export const resolveName: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * The URL parser has by then turned decimal, octal, hexadecimal and short IP addresses into plain ones. Where only one of
 * several addresses is private, the name is refused: nobody knows which would be taken.
 */
export async function targetOf(
  url: URL,
  config: Pick<Config, "FETCH_ALLOW">,
  resolve: Resolve,
): Promise<Target> {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new FetchProblem("not-http");
  if (url.username !== "" || url.password !== "") throw new FetchProblem("bad-address");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  const isAllowed = config.FETCH_ALLOW?.split(",").includes(`${url.hostname}:${port}`) ?? false;
  if (!isAllowed && !WEB_PORTS.includes(port)) throw new FetchProblem("bad-address");
  const addresses = isIP(host) ? [host] : await resolve(host);
  if (addresses.length === 0) throw new FetchProblem("not-found");
  if (isAllowed) return { url, addresses };
  const arePublic = await Promise.all(addresses.map(isPublicAddress));
  if (arePublic.includes(false)) throw new FetchProblem("private-address");
  return { url, addresses };
}

/** Throws where it is none. */
export function readAddress(text: string, base?: URL): URL {
  const url = text.length > MAX_ADDRESS_LENGTH ? null : URL.parse(text, base);
  if (!url) throw new FetchProblem("bad-address");
  return url;
}
