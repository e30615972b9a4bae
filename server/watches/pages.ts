/** Pages of watching and telling: what one watches, what one was told, how letters come, and how they stop. */
import { transaction } from "db/transaction.ts";
import { setRhythm, setShown } from "db/watches/changes.ts";
import { boardSettingsOf } from "db/watches/queries.ts";
import { found } from "shared/failure.ts";
import { DEFAULT_LIMIT } from "shared/page.ts";
import { BoardMailForm, notificationsQuery, ReadForm, WatchForm } from "shared/watches/contract.ts";
import { ownPath } from "../accounts/ownPath.ts";
import type { App } from "../app.ts";
import { serveForm } from "../form.ts";
import { csrfToken } from "../plugins/session.ts";
import { ownNotifications, ownWatches, read, watch } from "./actions.ts";
import { stopPage } from "./stop.ts";

export function watchPages(app: App): void {
  watchesPage(app);
  notificationsPage(app);
  boardMailPage(app);
  stopPage(app);
}

function watchesPage(app: App): void {
  serveForm(app, {
    path: "/account/watches",
    who: "person",
    body: WatchForm,
    load: ({ actor }) => ownWatches(app, found(actor)),
    page: ({ t, actor }, rows) => ({
      view: { page: "Watches", props: { rows, csrf: csrfToken(app, found(actor)) } },
      title: t("watch.title"),
      description: t("watch.lead"),
    }),
    act: async ({ actor, language }, _rows, { next, ...wished }) => {
      await watch(app, found(actor), wished);
      return { to: ownPath(next) ?? `/${language}/account/watches`, done: `watch-${wished.level}` };
    },
  });
}

function notificationsPage(app: App): void {
  serveForm(app, {
    path: "/account/notifications",
    who: "person",
    query: notificationsQuery,
    body: ReadForm,
    load: ({ actor, query }) =>
      ownNotifications(app, found(actor), { after: query.after, limit: DEFAULT_LIMIT }),
    page: ({ t }, list, form) => ({
      view: { page: "Notifications", props: { list, form } },
      title: t("watch.notifications"),
      description: t("watch.notifications"),
    }),
    act: async ({ actor, request }, _list, { id }) => {
      await read(app, found(actor), id ?? null);
      return { to: request.raw.url ?? "/", done: id === undefined ? "read-all" : "read-one" };
    },
  });
}

function boardMailPage(app: App): void {
  serveForm(app, {
    path: "/account/board-mail",
    who: "person",
    body: BoardMailForm,
    load: ({ actor }) => boardSettingsOf(app.db.queries, found(actor).id),
    fill: (_visit, settings) => settings,
    page: ({ t }, _settings, form) => ({
      view: { page: "BoardMail", props: { form } },
      title: t("boardMail.title"),
      description: t("boardMail.lead"),
    }),
    act: async ({ actor, language }, _settings, { mail, presence = false, typing = false }) => {
      const at = app.now();
      const { id } = found(actor);
      await transaction(app.db, async (tx) => {
        await setRhythm(tx, id, { mail, at });
        await setShown(tx, id, { presence, typing });
      });
      return { to: `/${language}/account/board-mail`, done: "board-mail" };
    },
  });
}
