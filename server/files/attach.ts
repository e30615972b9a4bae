/** A file that was chosen in the form of a post becomes part of its text, also without JavaScript. */
import type { Actor } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import { FileRefused } from "shared/files/rules.ts";
import type { Entries } from "shared/form.ts";
import type { App } from "../app.ts";
import type { SentForm } from "../body.ts";
import { Refused } from "../form.ts";
import { takeUpload } from "./uploads.ts";

/** The name of the field, and of the button that adds its file without sending the post. */
export const FILE = "file";
export const ATTACH = "attach";

export async function attachFile(
  app: App,
  actor: Actor | null,
  { entries, files }: SentForm,
): Promise<{ entries: Entries; again: boolean }> {
  if (!actor) throw new Failure("unauthenticated");
  const file = files.get(FILE);
  const again = entries.some(([name]) => name === ATTACH);
  const rest = entries.filter(([name]) => name !== ATTACH);
  if (!file) {
    if (again) throw new Refused({ [FILE]: "files.trouble.empty" });
    return { entries: rest, again };
  }
  const { markdown } = await takeUpload(app, actor, file).catch((error: unknown) => {
    throw error instanceof FileRefused ? new Refused({ [FILE]: error.key }) : error;
  });
  const body = rest.find(([name]) => name === "body")?.[1].trimEnd() ?? "";
  const text = body === "" ? markdown : `${body}\n\n${markdown}`;
  return { entries: [...rest.filter(([name]) => name !== "body"), ["body", text]], again };
}
