/** The board as pages. */
import type { App } from "../app.ts";
import { authorPages } from "./authorPages.ts";
import { boardPages } from "./boardPages.ts";
import { historyPage } from "./historyPage.ts";
import { keepPages } from "./keepPages.ts";
import { postPages } from "./postPages.ts";
import { previewPage } from "./previewPage.ts";
import { replyPages } from "./replyPages.ts";
import { startPages } from "./startPages.ts";
import { threadPages } from "./threadPages.ts";
import { toolPages } from "./toolPages.ts";

export function boardRooms(app: App): void {
  boardPages(app);
  startPages(app);
  threadPages(app);
  replyPages(app);
  postPages(app);
  historyPage(app);
  previewPage(app);
  toolPages(app);
  keepPages(app);
  authorPages(app);
}
