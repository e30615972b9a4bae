/** How the islands of passkeys talk to the server, and what they say when something did not work. */

/** Of both islands. */
export interface Texts {
  asking: string;
  cancelled: string;
  wait: string;
  failed: string;
}

/** What the browser is to be asked, and the sealed challenge that goes back with its answer. */
export interface Asked<O> {
  options: O;
  sealed: string;
}

class Answer extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The reply's JSON; throws the code of what was refused. */
export async function ask<T>(path: string, body: object): Promise<T> {
  const reply = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const json = await reply.json();
  if (!reply.ok) throw new Answer(json.code);
  return json as T;
}

/** A sentence for what was thrown: a code of the server, or a name of the browser's (WebAuthn Level 3 §5.1). */
export function reasonOf(error: unknown, texts: Texts & Record<string, string>): string {
  if (error instanceof Answer)
    return (error.code === "too-many" ? texts.wait : texts[error.code]) ?? texts.failed;
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return texts.cancelled;
  return texts[name] ?? texts.failed;
}
