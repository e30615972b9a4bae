/** One run of the import: its transaction, its ledger of what was written before, and its counts. */
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
  #written = 0;

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

  /** As `keep`, with its parts; indexes what was written or changed, never over what a person changed. */
  async keepIndexed(
    target: SeededTable,
    row: SeedRow,
    document: (ref: string) => SearchDocument,
    keepParts: (rowKey: string | number) => Promise<void> = async () => {},
  ): Promise<void> {
    const writtenBefore = this.#written;
    const { rowKey, outcome } = await this.#write(target, row);
    if (rowKey === null) return;
    await keepParts(rowKey);
    if (outcome !== "kept" && this.#written > writtenBefore)
      await indexDocument(this.tx, document(String(rowKey)));
  }

  async #write(target: SeededTable, row: SeedRow): Promise<Written> {
    const written = await keepRow(this.tx, this.#ledger, target, row);
    const counts = this.report.get(target.kind) ?? { written: 0, unchanged: 0, kept: 0 };
    counts[written.outcome] += 1;
    this.report.set(target.kind, counts);
    if (written.outcome === "written") this.#written += 1;
    return written;
  }
}
