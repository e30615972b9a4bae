/** By what an applicant comes back: an address that only they have, and that every letter can name again. */
import type { StoredApplication } from "db/applications/queries.ts";
import type { App } from "../app.ts";

type Numbered = Pick<StoredApplication, "id" | "createdAt">;

/** Made from the platform's secret, so that nothing at rest opens an application and later letters hold the same address. */
export function tokenOf(app: Pick<App, "secrets">, { id, createdAt }: Numbered): string {
  return app.secrets.mac("application", id, createdAt.getTime());
}

/** How a code is kept: with so few digits a plain hash would be guessed at once. */
export function codeHashOf(app: Pick<App, "secrets">, id: number, code: string): string {
  return app.secrets.mac("application-code", id, code);
}
