/** Pictures as records show them: where each size is, and how large. */
import Type, { type Static } from "typebox";

export const PictureFile = Type.Object({
  url: Type.String({ pattern: "^/files/" }),
  type: Type.Enum(["image/avif", "image/webp", "image/png"]),
  width: Type.Integer(),
  height: Type.Integer(),
});
export type PictureFile = Static<typeof PictureFile>;
