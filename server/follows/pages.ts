/** Pages of following by mail: the form, the link that confirms, what an address follows, and the end of it. */
import { followsOf } from "db/follows/queries.ts";
import { Failure, found } from "shared/failure.ts";
import {
  ConfirmForm,
  ConfirmQuery,
  EndForm,
  FollowForm,
  type FollowQuery,
  type FollowTarget,
  followQuery,
  ReaderQuery,
} from "shared/follows/contract.ts";
import { mailAddress } from "shared/mail/address.ts";
import type { App } from "../app.ts";
import { servedCountries } from "../countries/actions.ts";
import { type Done, Refused, serveForm, serveRegionForm } from "../form.ts";
import { findLink } from "../links.ts";
import { askToFollow, CONFIRM_PURPOSE, confirm, end } from "./actions.ts";
import { digestJob } from "./digest.ts";
import { readerOf, readerPath, readerUrl } from "./reader.ts";
import { targetName, targetPath } from "./words.ts";

export function followPages(app: App): void {
  digestJob(app);
  followPage(app);
  confirmPage(app);
  followsPage(app);
  endPage(app);
}

function followPage(app: App): void {
  serveRegionForm(app, {
    path: "/follow",
    who: "anyone",
    visitor: true,
    query: followQuery,
    body: FollowForm,
    load: ({ region, query }) => targetOf(app, region.slug, query),
    page: ({ t, language }, target, form) => ({
      view: { page: "Follow", props: { form, name: targetName(app, target, language) } },
      title: t("follow.title"),
      description: t("follow.description"),
    }),
    act: async ({ language }, target, body) => {
      const email = mailAddress(body.email);
      if (email === null) throw new Refused({ email: "form.notAnAddress" });
      await askToFollow(app, { ...target, email, language });
      return { to: `/${language}/${targetPath(target)}`, done: "follow" };
    },
  });
}

/** 404 where the country is none of this region. */
async function targetOf(app: App, region: string, { country, q }: FollowQuery): Promise<FollowTarget> {
  const iso2 = country?.toUpperCase() ?? null;
  const home = iso2 === null ? region : (await servedCountries(app)).get(iso2);
  if (home !== region) throw new Failure("not-found");
  return { region, iso2, q: q?.trim() || null };
}

function confirmPage(app: App): void {
  serveForm(app, {
    path: "/follows/confirm",
    who: "anyone",
    query: ConfirmQuery,
    body: ConfirmForm,
    load: async ({ query }) => (await findLink(app, CONFIRM_PURPOSE, query.token ?? "")) !== null,
    page: ({ t }, isOpen, form) => ({
      view: { page: "FollowConfirm", props: { form, isOpen } },
      title: t("follow.confirm.title"),
      description: t("follow.description"),
      status: isOpen ? 200 : 410,
    }),
    act: async ({ language, query }) => {
      const email = await confirm(app, query.token ?? "");
      if (email === null) return { to: `/${language}/follows/confirm` };
      const { pathname, search } = new URL(readerUrl(app, language, email, "follows"));
      return { to: pathname + search, done: "followConfirmed" };
    },
  });
}

function followsPage(app: App): void {
  serveForm(app, {
    path: "/follows",
    who: "anyone",
    query: ReaderQuery,
    body: EndForm,
    load: async ({ query }) => {
      const email = found(readerOf(app, query.of));
      return { email, followed: await followsOf(app.db.queries, email) };
    },
    page: ({ t, language }, { followed }, form) => ({
      view: {
        page: "Follows",
        props: {
          form,
          items: followed.map((follow) => ({
            id: follow.id,
            name: targetName(app, follow, language),
            path: targetPath(follow),
          })),
        },
      },
      title: t("follow.mine.title"),
      description: t("follow.description"),
    }),
    act: ({ language, query }, { email }, { id }) =>
      endAndGoOn(app, { language, of: query.of ?? "", email, id }),
  });
}

interface Ending {
  language: string;
  of: string;
  email: string;
  id: number | undefined;
}

async function endAndGoOn(app: App, { language, of, email, id }: Ending): Promise<Done> {
  await end(app, email, id ?? null);
  return { to: readerPath(language, "follows", of), done: "followEnded" };
}

function endPage(app: App): void {
  serveForm(app, {
    path: "/follows/end",
    who: "anyone",
    query: ReaderQuery,
    body: EndForm,
    load: async ({ query }) => found(readerOf(app, query.of)),
    page: ({ t }, _email, form) => ({
      view: { page: "FollowEnd", props: { form } },
      title: t("follow.end.title"),
      description: t("follow.description"),
    }),
    act: ({ language, query }, email, { id }) => endAndGoOn(app, { language, of: query.of ?? "", email, id }),
  });
}
