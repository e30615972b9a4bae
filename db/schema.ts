/** Every table, for drizzle-kit: the explicit list of the rooms' tables. */
export * from "./accounts/tables.ts";
export * from "./applications/tables.ts";
export * from "./audit/tables.ts";
export * from "./contact/tables.ts";
export * from "./corrections/tables.ts";
export * from "./countries/tables.ts";
export * from "./events/tables.ts";
export * from "./files/tables.ts";
export * from "./follows/tables.ts";
export * from "./news/tables.ts";
export * from "./organisations/tables.ts";
export * from "./partners/tables.ts";
export * from "./regions/tables.ts";
export * from "./resources/tables.ts";
export * from "./revisions/tables.ts";
export * from "./search/tables.ts";
export * from "./tables.ts";
