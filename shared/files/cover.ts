/** The picture of a news item or an event: as its form has it, and as its record shows it. */
import Type, { type Static } from "typebox";
import { line, orNull } from "../fields.ts";

/** What is to be seen is said in a sentence or two. */
const MAX_COVER_TEXT = 300;

/** In a form's content: an upload of one's own (`POST /api/v1/files`), or the picture that is there; and what it shows. */
export const coverContent = {
  cover: Type.Optional(Type.String({ pattern: "^/files/[A-Za-z0-9_-]{1,64}$" })),
  coverText: Type.Optional(line({ max: MAX_COVER_TEXT })),
};

/** On its own page alone, so that lists stay small. `width` and `height` in pixels. */
export const Cover = orNull(
  Type.Object({ url: Type.String(), alt: Type.String(), width: Type.Integer(), height: Type.Integer() }),
);
export type Cover = Static<typeof Cover>;

/** What a column of the record holds of the address. */
export function coverName(url: string | undefined): string | null {
  return url?.slice("/files/".length) ?? null;
}
