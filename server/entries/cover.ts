/** The picture of what is written at the desk: taken from the form, and made the record's. */
import { adoptCover } from "db/files/covers.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import { coverName } from "shared/files/cover.ts";
import { FileRefused } from "shared/files/rules.ts";
import type { Entries } from "shared/form.ts";
import type { App } from "../app.ts";
import type { SentForm } from "../body.ts";
import { takeUpload } from "../files/uploads.ts";
import { Refused } from "../form.ts";
import type { Content, Problems } from "./kinds.ts";

const FILE = "coverFile";
const REMOVE = "removeCover";

/** The form's fields with the picture that was chosen, or without the one that was taken away. Throws Refused. */
export async function coverIn(app: App, actor: Actor | null, { entries, files }: SentForm): Promise<Entries> {
  if (!actor) throw new Failure("unauthenticated");
  const file = files.get(FILE);
  const isRemoved = entries.some(([name]) => name === REMOVE);
  if (!file) {
    const gone = ["cover", "coverText", REMOVE];
    return isRemoved ? entries.filter(([name]) => !gone.includes(name)) : entries;
  }
  const uploaded = await takeUpload(app, actor, file).catch((error: unknown) => {
    throw error instanceof FileRefused ? new Refused({ [FILE]: error.key }) : error;
  });
  if (uploaded.type !== "image/webp") throw new Refused({ [FILE]: "files.trouble.type" });
  const rest = entries.filter(([name]) => name !== "cover" && name !== REMOVE);
  return [...rest, ["cover", uploaded.url]];
}

/** Throws Refused for a picture that is not this person's to give. */
export async function keepCover(app: App, actor: Actor, { cover }: Content): Promise<void> {
  const name = typeof cover === "string" ? coverName(cover) : null;
  if (name === null || name === "") return;
  if (!(await adoptCover(app.db.queries, name, actor.id)))
    throw new Refused({ coverFile: "writing.problem.cover" });
}

/** Whoever does not see a picture is told what is on it. */
export function coverProblems({ cover, coverText }: Content): Problems {
  return cover && !coverText ? { coverText: "writing.problem.coverText" } : {};
}
