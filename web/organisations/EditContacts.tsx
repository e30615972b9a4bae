/** Contact details of a profile's form, each beside who sees it. */
import { type ContactField, contactFields, visibilities } from "shared/organisations/rules.ts";
import { For } from "solid-js";
import { Select, TextField } from "../components/forms.tsx";
import { type Page, usePage } from "../frame.ts";
import { networkNames } from "./ProfileFacts.tsx";

export function contactName(page: Page, field: ContactField): string {
  if (field === "website" || field === "email" || field === "phone") return page.t(`organisations.${field}`);
  return networkNames[field];
}

const types = { website: "url", email: "email", phone: "tel" } as const;

export function EditContacts() {
  const page = usePage();
  const levels = visibilities.map((value) => ({ value, label: page.t(`edit.visibility.${value}`) }));
  return (
    <>
      <h2>{page.t("edit.contacts")}</h2>
      <p class="muted">{page.t("edit.contactsHint")}</p>
      <For each={contactFields}>
        {(field) => {
          const type = field === "email" || field === "phone" ? types[field] : "url";
          return (
            <div class="columns">
              <TextField name={field} label={contactName(page, field)} type={type} />
              <Select
                name={`visibility.${field}`}
                label={page.t("edit.seenByOf", { field: contactName(page, field) })}
                options={levels}
              />
            </div>
          );
        }}
      </For>
    </>
  );
}
