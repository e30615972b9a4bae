/** One run of the import: its transaction, its ledger of what was written before, and its counts. */
import type { sql } from "drizzle-orm";
import { indexDocument } from "../search/changes.ts";
import type { SearchDocument } from "../search/document.ts";
import type { Transaction } from "../transaction.ts";
import {
  keepRow,
  type Ledger,
  type Outcome,
  readLedger,
  type SeededTable,
  type SeedRow,
  type Written,
} from "./keep.ts";

export type Counts = Record<Outcome, number>;
export type Report = Map<string, Counts>;

export class Importer {
  readonly report: Report = new Map();
  readonly tx: Transaction;
  readonly #ledger: Ledger;

  private constructor(tx: Transaction, ledger: Ledger) {
    this.tx = tx;
    this.#ledger = ledger;
  }

  static async begin(tx: Transaction): Promise<Importer> {
    return new Importer(tx, await readLedger(tx));
  }

  /** The outcome, or null where a person has removed the row. */
  async keep(target: SeededTable, row: SeedRow): Promise<Outcome | null> {
    const written = await this.#write(target, row);
    return written.rowKey === null ? null : written.outcome;
  }

  /** The row's id, or null where a person has removed it. */
  async keepId(target: SeededTable, row: SeedRow): Promise<number | null> {
    const { rowKey } = await this.#write(target, row);
    return typeof rowKey === "number" ? rowKey : null;
  }

  /** As `keepId`, and indexes what was written or changed. */
  async keepIndexed(
    target: SeededTable,
    row: SeedRow,
    document: (ref: string) => SearchDocument,
  ): Promise<number | null> {
    const { rowKey, outcome } = await this.#write(target, row);
    if (typeof rowKey !== "number") return null;
    if (outcome === "written") await this.index(document(String(rowKey)));
    return rowKey;
  }

  async index(document: SearchDocument): Promise<void> {
    await indexDocument(this.tx, document);
  }

  /** Rows that no person edits: written as they are. */
  async execute(statement: ReturnType<typeof sql>): Promise<void> {
    await this.tx.execute(statement);
  }

  async #write(target: SeededTable, row: SeedRow): Promise<Written> {
    const written = await keepRow(this.tx, this.#ledger, target, row);
    const counts = this.report.get(target.kind) ?? { written: 0, unchanged: 0, kept: 0 };
    counts[written.outcome] += 1;
    this.report.set(target.kind, counts);
    return written;
  }
}
