/** A text of the board as it will be shown: who is named in it, of those who may read it, and its HTML. */
import { namedBy } from "db/board/mentions.ts";
import { candidatesIn, type Named } from "shared/board/mentions.ts";
import type { BoardFacts } from "shared/board/rules.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { type ShownFiles, shownFiles } from "../files/shown.ts";
import { render } from "./markdown.ts";

export interface Mentions {
  people: number[];
  organisations: number[];
}

export interface ShownText {
  html: string;
  mentions: Mentions;
}

/**
 * Whoever may not read the board, has blocked the writer or does not exist is a plain word alike; a text that names
 * nobody asks the database nothing.
 */
export async function shownText(
  app: App,
  body: string,
  { board, writerId }: { board: BoardFacts; writerId: number },
): Promise<ShownText> {
  const keys = candidatesIn(body);
  const regions = app.regions().map(({ slug }) => slug);
  const names =
    keys.length > 0 ? await namedBy(app.db.queries, keys, { board, writerId, regions }) : undefined;
  const { html, named } = await render(body, names);
  return { html, mentions: mentionsOf(named, writerId) };
}

/** The same for what will be kept, with the writer's files in it; refused where nothing of it could be seen. */
export async function textToKeep(
  app: App,
  body: string,
  { board, writerId }: { board: BoardFacts; writerId: number },
): Promise<ShownText & ShownFiles> {
  const { html, mentions } = await shownText(app, body, { board, writerId });
  if (/<(img|hr)\b/.test(html) || html.replace(/<[^>]*>|&nbsp;/g, "").trim() !== "")
    return { mentions, ...(await shownFiles(app, html, writerId)) };
  throw new Failure("invalid", { problems: [{ parameter: "body", message: "shows nothing" }] });
}

/** Nobody is told of having named themselves. */
function mentionsOf(named: readonly Named[], writerId: number): Mentions {
  const idsOf = (kind: Named["kind"]) => named.filter((one) => one.kind === kind).map(({ id }) => id);
  return { people: idsOf("person").filter((id) => id !== writerId), organisations: idsOf("organisation") };
}
