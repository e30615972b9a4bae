/** The fields of each kind's form, and the schema that they are printed by. */
import type { EntryKind } from "shared/entries/rules.ts";
import { EventContent } from "shared/events/content.ts";
import type { BodySchema } from "shared/form.ts";
import { ArticleContent } from "shared/news/content.ts";
import { PartnerContent } from "shared/partners/content.ts";
import { ResourceContent } from "shared/resources/content.ts";
import type { Component } from "solid-js";

import type { Option } from "../components/forms.tsx";
import { EventFields } from "../events/EventFields.tsx";
import { ArticleFields } from "../news/ArticleFields.tsx";
import { PartnerFields } from "../partners/PartnerFields.tsx";
import { ResourceFields } from "../resources/ResourceFields.tsx";

/** What one may choose from. */
export interface EntryChoices {
  countries: Option[];
  languages: Option[];
  /** The regions that are this person's; one alone is no choice. */
  regions: Option[];
  /** Names of the region's CSOs. */
  organisations: string[];
}

export interface FieldsProps {
  choices: EntryChoices;
  /** Curators may have the source asked for what is missing. */
  canFetch?: boolean;
}

export interface EntryFields {
  schema: BodySchema;
  fields: Component<FieldsProps>;
}

export const entryFields: Partial<Record<EntryKind, EntryFields>> = {
  news: { schema: ArticleContent, fields: ArticleFields },
  events: { schema: EventContent, fields: EventFields },
  resources: { schema: ResourceContent, fields: ResourceFields },
  partners: { schema: PartnerContent, fields: PartnerFields },
};
