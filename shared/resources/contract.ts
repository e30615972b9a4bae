/** Resources: treaties, resolutions, guides, reports and other documents that matter. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { anyOf, CountryCode, known, LanguageTag, orNull, PartialDate, Slug } from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";

export const resourceKinds = [
  "treaty",
  "resolution",
  "guide",
  "toolkit",
  "report",
  "submission",
  "template",
  "training",
  "data",
  "law",
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** A document that the platform keeps itself. */
export const ResourceFile = Type.Object({
  url: Type.String({ pattern: "^/files/" }),
  /** In bytes. */
  size: Type.Integer(),
  /** Of the bytes as they are served, in hexadecimal. */
  sha256: Type.String(),
  pages: Type.Integer(),
  /** Whether its words could be taken out of it. */
  hasText: Type.Boolean(),
});
export type ResourceFile = Static<typeof ResourceFile>;

export const Resource = Type.Object({
  id: Type.Integer(),
  slug: Slug,
  title: Type.String(),
  kind: Type.Enum(resourceKinds),
  /** Empty: for all regions. */
  regions: Type.Array(Slug),
  countries: Type.Array(Type.String()),
  language: LanguageTag,
  publisher: Type.String(),
  publishedOn: orNull(PartialDate),
  url: orNull(Type.String()),
  /** United Nations document symbol. */
  symbol: orNull(Type.String()),
  summary: Type.String(),
  summaryLanguage: LanguageTag,
  ...known,
  /** Further languages in which it is to be had. */
  languages: Type.Array(LanguageTag),
  file: orNull(ResourceFile),
});
export type Resource = Static<typeof Resource>;

export const resourceQuery = Type.Object({
  /** One document, so that a link can lead to it wherever it stands in the list. */
  slug: anyOf(Slug),
  country: anyOf(CountryCode),
  kind: anyOf(Type.Enum(resourceKinds)),
  language: anyOf(LanguageTag),
  publisher: anyOf(Type.String({ maxLength: 200 })),
  symbol: anyOf(Type.String({ maxLength: 100 })),
  ...paging,
});
export type ResourceQuery = Static<typeof resourceQuery>;

/** Of the words of a document: which part of them. */
export const resourceTextQuery = Type.Object({ part: Type.Optional(Type.Integer({ minimum: 1 })) });

export const listResources = endpoint({
  id: "listResources",
  method: "GET",
  path: "/api/v1/regions/:region/resources",
  summary: "Documents for the region and for all regions",
  who: "anyone",
  params: regionParams,
  query: resourceQuery,
  reply: listOf(Resource),
  failures: ["not-found", "invalid"],
});

export const uploadDocument = endpoint({
  id: "uploadDocument",
  method: "POST",
  path: "/api/v1/regions/:region/documents",
  summary:
    "Takes one PDF, as multipart/form-data, for a resource to name as its `file`; gone after a day if none does",
  who: "curator",
  params: regionParams,
  reply: Type.Object({
    file: Type.String(),
    size: Type.Integer({ description: "In bytes, as it is served." }),
    sha256: Type.String({ description: "Of the bytes as they are served." }),
    pages: Type.Integer(),
  }),
  failures: ["invalid", "forbidden", "not-found", "too-large", "unavailable"],
});
