/** What the platform says about itself: about, rules, privacy, accessibility. */
import type { TextKey } from "shared/i18n/text.ts";
import type { View } from "web/render";
import type { App } from "../app.ts";
import { servePage } from "../page.ts";
import { contactsOf } from "./contacts.ts";

interface Statement {
  path: string;
  title: TextKey;
  lead: TextKey;
  view(): View;
}

export function statements(app: App): void {
  const all: Statement[] = [
    {
      path: "/about",
      title: "about.title",
      lead: "about.lead",
      view: () => ({ page: "About", props: { contacts: contactsOf(app) } }),
    },
    { path: "/rules", title: "rules.title", lead: "rules.lead", view: () => ({ page: "Rules", props: {} }) },
    {
      path: "/privacy",
      title: "privacy.title",
      lead: "privacy.lead",
      view: () => ({ page: "Privacy", props: {} }),
    },
    {
      path: "/accessibility",
      title: "accessibility.title",
      lead: "accessibility.lead",
      view: () => ({ page: "Accessibility", props: { contacts: contactsOf(app) } }),
    },
  ];
  for (const { path, title, lead, view } of all) {
    servePage(app, {
      path,
      rooms: [],
      load: async ({ t }) => ({ view: view(), title: t(title), description: t(lead) }),
    });
  }
}
