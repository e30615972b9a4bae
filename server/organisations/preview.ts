/** A profile as visitors would see it, before it is saved. */
import type { Organisation } from "shared/organisations/contract.ts";
import { flatten, unflatten } from "shared/organisations/flat.ts";
import type { OwnProfile, ProfileChanges } from "shared/organisations/profile.ts";
import { type ContactField, contactFields, shownTo } from "shared/organisations/rules.ts";

export function asVisitorsSee(profile: OwnProfile, changes: ProfileChanges): Organisation {
  const before = flatten(profile);
  const { visibility, city, ...next } = unflatten({ ...before, ...flatten(changes, before) });
  const seen = shownTo("visitor");
  const isSeen = (field: ContactField) => seen.includes(visibility[field]);
  const ifSeen = (field: "website" | "email" | "phone") => (isSeen(field) ? next[field] : null);
  return {
    id: profile.id,
    slug: profile.slug,
    region: profile.region,
    status: profile.status === "listed" ? "listed" : "claimed",
    logo: profile.logo,
    lastConfirmedOn: profile.lastConfirmedOn,
    ...next,
    city: city && { name: city.name, lat: city.lat ?? null, lon: city.lon ?? null },
    website: ifSeen("website"),
    websiteVerified: null,
    email: ifSeen("email"),
    phone: ifSeen("phone"),
    socials: Object.fromEntries(
      contactFields.flatMap((field) => {
        const address = Object.entries(next.socials).find(([network]) => network === field)?.[1];
        return address && isSeen(field) ? [[field, address]] : [];
      }),
    ),
    activities: next.activities.map(({ id: _id, ...activity }) => ({ ...activity, source: null })),
    uncacCoalitionMember: null,
    source: null,
    moreSources: [],
    asOf: null,
    verified: null,
  };
}
