/** Who and what the demonstration consists of, in each region; labelled wherever it is shown. */
import { needsSecondFactor, type StaffRole, staffRoles } from "shared/accounts/rules.ts";

export const demoRoles = [
  "member",
  "poster",
  "editor",
  "owner",
  "moderator",
  "curator",
  "admin",
  "steward",
] as const;
export type DemoRole = (typeof demoRoles)[number];

export interface DemoPerson {
  handle: string;
  /** Of a domain that no mail reaches (RFC 2606). */
  email: string;
  role: DemoRole;
  /** Null: of the whole platform. */
  region: string | null;
  language: string;
  /** The role asks for a second factor. */
  isStaff: boolean;
}

/** A handle stays short: "demo-moderator-see". */
const short: Record<string, string> = { "south-east-europe": "see", "south-east-asia": "sea" };

export function demoPeople(regions: readonly string[]): DemoPerson[] {
  const ofRegions = regions.flatMap((region) =>
    demoRoles.filter((role) => role !== "steward").map((role) => person(role, region)),
  );
  return [...ofRegions, person("steward", null)];
}

function person(role: DemoRole, region: string | null): DemoPerson {
  const handle = ["demo", role, ...(region === null ? [] : [short[region] ?? region])].join("-");
  const isStaff = staffRoles.includes(role as StaffRole) && needsSecondFactor(role as StaffRole);
  return { handle, email: `${handle}@demo.example`, role, region, language: "en", isStaff };
}

export interface DemoOrganisation {
  slug: string;
  name: string;
  region: string;
  /** Of the seat; one of the region's. */
  iso2: string;
  status: "claimed" | "listed";
  summary: string;
  specializations: string[];
  languages: string[];
  website: string;
  email: string;
  phone: string;
  visibility: Record<string, string>;
  activities: { title: string; summary: string; startedOn: string; endedOn: string | null; status: string }[];
}

/** A region and the country in which its demonstration CSOs sit. */
export interface DemoRegion {
  slug: string;
  /** Null: it has no country yet. */
  seat: string | null;
}

/** Where the texts are written for; elsewhere the first country of the region. */
const seats: Record<string, string> = { africa: "KE", "south-east-europe": "AL", "south-east-asia": "TH" };
const LABEL = "This is a demonstration, not an organisation:";

/** One that is kept by its members, and one that waits to be claimed. */
export function demoOrganisations(regions: readonly DemoRegion[]): DemoOrganisation[] {
  return regions.flatMap(({ slug: region, seat }) => {
    const iso2 = seats[region] ?? seat;
    if (iso2 === null) return [];
    const place = short[region] ?? region;
    const shared = {
      region,
      iso2,
      specializations: ["uncac-monitoring", "access-to-information"],
      languages: ["en"],
      phone: "+000 000 000",
      visibility: { phone: "members", email: "public" },
    };
    return [
      {
        ...shared,
        slug: `demonstration-kept-${place}`,
        name: "Demonstration: a profile that is kept",
        status: "claimed" as const,
        summary: `${LABEL} it shows a profile that its members keep.`,
        website: `https://kept-${place}.demo.example`,
        email: `office@kept-${place}.demo.example`,
        activities: [
          {
            title: "Demonstration: an activity of today",
            summary: `${LABEL} it shows an activity that goes on.`,
            startedOn: "2025-03",
            endedOn: null,
            status: "current",
          },
          {
            title: "Demonstration: an activity of the past",
            summary: `${LABEL} it shows an activity that has ended.`,
            startedOn: "2021",
            endedOn: "2023-06",
            status: "past",
          },
        ],
      },
      {
        ...shared,
        slug: `demonstration-listed-${place}`,
        name: "Demonstration: a profile to be claimed",
        status: "listed" as const,
        summary: `${LABEL} it shows a profile that nobody has claimed.`,
        website: `https://listed-${place}.demo.example`,
        email: `office@listed-${place}.demo.example`,
        activities: [],
      },
    ];
  });
}
