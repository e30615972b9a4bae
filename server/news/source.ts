/** Fills in of a news item what its source says of itself: only where the form has nothing yet. */
import { WebAddress } from "shared/fields.ts";
import type { Entries } from "shared/form.ts";
import { withoutTracking } from "shared/lookup/rules.ts";
import { Value } from "typebox/value";
import type { App } from "../app.ts";
import { FetchProblem } from "../fetching/fetchSafely.ts";
import { Refused } from "../form.ts";
import { lookUpSource } from "../lookup/actions.ts";

const filled = ["title", "publishedOn", "publisher", "language"] as const;

/** What was filled in is named under `fetched`. Throws Refused where the source cannot be read. */
export async function fillFromSource(app: App, entries: Entries): Promise<Entries> {
  const typed = (name: string) => entries.findLast(([key]) => key === name)?.[1].trim() ?? "";
  const url = withoutTracking(typed("url"));
  if (!Value.Check(WebAddress, url))
    throw new Refused({ url: url === "" ? "form.required" : "form.notALink" });
  const source = await lookUpSource(app, url).catch((error: unknown) => {
    throw error instanceof FetchProblem ? new Refused({ url: `fetching.${error.code}` }) : error;
  });
  const found = filled.flatMap((name) => {
    const value = source[name];
    return value !== null && typed(name) === "" ? [[name, value] as const] : [];
  });
  const names = found.map(([name]) => name);
  const kept = entries.filter(([name]) => name !== "url" && !(names as string[]).includes(name));
  return [
    ...kept,
    ["url", url],
    ...found,
    ...(names.length > 0 ? names : [""]).map((name) => ["fetched", name] as const),
  ];
}
