/** Goes on with what waited for the network on an earlier page, at a sign-out or on another device. */
import { readPlace } from "shared/drafts/rules.ts";
import { keepSending, send, waitingFrom } from "./outbox.ts";
import { askDrafts } from "./platform.ts";

export async function goOnSending(account: string, asksPlatform: boolean): Promise<void> {
  keepSending(account);
  if (!asksPlatform) return;
  for (const { place, clientId, fields, queued } of (await askDrafts()) ?? []) {
    const at = readPlace(place);
    if (queued && at.kind === "thread") send(account, waitingFrom(at.id, clientId, fields));
  }
}
