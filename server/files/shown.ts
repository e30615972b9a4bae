/** The files that a text of the board shows, and how its HTML shows them. */
import { filesAround, type SetFile } from "db/files/uploads.ts";
import { MAX_POST_FILES } from "shared/board/rules.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";

export interface ShownFiles {
  html: string;
  /** Sets of the writer's own uploads that the text shows. */
  files: string[];
}

const IN_HTML = /\/files\/([\w-]{1,64})/g;

/**
 * The files that a text of this writer shows. Only one's own become readable by being written of; pictures get their
 * sizes, so that nothing moves while they load.
 */
export async function shownFiles(app: App, html: string, writerId: number): Promise<ShownFiles> {
  const hashes = [...new Set([...html.matchAll(IN_HTML)].flatMap(([, name]) => name ?? []))];
  if (hashes.length === 0) return { html, files: [] };
  const around = await filesAround(app.db.queries, hashes);
  const own = around.filter(
    ({ ownerKind, ownerId }) => ownerKind !== "post" && ownerKind !== "organisation" && ownerId === writerId,
  );
  const files = [...new Set(own.map(({ set }) => set))];
  if (files.length > MAX_POST_FILES) {
    throw new Failure("invalid", {
      problems: [{ parameter: "body", message: `shows more than ${MAX_POST_FILES} files` }],
    });
  }
  return { html: html.replace(/<img src="\/files\/([\w-]+)"/g, (tag, name) => sized(tag, name, own)), files };
}

/** The small one first; the wide one where the screen is. */
function sized(tag: string, name: string, files: readonly SetFile[]): string {
  const set = files.find((file) => file.hash === name)?.set;
  const sizes = files.filter((file) => file.set === set && file.type === "image/webp");
  const [small] = sizes;
  const large = sizes.at(-1);
  if (!small?.width || !large?.width || !large.height) return tag;
  const url = `/files/${large.hash}`;
  const choice =
    small === large
      ? `src="${url}"`
      : `src="${url}?w=${small.width}" srcset="${url}?w=${small.width} ${small.width}w, ${url} ${large.width}w" sizes="(max-width: 40rem) 100vw, 40rem"`;
  return `<img ${choice} width="${large.width}" height="${large.height}"`;
}
