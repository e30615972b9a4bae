/** The accounts room as pages. */
import type { App } from "../app.ts";
import { accountPage } from "./accountPages.ts";
import { accountCleaning } from "./cleaning.ts";
import { emailPages } from "./emailPages.ts";
import { factorPages } from "./factorPages.ts";
import { passwordPages } from "./passwordPages.ts";
import { resetQueue } from "./resets.ts";
import { signInPages } from "./signInPages.ts";
import { welcomePages } from "./welcomePages.ts";

export function accountPages(app: App): void {
  signInPages(app);
  accountPage(app);
  passwordPages(app);
  emailPages(app);
  factorPages(app);
  welcomePages(app);
  resetQueue(app);
  accountCleaning(app);
}
