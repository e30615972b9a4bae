/** Tells the platform of drafts and posts: what came of it, and whether it is worth trying again. */
import type { Post } from "shared/board/contract.ts";
import type { Draft } from "shared/drafts/contract.ts";
import type { DraftFields } from "shared/drafts/rules.ts";
import type { Waiting } from "./device.ts";

const JSON_HEADERS = { "content-type": "application/json" };

/** Beside these a refusal is final: the same post would be refused again. */
const WORTH_ANOTHER_TRY = [408, 425, 500, 502, 503, 504];

export type Sent =
  | { is: "posted"; post: Post }
  /** No network, or the platform is busy. */
  | { is: "waiting"; why: "network" | "later" | "signIn"; seconds: number }
  | { is: "refused"; code: string };

async function ask(path: string, init?: RequestInit): Promise<Response | null> {
  return fetch(path, init).catch(() => null);
}

const NETWORK = { is: "waiting", why: "network", seconds: 0 } as const;

export async function sendPost({ threadId, post }: Waiting): Promise<Sent> {
  const body = JSON.stringify(post);
  const reply = await ask(`/api/v1/threads/${threadId}/posts`, {
    method: "POST",
    headers: JSON_HEADERS,
    body,
  });
  if (!reply || WORTH_ANOTHER_TRY.includes(reply.status)) return NETWORK;
  // The connection may break in the middle of an answer; the same id sent again gives the same post.
  const answer = (await reply.json().catch(() => null)) as (Post & { code?: string }) | null;
  if (answer === null) return NETWORK;
  if (reply.ok) return { is: "posted", post: answer };
  if (reply.status === 401) return { is: "waiting", why: "signIn", seconds: 0 };
  if (reply.status === 429) {
    return { is: "waiting", why: "later", seconds: Number(reply.headers.get("retry-after")) || 60 };
  }
  return { is: "refused", code: answer.code ?? "other" };
}

export type Kept =
  | { is: "kept"; version: number }
  /** Changed on another device after the version that this one knew. */
  | { is: "stale" }
  /** It was posted meanwhile: there is nothing to keep. */
  | { is: "sent" }
  | { is: "away" }
  | { is: "refused" };

export interface Keeping {
  place: string;
  clientId: string;
  fields: DraftFields;
  version: number;
  queued?: boolean;
}

/** A request that may outlive its page takes no more than this (Fetch: 64 KiB of bodies in flight). */
const MOST_KEPT_ALIVE = 60_000;

export async function tellDraft({ place, ...draft }: Keeping, isLeaving = false): Promise<Kept> {
  const body = JSON.stringify(draft);
  const keepalive = isLeaving && body.length < MOST_KEPT_ALIVE;
  const path = `/api/v1/drafts/${encodeURIComponent(place)}`;
  const reply = await ask(path, { method: "PUT", headers: JSON_HEADERS, body, keepalive });
  if (!reply || WORTH_ANOTHER_TRY.includes(reply.status) || reply.status === 401) return { is: "away" };
  const answer = (await reply.json().catch(() => null)) as (Draft & { code?: string }) | null;
  if (reply.ok && answer) return { is: "kept", version: answer.version };
  if (answer?.code === "stale") return { is: "stale" };
  return { is: answer?.code === "conflict" ? "sent" : "refused" };
}

/** Null where the platform cannot be asked. */
export async function askDrafts(place?: string): Promise<Draft[] | null> {
  const path = place === undefined ? "/api/v1/drafts" : `/api/v1/drafts/${encodeURIComponent(place)}`;
  const reply = await ask(path);
  if (!reply?.ok) return null;
  const list = (await reply.json().catch(() => null)) as { items: Draft[] } | null;
  return list?.items ?? null;
}

/** Whether it is gone. */
export async function dropThere(place: string, clientId: string): Promise<boolean> {
  const reply = await ask(`/api/v1/drafts/${encodeURIComponent(place)}/${clientId}`, { method: "DELETE" });
  return reply !== null && (reply.ok || reply.status === 404);
}
