/** What a request carries: a form's entries and files, or JSON for the API. */
import fastifyMultipart from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { Failure } from "shared/failure.ts";
import type { Entries } from "shared/form.ts";
import type { App } from "./app.ts";

/** A profile with a hundred activities has some 100 KB. */
const MAX_FORM_BYTES = 512 * 1024;
const MAX_FIELDS = 2_000;

export interface SentFile {
  /** As its sender called it; never believed. */
  name: string;
  bytes: Buffer;
}

export interface SentForm {
  entries: Entries;
  files: ReadonlyMap<string, SentFile>;
  /** Fields whose file is larger than its form takes. */
  tooLarge: ReadonlySet<string>;
}

const FORM = "application/x-www-form-urlencoded";

export async function bodies(app: App): Promise<void> {
  const { fastify } = app;
  fastify.addContentTypeParser(
    FORM,
    { parseAs: "string", bodyLimit: MAX_FORM_BYTES },
    (_request, text, done) => done(null, String(text)),
  );
  await fastify.register(fastifyMultipart, {
    limits: { fieldSize: MAX_FORM_BYTES, fields: MAX_FIELDS, parts: MAX_FIELDS, files: 1 },
  });
}

/** Throws `invalid` for what no form sends. */
export async function sentForm(request: FastifyRequest, maxFileBytes = 0): Promise<SentForm> {
  if (request.isMultipart()) return maxFileBytes > 0 ? multipart(request, maxFileBytes) : refuse();
  if (typeof request.body !== "string" || !request.headers["content-type"]?.startsWith(FORM)) {
    // A button alone may send nothing.
    if (request.body === undefined || request.body === null)
      return { entries: [], files: new Map(), tooLarge: new Set() };
    return refuse();
  }
  const entries = [...new URLSearchParams(request.body)];
  if (entries.length > MAX_FIELDS) throw new Failure("too-large");
  return { entries, files: new Map(), tooLarge: new Set() };
}

function refuse(): never {
  throw new Failure("invalid");
}

async function multipart(request: FastifyRequest, maxFileBytes: number): Promise<SentForm> {
  const entries: [string, string][] = [];
  const files = new Map<string, SentFile>();
  const tooLarge = new Set<string>();
  let length = 0;
  for await (const part of request.parts({
    limits: { fileSize: maxFileBytes },
    throwFileSizeLimit: false,
  } as object)) {
    if (part.type === "field") {
      const value = String(part.value);
      // The fields together, as in a form without a file: each alone may be as large.
      length += part.fieldname.length + value.length;
      if (length > MAX_FORM_BYTES) throw new Failure("too-large");
      entries.push([part.fieldname, value]);
      continue;
    }
    const bytes = await part.toBuffer().catch(() => null);
    if (bytes === null || part.file.truncated) tooLarge.add(part.fieldname);
    else if (bytes.length > 0) files.set(part.fieldname, { name: part.filename, bytes });
  }
  return { entries, files, tooLarge };
}

/** The API takes JSON alone: what a form of another site could send is refused. */
export function sentJson(request: FastifyRequest): unknown {
  const type = request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new Failure("invalid");
  return request.body;
}
