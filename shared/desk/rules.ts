/** What a region's desk consists of: its pages, in the order of their links. */

/** Below `/{lang}/{region}/desk`. Who may open one is said by its route. */
export const deskPaths = [
  "applications",
  "corrections",
  "flags",
  "news",
  "events",
  "resources",
  "partners",
  "reviews",
  "feeds",
  "links",
  "import",
  "people",
  "audit",
] as const;
export type DeskPath = (typeof deskPaths)[number];
