/** Finds the record of an address: here, at another address (308), or nowhere (404). */
import { currentSlug } from "db/oldSlugs.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "./app.ts";
import { Moved } from "./serve.ts";

export interface Address<T> {
  /** As in `old_slugs`: "article", "event", "organisation". */
  kind: string;
  region: string;
  slug: string;
  read(slug: string): Promise<T | null>;
  /** The path at which a record of that region and slug is served. */
  path(region: string, slug: string): string;
}

/** A record under another region's address or an old slug answers 308 to its own; one of a region not served here, 404. */
export async function recordAt<T extends { slug: string; regions: readonly string[] }>(
  app: App,
  address: Address<T>,
): Promise<T> {
  const record = (await address.read(address.slug)) ?? (await renamed(app, address));
  const served = app.regions().filter((region) => record?.regions.includes(region.slug));
  const region = served.find(({ slug }) => slug === address.region) ?? served[0];
  if (!record || !region) throw new Failure("not-found");
  if (region.slug === address.region && record.slug === address.slug) return record;
  throw new Moved(address.path(region.slug, record.slug));
}

async function renamed<T>(app: App, { kind, slug, read }: Address<T>): Promise<T | null> {
  const current = await currentSlug(app.db.queries, kind, slug);
  return current === null ? null : read(current);
}
