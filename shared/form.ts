/** Forms: what a person typed, read by the schema of a body; and what JSON says, cleaned alike. */
import type { Static, TObject, TSchema } from "typebox";
import { Value } from "typebox/value";
import type { TextKey, Values } from "./i18n/text.ts";

export type { TObject as BodySchema, TSchema as FieldSchema } from "typebox";

/** Names and values as they were sent, in order; a name may stand several times. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** What is wrong with a field, by the name under which it was sent. */
export interface FieldProblem {
  field: string;
  key: TextKey;
  values?: Values;
}

export interface FormReading<S extends TObject> {
  /** Null where there are problems. */
  body: Static<S> | null;
  problems: FieldProblem[];
}

type Sent = ReadonlyMap<string, readonly string[]>;

/** Unknown names are left out; an empty value counts as not given. `activities.0.title` nests. */
export function readForm<S extends TObject>(schema: S, entries: Entries): FormReading<S> {
  const sent = new Map<string, string[]>();
  for (const [name, value] of entries) sent.set(name, [...(sent.get(name) ?? []), value]);
  const places = new Map<string, string>();
  const body = readObject(schema, sent, "", "", places);
  const problems = problemsOf(schema, body, places);
  return { body: problems.length === 0 ? (body as Static<S>) : null, problems };
}

/** What does not fit of a record that was read otherwise, by the names of its parts: "city.lat". */
export function misfitsOf(schema: TObject, record: unknown): FieldProblem[] {
  return problemsOf(schema, record, new Map());
}

/** What does not fit, each field once, named as it was sent. */
function problemsOf(schema: TObject, body: unknown, places: Map<string, string>): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  for (const error of Value.Errors(schema, body)) {
    const missing = error.keyword === "required" ? error.params.requiredProperties : [""];
    for (const name of missing) {
      const path = name === "" ? error.instancePath : `${error.instancePath}/${name}`;
      const field = places.get(path) ?? path.slice(1).replaceAll("/", ".");
      if (!found.has(field)) found.set(field, { field, ...worded(schemaAt(schema, path), error) });
    }
  }
  return [...found.values()];
}

interface Misfit {
  keyword: string;
  params: object;
}

function worded(schema: TSchema | null, { keyword, params }: Misfit): { key: TextKey; values?: Values } {
  const limit = "limit" in params && typeof params.limit === "number" ? params.limit : 0;
  if (keyword === "required") return { key: "form.required" };
  if (keyword === "minLength") return { key: "form.tooShort", values: { count: limit } };
  if (keyword === "maxLength") return { key: "form.tooLong", values: { count: limit } };
  if (keyword === "maxItems") return { key: "form.tooMany", values: { count: limit } };
  if (keyword === "minItems") return { key: "form.required" };
  const own = schema && "problem" in schema ? schema.problem : undefined;
  return { key: typeof own === "string" ? (own as TextKey) : "form.misfit" };
}

function schemaAt(schema: TSchema, path: string): TSchema | null {
  let at: unknown = schema;
  for (const part of path.split("/").slice(1)) {
    if (typeof at !== "object" || at === null) return null;
    if ("properties" in at) at = Reflect.get(at.properties as object, part);
    else if ("items" in at) at = at.items;
  }
  return (at as TSchema | undefined) ?? null;
}

const ENTRY = /^(\d{1,4})\./;

function readObject(
  schema: TObject,
  sent: Sent,
  prefix: string,
  path: string,
  places: Map<string, string>,
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [key, property] of Object.entries(schema.properties)) {
    const value = readValue(property, sent, `${prefix}${key}`, `${path}/${key}`, places);
    places.set(`${path}/${key}`, `${prefix}${key}`);
    if (value !== undefined) body[key] = value;
  }
  return body;
}

