/** The desk's pages of the review data. */
import type { App } from "../app.ts";
import { documentPages } from "./documentPages.ts";
import { factsPages } from "./factsPages.ts";
import { gridPage } from "./gridPage.ts";
import { changesPage } from "./history.ts";
import { importPages } from "./importPages.ts";
import { quickPage } from "./quickPage.ts";

export function reviewPages(app: App): void {
  gridPage(app);
  changesPage(app);
  quickPage(app);
  importPages(app);
  factsPages(app);
  documentPages(app);
}
