/** Writes of the files room: a picture with all its variants, and its end. */
import { eq } from "drizzle-orm";
import { CHUNK_BYTES } from "shared/files/rules.ts";
import type { Transaction } from "../transaction.ts";
import { fileChunks, files } from "./tables.ts";

export interface NewFile {
  hash: string;
  variant: string;
  type: string;
  /** Of a picture. */
  width: number | null;
  height: number | null;
  bytes: Uint8Array;
}

export interface NewPicture {
  ownerKind: string;
  ownerId: number;
  set: string;
  uploadedBy: number | null;
  files: readonly NewFile[];
}

export async function addPicture(tx: Transaction, { files: made, ...picture }: NewPicture): Promise<void> {
  for (const { bytes, ...file } of made) {
    const [row] = await tx
      .insert(files)
      .values({ ...picture, ...file, size: bytes.length })
      .returning({ id: files.id });
    if (!row) throw new TypeError("an inserted file gave no id");
    await tx.insert(fileChunks).values(chunksOf(row.id, bytes));
  }
}

function chunksOf(fileId: number, bytes: Uint8Array) {
  const count = Math.ceil(bytes.length / CHUNK_BYTES);
  return Array.from({ length: count }, (_, position) => ({
    fileId,
    position,
    bytes: Buffer.from(bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES)),
  }));
}

/** What is removed is gone: its addresses answer nothing from then on. */
export async function dropPicture(tx: Transaction, set: string): Promise<void> {
  await tx.delete(files).where(eq(files.set, set));
}
