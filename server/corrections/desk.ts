/** Where corrections wait and are answered: the region's curators', and those of a profile for who keeps it. */
import { type CorrectionRow, correctionAt, type Desk, waitingCorrections } from "db/corrections/queries.ts";
import { decideBody } from "shared/corrections/contract.ts";
import { QUEUE_PAGE } from "shared/corrections/rules.ts";
import { languageChoices, readValue, sentOf } from "shared/corrections/values.ts";
import type { Who } from "shared/endpoint.ts";
import { Failure, found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import { paging } from "shared/page.ts";
import type { Region } from "shared/regions/contract.ts";
import { dayOf } from "shared/time.ts";
import Type, { type Static } from "typebox";
import type { App } from "../app.ts";
import { takersOf } from "../desk/queue.ts";
import { type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { specializationsOf } from "../organisations/actions.ts";
import { serveRegionPage } from "../page.ts";
import type { Visit } from "../serve.ts";
import { type Deciding, decide } from "./deciding.ts";
import { fieldOf } from "./giving.ts";
import { shownCorrection } from "./lines.ts";

interface DeskPlace {
  /** Below the region. */
  path: string;
  who: Who;
  /** Where it stands, filled in. */
  address(visit: Pick<Visit, "organisation"> & { region: Region }): string;
  desk(visit: Pick<Visit, "organisation"> & { region: Region }): Desk;
}

const places: readonly DeskPlace[] = [
  {
    path: "/desk/corrections",
    who: "curator",
    address: ({ region }) => `${region.slug}/desk/corrections`,
    desk: ({ region }) => ({ region: region.slug }),
  },
  {
    path: "/organisations/:slug/corrections",
    who: "editor",
    address: ({ region, organisation }) => `${region.slug}/organisations/${organisation?.slug}/corrections`,
    desk: ({ organisation }) => ({ organisationId: found(organisation).id }),
  },
];

export function correctionDesks(app: App): void {
  for (const place of places) {
    queuePage(app, place);
    answerForm(app, place);
  }
}

function queuePage(app: App, place: DeskPlace): void {
  serveRegionPage(app, {
    path: place.path,
    rooms: [],
    who: place.who,
    query: Type.Object({ after: paging.after }),
    load: async (visit) => {
      const { t, language, region, organisation, query } = visit;
      const page = { limit: QUEUE_PAGE, after: query.after };
      const [list, takers] = await Promise.all([
        waitingCorrections(app.db.queries, place.desk(visit), page),
        organisation ? {} : takersOf(app, region.slug, ["correction"]),
      ]);
      const shown = await Promise.all(list.items.map((row) => shownCorrection(app, row, language)));
      const props = {
        list: { ...list, items: shown.map(({ line }) => line) },
        path: place.address(visit),
        back: backOf(visit),
        takers,
      };
      const name = organisation?.name ?? region.names[language] ?? region.slug;
      return {
        view: { page: "Corrections", props },
        title: t("corrections.queue.title", { name }),
        description: t("corrections.queue.lead"),
        noIndex: true,
      };
    },
  });
}

function backOf({ organisation, region }: Pick<Visit, "organisation"> & { region: Region }) {
  return organisation
    ? { path: `${region.slug}/organisations/${organisation.slug}`, name: organisation.name }
    : null;
}

const ID = /^[1-9][0-9]{0,14}$/;

async function load(app: App, place: DeskPlace, visit: FormVisit<undefined, Region>) {
  const { correction: id = "" } = visit.params;
  const row = found(ID.test(id) ? await correctionAt(app.db.queries, place.desk(visit), Number(id)) : null);
  return {
    row,
    ...(await shownCorrection(app, row, visit.language)),
    subjects: await specializationsOf(app),
  };
}

type Answering = Awaited<ReturnType<typeof load>>;

function answerForm(app: App, place: DeskPlace): void {
  serveRegionForm(app, {
    path: `${place.path}/:correction`,
    who: place.who,
    body: decideBody,
    load: (visit) => load(app, place, visit),
    fill: ({ language }, { row, fact }) => ({
      ...sentOf(fact, row.proposed, language),
      source: row.source,
      asOf: dayOf(app.now()),
    }),
    page: (visit, { row, line, fact, now, subjects }, form) => ({
      view: {
        page: "Correction",
        props: {
          line,
          fact,
          subjects,
          languages: languageChoices(visit.region.languages),
          form,
          version: row.version,
          record: now?.version ?? 0,
          path: place.address(visit),
        },
      },
      title: visit.t("corrections.answer.title", { name: line.name }),
      description: visit.t("corrections.queue.lead"),
    }),
    act: async (visit, data, body) => {
      await answer(app, { visit, place, data, body });
      const done = body.decision === "accept" ? "correctionAccepted" : "correctionDeclined";
      return { to: `/${visit.language}/${place.address(visit)}`, done };
    },
  });
}

interface Answer {
  visit: Pick<Visit, "actor" | "organisation"> & { region: Region; language: Language };
  place: DeskPlace;
  data: Answering;
  body: Static<typeof decideBody>;
}

async function answer(app: App, { visit, place, data, body }: Answer): Promise<void> {
  const { row, fact } = data;
  const { actor } = visit;
  if (!actor) throw new Failure("unauthenticated");
  if (body.decision === "decline" && body.reason === undefined)
    throw new Refused({ reason: "corrections.error.reason" });
  const reading = body.decision === "accept" ? readValue(fact, body) : { value: row.proposed };
  if (reading.problem !== undefined) throw new Refused({ [fieldOf(fact)]: reading.problem });
  await decide(app, decidingOf(row, { actor, desk: place.desk(visit), body, value: reading.value })).catch(
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      if (error.code === "conflict") throw new Refused({ decision: "corrections.error.answered" });
      if (error.code === "stale") throw new Refused({ decision: "corrections.error.changed" });
      throw error;
    },
  );
}

function decidingOf(
  row: CorrectionRow,
  { actor, desk, body, value }: Pick<Deciding, "actor" | "desk" | "value"> & { body: Answer["body"] },
): Deciding {
  const { decision, source, asOf, reason, version, record } = body;
  return {
    actor,
    desk,
    id: row.id,
    decision,
    value,
    source: source ?? row.source,
    asOf,
    reason: reason ?? null,
    version,
    record,
  };
}
