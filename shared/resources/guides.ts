/** The guides that stand on pages of their own: what governments can do for civil society, and the follow-up template. */
import Type, { type Static } from "typebox";
import { HowKnown, PartialDate, Url } from "../fields.ts";

/** Both are written in English. */
export const GUIDE_LANGUAGE = "en";

const Measure = Type.Object({ slug: Type.String(), title: Type.String(), detail: Type.String() });

export const ParticipationGuide = Type.Object({
  title: Type.String(),
  source: Type.String(),
  url: Url,
  publishedOn: PartialDate,
  newerEdition: Type.Optional(Type.Object({ url: Url, publishedOn: PartialDate })),
  verified: HowKnown,
  note: Type.Optional(Type.String()),
  phases: Type.Array(
    Type.Object({ slug: Type.String(), title: Type.String(), measures: Type.Array(Measure) }),
  ),
});
export type ParticipationGuide = Static<typeof ParticipationGuide>;

export const fieldTypes = [
  "country",
  "choice",
  "multi-choice",
  "url",
  "list-of-url",
  "text",
  "long-text",
  "list-of-text",
  "date",
  "date-range",
  "uncac-article",
  "organisation",
] as const;

const OptionValue = Type.Union([Type.String(), Type.Number()]);

export const TemplateField = Type.Object({
  name: Type.String(),
  label: Type.String(),
  type: Type.Enum(fieldTypes),
  help: Type.String(),
  required: Type.Boolean(),
  /** Where it stands, it decides instead of `required`. */
  requiredIf: Type.Optional(
    Type.Object({
      field: Type.String(),
      in: Type.Optional(Type.Array(OptionValue)),
      notIn: Type.Optional(Type.Array(OptionValue)),
    }),
  ),
  options: Type.Optional(Type.Array(Type.Object({ value: OptionValue, label: Type.String() }))),
});
export type TemplateField = Static<typeof TemplateField>;

export const FollowUpTemplate = Type.Object({
  title: Type.String(),
  version: Type.Integer(),
  purpose: Type.String(),
  source: Type.String(),
  scoring: Type.String(),
  sections: Type.Array(
    Type.Object({
      slug: Type.String(),
      title: Type.String(),
      repeat: Type.String(),
      fields: Type.Array(TemplateField),
    }),
  ),
});
export type FollowUpTemplate = Static<typeof FollowUpTemplate>;
