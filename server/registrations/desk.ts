/** Who comes to an event: for curators of its region alone, and each look is written into the audit log. */
import { recordAudit } from "db/audit/changes.ts";
import { registrationsOf } from "db/registrations/queries.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { csvRow, guardedInside } from "shared/dumps/csv.ts";
import type { Event } from "shared/events/contract.ts";
import { found } from "shared/failure.ts";
import type { Translate } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import { type RegistrationList, RemoveForm } from "shared/registrations/contract.ts";
import type { App } from "../app.ts";
import { serveRegionForm } from "../form.ts";
import { addressOf, regionOf } from "../page.ts";
import { sendPrivately, visitOf } from "../serve.ts";
import { remove } from "./ending.ts";
import { eventIn } from "./event.ts";

export function registrationDesk(app: App): void {
  listPage(app);
  csvFile(app);
}

function listPage(app: App): void {
  serveRegionForm(app, {
    path: "/desk/events/:slug/registrations",
    who: "curator",
    body: RemoveForm,
    load: ({ region, params }) => eventIn(app, region.slug, params.slug ?? ""),
    page: async ({ t, actor, region }, event, form) => ({
      view: {
        page: "Registrations",
        props: { form, event, list: await listFor(app, { event, actor: found(actor), region }) },
      },
      title: t("registrations.list.title", { title: event.title }),
      description: t("registrations.list.lead"),
    }),
    act: async ({ language, region, actor }, event, { id }) => {
      await remove(app, event, { id, actor: found(actor), region: region.slug });
      return {
        to: `/${language}/${region.slug}/desk/events/${event.slug}/registrations`,
        done: "registrationRemoved",
      };
    },
  });
}

interface Looking {
  event: Event;
  actor: Actor;
  region: Pick<Region, "slug">;
}

/** Reads the list and writes down who did. */
export function listFor(app: App, { event, actor, region }: Looking): Promise<RegistrationList> {
  return transaction(app.db, async (tx) => {
    const items = await registrationsOf(tx, event.id);
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action: "registrations.read",
      target: `event:${event.id}`,
      region: region.slug,
    });
    const confirmed = items.filter(({ state }) => state === "confirmed").length;
    const capacity = event.registration?.capacity ?? null;
    return { items, confirmed, waiting: items.length - confirmed, capacity };
  });
}

const CSV = "text/csv; charset=utf-8; header=present";
/** Spreadsheets take a file without it for one of their own, older encoding. */
const MARK = "\uFEFF";

function csvFile(app: App): void {
  app.fastify.get(
    "/:language/:region/desk/events/:slug/registrations.csv",
    { config: { who: "curator" } },
    async (request, reply) => {
      const { t, region, params } = addressOf(request, ({ region: slug }) => regionOf(app, slug));
      const { actor } = await visitOf(app, request, "curator");
      const event = await eventIn(app, region.slug, params.slug ?? "");
      const list = await listFor(app, { event, actor: found(actor), region });
      reply.header("content-disposition", `attachment; filename="${event.slug}-registrations.csv"`);
      await sendPrivately(request, reply, { status: 200, type: CSV, body: MARK + csvOf(t, list) });
    },
  );
}

function csvOf(t: Translate, { items }: RegistrationList): string {
  const names = ["name", "organisation", "email", "note", "state", "registeredAt", "language"] as const;
  const rows = items.map((one) =>
    csvRow(
      names.map((name) =>
        name === "state" ? t(`registrations.state.${one.state}`) : one[name] && guardedInside(one[name]),
      ),
    ),
  );
  return csvRow(names.map((name) => t(`registrations.list.${name}`))) + rows.join("");
}
