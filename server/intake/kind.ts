/** What the intake has to know of a kind of records, so that rows of a file become rows of its tables. */
import type { Queries } from "db/connect.ts";
import type { Transaction } from "db/transaction.ts";
import type { FieldProblem } from "shared/form.ts";
import type { TObject } from "typebox";
import type { App } from "../app.ts";

export type Reading = Pick<Queries, "execute">;
export type Fields = Record<string, unknown>;

/** A record as it stands. */
export interface Standing {
  id: number;
  slug: string;
  name: string;
  version: number;
  /** Kept by those whom it is about: never written over. */
  isKept: boolean;
  /** As our own files have it. */
  record: Fields;
}

/** What rows are held against. */
export interface Surroundings {
  region: string;
  /** Of the region, in capitals. */
  countries: ReadonlySet<string>;
  specializations: ReadonlySet<string>;
  /** Whose desk may keep it. */
  ownRegions: ReadonlySet<string>;
}

/** A row as it would stand. */
export interface Judged {
  fields: Fields;
  /** What the row gives of them. */
  given: Fields;
  /** As it stands; null: a new record. */
  before: Fields | null;
  around: Surroundings;
}

export interface NewRecord {
  /** As its address should be; null: made from its name. */
  slug: string | null;
  fields: Fields;
}

export interface ChangedRecord {
  standing: Standing;
  /** Fields that become something else. */
  given: Fields;
}

export interface Writing {
  app: App;
  tx: Transaction;
  region: string;
  /** The curator. */
  personId: number;
  /** As drafts, where the kind has them. */
  asDrafts: boolean;
  /** So many rows more are written. */
  wrote(rows: number): void;
}

export interface Kind {
  /** As our own files have it: what columns there are. */
  record: TObject;
  /** What of it may be taken in, and how it must be. */
  fields: TObject;
  /** What more JSON may say of a new record. */
  onlyNew?: TObject;
  /** Of `fields`, what no record may be without. */
  required: readonly string[];
  /** What a new record has where the file says nothing. */
  blank(region: string): Fields;
  /** All of the region. */
  standing(db: Reading, region: string): Promise<Standing[]>;
  /** Of these addresses, those that are not this desk's. */
  elsewhere(db: Reading, region: string, slugs: readonly string[]): Promise<string[]>;
  /** The sameness of all that no desk sees. */
  unseen?(db: Reading): Promise<(string | null)[]>;
  /** A value as it will stand, so that it is the same when it comes back. */
  settled?(field: string, value: unknown): unknown;
  nameOf(fields: Fields): string;
  /** What says that two rows are about the same, where neither has an address; null: the row does not say it. */
  sameness(fields: Fields): string | null;
  /** What the schema cannot say; of the fields that are given alone. */
  check(judged: Judged): FieldProblem[];
  create(writing: Writing, records: readonly NewRecord[]): Promise<void>;
  /** Throws `stale` where one changed since. */
  change(writing: Writing, records: readonly ChangedRecord[]): Promise<void>;
}
