/** The table of reviews at the desk: downloaded, given back, looked at, and written as a whole. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { factOf } from "shared/corrections/facts.ts";
import { wordsOf } from "shared/corrections/words.ts";
import { Failure, found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import { countryName, isCountryCode } from "shared/regions/names.ts";
import { MAX_KEPT_TABLE, tableForm } from "shared/reviews/form.ts";
import type { Static } from "typebox";
import type { ImportedRow } from "web/render";
import type { App } from "../app.ts";
import { type Again, type Done, type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { addressOf, regionOf } from "../page.ts";
import { serveDocument } from "../serve.ts";
import { TableProblem } from "../tables/problem.ts";
import { apply, lookAt, reviewTable } from "./importing.ts";
import { type Plan, type PlannedRow, type TableReason, TableRefused } from "./planning.ts";

/** The reviews of the largest region have some 100 KB. */
const MAX_FILE_BYTES = 1024 * 1024;
interface Data {
  plan: Plan | null;
  /** The reviews changed since the plan was looked at. */
  isOther: boolean;
}

type Visit = FormVisit<undefined, Region>;

export function importPages(app: App): void {
  downloadRoute(app);
  serveRegionForm(app, {
    path: "/desk/reviews/import",
    who: "curator",
    body: tableForm,
    maxFileBytes: MAX_FILE_BYTES,
    load: async (): Promise<Data> => ({ plan: null, isOther: false }),
    page: ({ language, region, t }, { plan, isOther }, form) => ({
      view: {
        page: "ReviewImport",
        props: { form, isOther, rows: plan?.rows.map((row) => shownRow(row, language)) ?? null },
      },
      title: t("reviews.import.title", { region: region.names[language] ?? region.slug }),
      description: t("reviews.import.lead"),
      status: isOther ? 409 : 200,
    }),
    act: (visit, data, sent, { files }) => act(app, visit, data, { ...sent, file: files.get("file")?.bytes }),
  });
}

function downloadRoute(app: App): void {
  serveDocument(app, {
    url: "/:language/:region/desk/reviews/table.csv",
    who: "curator",
    rooms: ["countries"],
    produce: async ({ request }) => {
      const { region } = addressOf(request, ({ region: slug }) => regionOf(app, slug));
      return {
        status: 200,
        type: "text/csv; charset=utf-8",
        body: await reviewTable(app, region.slug),
        headers: { "content-disposition": `attachment; filename="reviews-${region.slug}.csv"` },
      };
    },
  });
}

interface Sent extends Static<typeof tableForm> {
  file: Buffer | undefined;
}

async function act(app: App, visit: Visit, data: Data, sent: Sent): Promise<Done | Again> {
  const { region, language, actor } = visit;
  const bytes = bytesOf(sent);
  const plan = await lookAt(app, region.slug, bytes).catch((error: unknown) => {
    throw new Refused({ [sent.file ? "file" : "text"]: reasonOf(error) });
  });
  data.plan = plan;
  const isPromised = sent.kept !== undefined && sent.seal === plan.seal;
  if (!isPromised || plan.rows.some(({ fate }) => fate === "refused")) {
    data.isOther = sent.kept !== undefined && sent.seal !== plan.seal;
    return again(bytes, plan);
  }
  try {
    await apply(app, { region: region.slug, actor: found(actor), plan });
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "stale") throw error;
    data.plan = await lookAt(app, region.slug, bytes);
    data.isOther = true;
    return again(bytes, data.plan);
  }
  return { to: `/${language}/${region.slug}/desk/reviews/changes`, done: "reviewsImported" };
}

function again(bytes: Buffer, { seal }: Plan): Again {
  const kept = deflateRawSync(bytes).toString("base64");
  if (kept.length > MAX_KEPT_TABLE)
    throw new Refused({ file: { key: "form.fileTooLarge", values: { limit: 1 } } });
  return {
    again: [
      ["kept", kept],
      ["seal", seal],
    ],
  };
}

function bytesOf({ file, text, kept }: Sent): Buffer {
  if (file) return file;
  if (text !== undefined) return Buffer.from(text);
  if (kept === undefined) throw new Refused({ file: "reviews.import.error.needed" });
  try {
    return inflateRawSync(Buffer.from(kept, "base64"), { maxOutputLength: MAX_FILE_BYTES });
  } catch {
    throw new Refused({ file: "reviews.import.error.needed" });
  }
}

/** Why it is no table of reviews; what else went wrong goes on. */
export function reasonOf(error: unknown): Required<TableReason> {
  if (error instanceof TableRefused) return { values: {}, ...error.reason };
  if (error instanceof TableProblem) {
    const { code, values } = error;
    return { key: `tables.problem.${code}`, values };
  }
  throw error;
}

function shownRow(
  { line, ref, iso2, cycle, fate, changes, problems }: PlannedRow,
  language: Language,
): ImportedRow {
  const t = textsIn(language);
  const label = (field: string) => {
    const fact = factOf("review", field);
    return fact ? t(fact.label) : field;
  };
  return {
    line,
    country: /^[A-Z]{2}$/.test(iso2) && isCountryCode(iso2) ? countryName(iso2, language) : ref,
    iso2,
    cycle,
    fate,
    changes: changes.map(({ field, before, after }) => ({
      field: label(field),
      before: cellWords(field, before, language),
      after: cellWords(field, after, language),
    })),
    problems: problems.map(({ field, key, values }) => ({ field: label(field), reason: t(key, values) })),
  };
}

/** The cell as a reader of that language has it. */
function cellWords(field: string, cell: string, language: Language) {
  const fact = found(factOf("review", field));
  const { as } = fact.input;
  const value =
    as === "countries"
      ? cell.split("; ").filter(Boolean)
      : as === "yes-no" && cell !== ""
        ? cell === "yes"
        : cell;
  return wordsOf(fact, value, language);
}
