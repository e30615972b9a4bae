/** In which regions a record stands, as a curator's form changes it. */
import { type Actor, hasRole } from "../accounts/rules.ts";
import { Failure } from "../failure.ts";

interface Asked {
  actor: Actor;
  /** Whose desk it is. */
  desk: string;
  /** As it was; null: it is new. Empty: in all regions. */
  before: readonly string[] | null;
  /** As the form says; undefined: as it was. */
  wanted: readonly string[] | undefined;
}

/** Nobody adds or takes away a region that is not theirs. Throws `forbidden`. */
export function regionsFor({ actor, desk, before, wanted }: Asked): string[] {
  if (before?.length === 0) return [];
  const kept = before ?? [desk];
  if (wanted === undefined || wanted.length === 0) return [...kept];
  const foreign = wanted.filter((slug) => !kept.includes(slug) && !hasRole(actor, "curator", slug));
  if (foreign.length > 0) throw new Failure("forbidden");
  const others = kept.filter((slug) => !hasRole(actor, "curator", slug));
  return [...new Set([...wanted, ...others])];
}

/** Whoever belongs to the region may propose to it; who may publish there need not, and may. */
export function mayPropose(actor: Actor | null, region: string): boolean {
  return (actor?.regions.includes(region) ?? false) || hasRole(actor, "curator", region);
}
