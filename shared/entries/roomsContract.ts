/** The writing addresses of each room whose records are written at the desk. */
import { EventContent } from "../events/content.ts";
import { Event } from "../events/contract.ts";
import { ArticleContent } from "../news/content.ts";
import { Article } from "../news/contract.ts";
import { PartnerContent } from "../partners/content.ts";
import { Partner } from "../partners/contract.ts";
import { ResourceContent } from "../resources/content.ts";
import { Resource } from "../resources/contract.ts";
import { type Publication, publicationOf } from "./contract.ts";
import type { EntryKind } from "./rules.ts";

export const publications: Record<EntryKind, Publication> = {
  news: publicationOf("news", ArticleContent, Article),
  events: publicationOf("events", EventContent, Event),
  resources: publicationOf("resources", ResourceContent, Resource),
  partners: publicationOf("partners", PartnerContent, Partner),
};
