/** Reads what a person proposes for a fact, and checks it by the fact's own schema. */
import { Value } from "typebox/value";
import { type Language, languageCodes } from "../i18n/languages.ts";
import type { TextKey } from "../i18n/text.ts";
import { countryName, everydayNames, isCountryCode, iso2OfName } from "../regions/names.ts";
import { rangeOf } from "../time.ts";
import type { Fact } from "./facts.ts";

type SentDocument = Readonly<Record<string, string | null | undefined>>;

/** As a form sends it: a line, several choices, or the fields of a document. */
export interface SentValue {
  value?: string | undefined;
  values?: readonly string[] | undefined;
  document?: SentDocument | undefined;
}

export type Reading = { value: unknown; problem?: undefined } | { problem: TextKey };

/** An empty field says "unknown", where a fact may be that. */
export function readValue(fact: Fact, sent: SentValue): Reading {
  const value = parsed(fact, sent);
  if (value === MISREAD) return { problem: problemOf(fact) };
  if (Value.Check(fact.schema, value) && isPossible(fact, value)) return { value };
  return { problem: value === null ? "corrections.error.needed" : problemOf(fact) };
}

/** Whether a value that came as JSON is one that the fact can have. */
export function isValueOf(fact: Fact, value: unknown): boolean {
  return Value.Check(fact.schema, value) && isPossible(fact, value);
}

const MISREAD = Symbol("misread");

function parsed({ input }: Fact, { value, values, document }: SentValue): unknown {
  const text = value?.trim() ?? "";
  switch (input.as) {
    case "countries":
      return countryCodes(text);
    case "languages":
    case "subjects":
      return [...new Set(values ?? [])];
    case "document":
      return documentOf(document ?? {});
    case "removal":
      return true;
    case "yes-no":
      return text === "" ? null : text === "yes" ? true : text === "no" ? false : MISREAD;
    case "cycle-year":
      return text === "" ? null : Number(text);
    case "date":
      return text === "" ? null : latinDigits(text);
    default:
      return text === "" ? null : text;
  }
}

/** Dates are typed in the digits of one's own keyboard. */
function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}

function documentOf(sent: SentDocument): unknown {
  const orNothing = (text: string | null | undefined) => text?.trim() || null;
  return {
    kind: sent.kind,
    title: sent.title?.trim() ?? "",
    language: orNothing(sent.language),
    url: sent.url?.trim() ?? "",
    publishedOn: sent.publishedOn ? latinDigits(sent.publishedOn.trim()) || null : null,
  };
}

/** Names in any offered language, or codes, with commas between them. */
function countryCodes(text: string): unknown {
  const names = text
    .split(/[,;،؛\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const codes = names.map(codeOf);
  return codes.includes(null) ? MISREAD : [...new Set(codes)];
}

let codes: Map<string, string> | undefined;

function codeOf(name: string): string | null {
  codes ??= namesInEveryLanguage();
  const capitals = name.toUpperCase();
  if (/^[A-Z]{2}$/.test(capitals) && isCountryCode(capitals)) return capitals;
  return codes.get(name.toLowerCase()) ?? iso2OfName(name);
}

function namesInEveryLanguage(): Map<string, string> {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const all = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountryCode);
  return new Map(
    all.flatMap((code) =>
      [...languageCodes.map((language) => countryName(code, language)), ...(everydayNames[code] ?? [])].map(
        (name) => [name.toLowerCase(), code] as const,
      ),
    ),
  );
}

/** What a schema cannot say: a day that the calendar has, an address that a browser can open. */
function isPossible({ input }: Fact, value: unknown): boolean {
  if (input.as === "document" && typeof value === "object" && value !== null)
    return isAddress(Reflect.get(value, "url")) && isDay(Reflect.get(value, "publishedOn"));
  if (input.as === "date") return isDay(value);
  if (input.as === "url") return value === null || isAddress(value);
  if (input.as === "countries") return Array.isArray(value) && value.every(isCountryCode);
  return true;
}

function isAddress(value: unknown): boolean {
  return typeof value === "string" && URL.canParse(value) && new URL(value).username === "";
}

function isDay(value: unknown): boolean {
  if (value === null) return true;
  try {
    return typeof value === "string" && value >= "1000" && rangeOf(value).from !== "";
  } catch {
    return false;
  }
}

const problems: Partial<Record<Fact["input"]["as"], TextKey>> = {
  choice: "corrections.error.choose",
  "yes-no": "corrections.error.choose",
  "cycle-year": "corrections.error.choose",
  subjects: "corrections.error.choose",
  language: "corrections.error.choose",
  languages: "corrections.error.choose",
  date: "corrections.error.date",
  url: "corrections.error.url",
  email: "corrections.error.email",
  phone: "corrections.error.phone",
  countries: "corrections.error.countries",
  document: "corrections.error.document",
};

function problemOf({ input }: Fact): TextKey {
  return problems[input.as] ?? "corrections.error.text";
}

/** A value as the fields of a form hold it: the reverse of reading it. */
export function sentOf(fact: Fact, value: unknown, language: Language): SentValue {
  if (value === null || value === undefined) return {};
  switch (fact.input.as) {
    case "countries":
      return {
        value: texts(value)
          .map((code) => countryName(code, language))
          .join(", "),
      };
    case "languages":
    case "subjects":
      return { values: texts(value) };
    case "document":
      return { document: typeof value === "object" ? Object.fromEntries(textsOf(value)) : {} };
    case "yes-no":
      return { value: value === true ? "yes" : "no" };
    case "removal":
      return {};
    default:
      return { value: String(value) };
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function textsOf(value: object): [string, string][] {
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string");
}

/** The six languages of the United Nations, in which its documents stand, beside those of the place. */
const UN_LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"];

export function languageChoices(own: readonly string[]): string[] {
  return [...new Set([...own, ...UN_LANGUAGES])];
}
