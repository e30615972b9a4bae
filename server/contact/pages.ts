/** The form by which anybody writes to a CSO without seeing its address. */
import { addresseeAt } from "db/contact/queries.ts";
import { ContactForm } from "shared/contact/contract.ts";
import { found } from "shared/failure.ts";
import { mailAddress } from "shared/mail/address.ts";
import type { App } from "../app.ts";
import { Refused, serveRegionForm } from "../form.ts";
import { passOn } from "./actions.ts";

export function contactPages(app: App): void {
  serveRegionForm(app, {
    path: "/organisations/:slug/contact",
    who: "anyone",
    visitor: true,
    body: ContactForm,
    load: async ({ region, params }) =>
      found(await addresseeAt(app.db.queries, region.slug, params.slug ?? "")),
    page: ({ t }, { name, slug, recipients }, form) => ({
      view: { page: "Contact", props: { form, name, slug, canWrite: recipients.length > 0 } },
      title: t("contact.title", { name }),
      description: t("contact.description"),
    }),
    act: async ({ language, region }, addressee, body) => {
      const replyTo = mailAddress(body.email);
      if (replyTo === null) throw new Refused({ email: "form.notAnAddress" });
      if (addressee.recipients.length === 0) throw new Refused({ message: "contact.none" });
      if (!(await passOn(app, addressee, { ...body, replyTo })))
        throw new Refused({ message: "contact.full" });
      return { to: `/${language}/${region.slug}/organisations/${addressee.slug}`, done: "contact" };
    },
  });
}
