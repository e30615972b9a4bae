/** Names that were begun behind an @, and who is meant. */

export interface NameFound {
  name: string;
  title: string | null;
}

const BEGUN = /(?:^|[^\p{L}\p{M}\p{N}_./@-])@([\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,59})$/u;

/** What stands between the last @ and the cursor; null: no name is being written. */
export function beginOf({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string | null {
  if (selectionStart !== selectionEnd) return null;
  return BEGUN.exec(value.slice(Math.max(0, selectionStart - 70), selectionStart))?.[1] ?? null;
}

/** None where the network is away: a name can be written without help. */
export async function fetchNames(address: string, begun: string): Promise<NameFound[]> {
  try {
    const reply = await fetch(`${address}?q=${encodeURIComponent(begun)}`);
    return reply.ok ? (await reply.json()).items : [];
  } catch {
    return [];
  }
}
