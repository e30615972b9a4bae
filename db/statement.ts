/** Runs a library's own SQL, with its `$1` places, inside one of our transactions. */
import { sql } from "drizzle-orm";
import type { Transaction } from "./transaction.ts";

export interface Statements {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

export function statementsIn(tx: Transaction): Statements {
  return {
    executeSql: async (text, values = []) => {
      const parts = text
        .split(/\$(\d+)/)
        .map((part, index) =>
          index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`,
        );
      const { rows } = await tx.execute(sql.join(parts));
      return { rows };
    },
  };
}
