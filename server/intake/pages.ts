/** The desk's page for files: what is given out, what is taken in, and the look at every row in between. */
import { forgetIntake, keepIntake } from "db/intake/changes.ts";
import { type Intake, intakeOf } from "db/intake/queries.ts";
import { transaction } from "db/transaction.ts";
import { Failure } from "shared/failure.ts";
import { CheckForm, CheckQuery, UploadForm } from "shared/intake/contract.ts";
import { fates, isIntakeKind, ROWS_PAGE } from "shared/intake/rules.ts";
import type { Region } from "shared/regions/contract.ts";
import { MAX_TABLE_BYTES } from "shared/tables/rules.ts";
import type { Static } from "typebox";
import type { IntakeShown } from "web/render";
import type { App } from "../app.ts";
import type { SentFile as UploadedFile } from "../body.ts";
import { type Acting, type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { type TableEncoding, textOf } from "../tables/decoding.ts";
import { TableProblem } from "../tables/problem.ts";
import { curatorOf } from "./curator.ts";
import { columnsTaken } from "./files.ts";
import { formatOf, type Looked, lookAt, type SentFile } from "./looking.ts";
import { isLong, sentOf, takeInBehind, takeInNow } from "./steps.ts";

type Visit = FormVisit<typeof CheckQuery, Region>;
type Uploading = FormVisit<undefined, Region>;

export function intakePages(app: App): void {
  uploadPage(app);
  checkPage(app);
}

function uploadPage(app: App): void {
  serveRegionForm(app, {
    path: "/desk/import",
    who: "curator",
    body: UploadForm,
    maxFileBytes: MAX_TABLE_BYTES,
    load: async ({ region, actor }) => {
      const intake = await intakeOf(app.db.queries, region.slug, actor?.id ?? 0);
      return { isWaiting: intake !== null && intake.state !== "done" };
    },
    fill: () => ({ kind: "organisations", encoding: "unicode" }),
    page: ({ t, region, language }, { isWaiting }, form) => ({
      view: { page: "Import", props: { form, isWaiting, columns: columnsTaken() } },
      title: t("intake.title", { region: region.names[language] ?? region.slug }),
      description: t("intake.lead"),
    }),
    act: upload.bind(null, app),
  });
}

async function upload(
  app: App,
  { actor, region, language }: Uploading,
  _data: unknown,
  body: UploadForm,
  { files }: Acting,
) {
  const content = contentOf(files.get("file"), body.text ?? "", body.encoding);
  const { kind, asDrafts = false } = body;
  const sent: SentFile = { kind, format: formatOf(content), content, asDrafts };
  const curator = curatorOf(app, actor, region);
  // Read once now, so that what cannot be read at all is told beside the field.
  await lookAt(app.db.queries, sent, curator).catch(refuseTable);
  const intake = { ...sent, region: region.slug, personId: curator.personId };
  const isKept = await transaction(app.db, (tx) =>
    keepIntake(tx, { ...intake, token: app.secrets.newToken() }),
  );
  if (!isKept) throw new Refused({ file: "intake.problem.busy" });
  return { to: `/${language}/${region.slug}/desk/import/check` };
}

function contentOf(file: UploadedFile | undefined, text: string, encoding: TableEncoding): string {
  if (file === undefined && text.trim() === "") throw new Refused({ file: "form.required" });
  try {
    return file ? textOf(file.bytes, encoding) : textOf(Buffer.from(text));
  } catch (error) {
    return refuseTable(error);
  }
}

function refuseTable(error: unknown): never {
  if (!(error instanceof TableProblem)) throw error;
  throw new Refused({ file: { key: `tables.problem.${error.code}`, values: error.values } });
}

interface CheckData {
  intake: Intake | null;
  looked: Looked | null;
}

function checkPage(app: App): void {
  serveRegionForm(app, {
    path: "/desk/import/check",
    who: "curator",
    query: CheckQuery,
    body: CheckForm,
    load: (visit) => loadCheck(app, visit),
    page: ({ t, region, language, query, reply }, data, form) => {
      if (data.intake?.state === "writing") reply.header("refresh", String(LOOK_AGAIN_S));
      return {
        view: { page: "ImportCheck", props: { form, shown: shownOf(data, query) } },
        title: t("intake.check.title", { region: region.names[language] ?? region.slug }),
        description: t("intake.check.lead"),
      };
    },
    act: decide.bind(null, app),
  });
}

/** A page that tells how far it is comes again by itself. */
const LOOK_AGAIN_S = 4;

async function loadCheck(app: App, { region, actor }: Visit): Promise<CheckData> {
  const intake = await intakeOf(app.db.queries, region.slug, actor?.id ?? 0);
  if (intake?.state !== "waiting" && intake?.state !== "failed") return { intake, looked: null };
  const looked = await lookAt(app.db.queries, sentOf(intake), curatorOf(app, actor, region));
  return { intake, looked };
}

function shownOf(
  { intake, looked }: CheckData,
  { fate, after = 0 }: Static<typeof CheckQuery>,
): IntakeShown | null {
  if (!intake) return null;
  const { state, kind, token, written, total, asDrafts } = intake;
  const matching = (looked?.rows ?? []).filter((row) => fate === undefined || row.fate === fate);
  // What keeps the file from being taken in comes first, wherever in it that stands.
  const inOrder = matching.toSorted((a, b) => fates.indexOf(a.fate) - fates.indexOf(b.fate));
  const rows = inOrder.slice(after, after + ROWS_PAGE);
  const hasMore = matching.length > after + ROWS_PAGE;
  return {
    state: state === "writing" || state === "done" || state === "failed" ? state : "waiting",
    kind: isIntakeKind(kind) ? kind : "organisations",
    ...{ token, written, total, asDrafts },
    counts: looked?.counts ?? intake.counts,
    digest: looked?.digest ?? "",
    unknown: looked?.unknown ?? [],
    onlyRead: looked?.onlyRead ?? [],
    rows: rows.map(({ line, fate: of, name, slug, changes, misfits }) => ({
      ...{ line, fate: of, name, slug, changes, misfits },
    })),
    fate: fate ?? null,
    next: hasMore ? after + ROWS_PAGE : null,
  };
}

async function decide(
  app: App,
  { actor, region, language }: Visit,
  { intake, looked }: CheckData,
  { token, digest, what }: Static<typeof CheckForm>,
) {
  const desk = `/${language}/${region.slug}/desk/import`;
  const curator = curatorOf(app, actor, region);
  if (!intake || intake.token !== token) throw new Refused({ what: "intake.problem.otherFile" });
  if (what === "forget") {
    await transaction(app.db, (tx) => forgetIntake(tx, curator));
    return { to: desk, done: "intake-forgotten" };
  }
  if (!looked) return { to: `${desk}/check` };
  if (looked.digest !== digest) throw new Refused({ what: "intake.problem.changed" });
  if (looked.counts.refused > 0) throw new Refused({ what: "intake.problem.refused" });
  const taking = { sent: sentOf(intake), curator, digest, token };
  try {
    await (isLong(looked) ? takeInBehind(app, taking, looked) : takeInNow(app, taking));
  } catch (error) {
    if (error instanceof Failure && error.code === "stale")
      throw new Refused({ what: "intake.problem.changed" });
    throw error;
  }
  return { to: `${desk}/check` };
}