function readValue(
  schema: TSchema,
  sent: Sent,
  name: string,
  path: string,
  places: Map<string, string>,
): unknown {
  if (isObject(schema)) return readObject(schema, sent, `${name}.`, path, places);
  if (isArray(schema)) {
    if (isObject(schema.items)) return readItems(schema.items, sent, name, path, places);
    const given = (sent.get(name) ?? [])
      .map((value) => cleanText(schema.items, value))
      .filter((value) => value !== "");
    return given.map((value) => converted(schema.items, value));
  }
  const value = sent.get(name)?.at(-1);
  if (typeOf(schema) === "boolean")
    return value !== undefined && value !== "" && value !== "false" && value !== "no";
  const text = value === undefined ? "" : cleanText(schema, value);
  return text === "" ? undefined : converted(schema, text);
}

/** Groups under `name.0.`, `name.1.` …; one in which nothing was filled in is none. */
function readItems(
  item: TObject,
  sent: Sent,
  name: string,
  path: string,
  places: Map<string, string>,
): unknown[] {
  const numbers = new Set<number>();
  for (const key of sent.keys()) {
    const digits = key.startsWith(`${name}.`) ? ENTRY.exec(key.slice(name.length + 1))?.[1] : undefined;
    if (digits !== undefined) numbers.add(Number(digits));
  }
  const items: unknown[] = [];
  for (const number of [...numbers].toSorted((a, b) => a - b)) {
    const body = readObject(item, sent, `${name}.${number}.`, `${path}/${items.length}`, places);
    if (isFilled(item, body)) items.push(body);
  }
  return items;
}

/** Something was typed: a choice alone, as a select always has one, is nothing yet. */
function isFilled(schema: TObject, body: Record<string, unknown>): boolean {
  return Object.entries(body).some(([key, value]) => {
    const property = schema.properties[key];
    const isChoice = property !== undefined && "enum" in property;
    return !isChoice && value !== false && !(Array.isArray(value) && value.length === 0);
  });
}

/** The texts of a JSON body, cleaned as a form's are. */
export function cleanBody(schema: TSchema, value: unknown): unknown {
  if (typeof value === "string") return cleanText(schema, value);
  if (Array.isArray(value)) {
    const items = isArray(schema) ? schema.items : schema;
    return value.map((one) => cleanBody(items, one));
  }
  if (typeof value !== "object" || value === null) return value;
  const properties: Record<string, TSchema> = isObject(schema) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, properties[key] ? cleanBody(properties[key], one) : one]),
  );
}

const CONTROLS = /[^\P{Cc}\n\t]/gu;
/** Overrides and embeddings turn what follows around, and invisible signs make two names look alike. */
const UNSEEN = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF\u00AD]/g;

/** Well-formed, composed (NFC), without control signs; one line unless the schema says `text: "paragraphs"`; secrets as typed. */
function cleanText(schema: TSchema, value: string): string {
  const kind = "text" in schema ? schema.text : "line";
  if (kind === "secret") return value.toWellFormed();
  const composed = value.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n");
  const seen = composed.replace(UNSEEN, "").replace(CONTROLS, "");
  return kind === "paragraphs" ? seen.replace(/\t/g, " ").trim() : seen.replace(/\s+/g, " ").trim();
}

function converted(schema: TSchema, text: string): unknown {
  const type = typeOf(schema);
  if (type !== "integer" && type !== "number") return text;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function typeOf(schema: TSchema): unknown {
  return "type" in schema ? schema.type : undefined;
}

function isObject(schema: TSchema): schema is TObject {
  return typeOf(schema) === "object" && "properties" in schema;
}

function isArray(schema: TSchema): schema is TSchema & { items: TSchema } {
  return typeOf(schema) === "array" && "items" in schema;
}

/** Fields whose value is never sent back to a page: passwords, codes, tokens. */
export function isSecret(name: string): boolean {
  return /password|code|csrf|challenge/i.test(name);
}

/** The names and values with which a form shows a record: the reverse of reading it. */
export function entriesOf(record: unknown, name = ""): [string, string][] {
  if (record === undefined || record === null || record === false) return [];
  if (record === true) return [[name, "on"]];
  if (typeof record !== "object") return [[name, String(record)]];
  const isList = Array.isArray(record);
  return Object.entries(record).flatMap(([key, value]) => {
    const isPlain = isList && (typeof value !== "object" || value === null);
    return entriesOf(value, isPlain ? name : name === "" ? key : `${name}.${key}`);
  });
}
