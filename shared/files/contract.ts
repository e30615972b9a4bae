/** Pictures as records show them: where each size is, and how large; and the endpoint that takes files for posts. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { orNull } from "../fields.ts";

export const PictureFile = Type.Object({
  url: Type.String({ pattern: "^/files/" }),
  type: Type.Enum(["image/avif", "image/webp", "image/png"]),
  width: Type.Integer(),
  height: Type.Integer(),
});
export type PictureFile = Static<typeof PictureFile>;

/** A file that was taken: for a post, by writing of it as `markdown` says. */
export const Uploaded = Type.Object({
  markdown: Type.String(),
  url: Type.String({ pattern: "^/files/" }),
  type: Type.Enum(["image/webp", "application/pdf"]),
  /** Of a picture, in pixels. */
  width: orNull(Type.Integer()),
  height: orNull(Type.Integer()),
});
export type Uploaded = Static<typeof Uploaded>;

export const uploadFile = endpoint({
  id: "uploadFile",
  method: "POST",
  path: "/api/v1/files",
  summary:
    "Takes one picture or PDF, as multipart/form-data, for a post to show; gone after a day if none does",
  who: "person",
  reply: Uploaded,
  failures: ["invalid", "unauthenticated", "too-many", "too-large", "unavailable"],
});
