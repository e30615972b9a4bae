/** Sends one row of the keyboard grid, and learns what stands there where somebody else was quicker. */

export interface Choice {
  value: string;
  label: string;
}

/** A review as the grid knows it; "" is unknown. */
export interface QuickRow {
  iso2: string;
  name: string;
  /** Of its form. */
  href: string;
  version: number;
  status: string;
  phase: string;
}

export type Saved = "saved" | "stale" | "refused" | "failed";

interface Sent {
  source: string;
  asOf: string;
}

export async function saveRow(
  url: string,
  known: QuickRow,
  chosen: Partial<Record<"status" | "phase", string>>,
  { source, asOf }: Sent,
): Promise<{ saved: Saved; known?: QuickRow }> {
  const facts = Object.fromEntries(
    Object.entries(chosen).map(([field, value]) => [field, value === "" ? null : value]),
  );
  const body = { version: known.version, source, ...(asOf === "" ? {} : { asOf }), ...facts };
  const reply = await fetch(url, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (reply?.ok) return { saved: "saved", known: rowOf(known, await reply.json()) };
  if (reply?.status === 400) return { saved: "refused" };
  if (reply?.status !== 409) return { saved: "failed" };
  const now = await fetch(url).catch(() => null);
  return now?.ok ? { saved: "stale", known: rowOf(known, await now.json()) } : { saved: "failed" };
}

function rowOf(
  known: QuickRow,
  review: { version: number; status: string | null; phase: string | null },
): QuickRow {
  return { ...known, version: review.version, status: review.status ?? "", phase: review.phase ?? "" };
}
