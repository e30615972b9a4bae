/** The forms by which an organisation or a person alone applies, new or from a draft. */
import type { StoredApplication } from "db/applications/queries.ts";
import { regionsByCountry } from "db/countries/queries.ts";
import {
  ApplyOrganisation,
  ApplyPerson,
  DraftOrganisation,
  DraftPerson,
} from "shared/applications/contract.ts";
import { DRAFT_DAYS } from "shared/applications/rules.ts";
import { Failure } from "shared/failure.ts";
import { type Entries, type FieldProblem, readForm } from "shared/form.ts";
import { languageCodes } from "shared/i18n/languages.ts";
import type { Specialization } from "shared/organisations/contract.ts";
import type { Region } from "shared/regions/contract.ts";
import { dayOf } from "shared/time.ts";
import type { FormState } from "web/render";
import type { App } from "../app.ts";
import { type Done, type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { specializationsOf } from "../organisations/actions.ts";
import type { Loaded } from "../page.ts";
import { saveDraft, submit } from "./actions.ts";
import { ownApplication, ownPath } from "./own.ts";
import { tokenOf } from "./tokens.ts";

type Visit = FormVisit<undefined, Region>;
type ApplyKind = "organisation" | "person";

export function applyForms(app: App): void {
  for (const kind of ["organisation", "person"] as const) {
    applyForm(app, kind, `/join/${kind}`);
    applyForm(app, kind, `/join/${kind}/:token`);
  }
}

interface ApplyData {
  countries: string[];
  specializations: Specialization[];
  draft: StoredApplication | null;
}

async function loadApply(app: App, kind: ApplyKind, visit: Visit): Promise<ApplyData> {
  const [places, specializations, draft] = await Promise.all([
    regionsByCountry(app.db.queries),
    specializationsOf(app),
    visit.params.token === undefined ? null : ownApplication(app, visit),
  ]);
  if (draft && (draft.status !== "draft" || draft.kind !== kind)) throw new Failure("not-found");
  const countries = [...places].flatMap(([iso2, region]) => (region === visit.region.slug ? [iso2] : []));
  return { countries, specializations, draft };
}

const bodies = {
  organisation: { draft: DraftOrganisation, whole: ApplyOrganisation },
  person: { draft: DraftPerson, whole: ApplyPerson },
};

function applyForm(app: App, kind: ApplyKind, path: string): void {
  serveRegionForm(app, {
    path,
    who: "anyone",
    visitor: true,
    body: bodies[kind].draft,
    load: (visit: Visit) => loadApply(app, kind, visit),
    fill: (_visit, { draft }) => draft?.answers,
    page: (visit, data, form) => applyPage(app, visit, { kind, data, form }),
    act: (visit, data, draft, { entries }) =>
      isSaving(entries) ? save(app, visit, kind, draft, data) : send(app, visit, kind, entries, data),
  });
}

const isSaving = (entries: Entries) => entries.some(([name, value]) => name === "intent" && value === "save");

const DAY_MS = 86_400_000;

function applyPage(
  app: App,
  { region, t, now }: Visit,
  { kind, data, form }: { kind: ApplyKind; data: ApplyData; form: FormState },
): Loaded {
  const { countries, specializations, draft } = data;
  const erase = draft && `${region.slug}/join/applications/${tokenOf(app, draft)}/withdraw`;
  return {
    view: {
      page: "Apply",
      props: {
        form,
        kind,
        region: region.slug,
        countries,
        specializations,
        languages: [...new Set([...region.languages, ...languageCodes])],
        draft: erase === null ? null : { until: dayOf(new Date(now.getTime() + DRAFT_DAYS * DAY_MS)), erase },
      },
    },
    title: t(`applications.${kind}.title`),
    description: t("applications.join.lead"),
  };
}

async function save(
  app: App,
  visit: Visit,
  kind: ApplyKind,
  answers: Record<string, unknown>,
  { draft }: ApplyData,
): Promise<Done> {
  const { region, language } = visit;
  const token = await saveDraft(app, { region: region.slug, kind, language, answers }, draft);
  return { to: `/${language}/${region.slug}/join/${kind}/${token}`, done: "draftSaved" };
}

async function send(
  app: App,
  visit: Visit,
  kind: ApplyKind,
  entries: Entries,
  data: ApplyData,
): Promise<Done> {
  const { region, language } = visit;
  const answers = whole(kind, entries, data);
  const { name, email, iso2 } = answers;
  const token = await submit(
    app,
    { region: region.slug, kind, language, answers, name, email, iso2 },
    data.draft,
  );
  return { to: ownPath(visit, token) };
}

/** What a draft may lack an application may not. */
function whole(
  kind: ApplyKind,
  entries: Entries,
  { countries, specializations }: ApplyData,
): ApplyOrganisation | ApplyPerson {
  const { body, problems } = readForm(bodies[kind].whole, entries);
  if (body === null) throw refusedFor(problems);
  if (!countries.includes(body.iso2.toUpperCase()))
    throw new Refused({ iso2: "applications.problem.country" });
  const known = new Set(specializations.map(({ slug }) => slug));
  if ("specializations" in body && !body.specializations.every((slug) => known.has(slug)))
    throw new Refused({ specializations: "form.misfit" });
  return { ...body, iso2: body.iso2.toUpperCase() };
}

function refusedFor(problems: readonly FieldProblem[]): Refused {
  return new Refused(
    Object.fromEntries(problems.map(({ field, key, values }) => [field, values ? { key, values } : key])),
  );
}
