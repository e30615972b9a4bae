/** Whom to write to, where an address has been published; else a sentence that says so. */

import type { TextKey } from "shared/i18n/text.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";

/** A published way to reach those who run the platform or a region. */
export interface Contact {
  /** Whose it is, or null for the platform's own. */
  name: string | null;
  /** `mailto:…` or `https://…`. */
  href: string;
}

interface ContactsProps {
  contacts: readonly Contact[];
  /** What stands above the addresses. */
  some: TextKey;
  none: TextKey;
}

export function Contacts(props: ContactsProps) {
  const page = usePage();
  return (
    <Show when={props.contacts.length > 0} fallback={<p>{page.t(props.none)}</p>}>
      <p>{page.t(props.some)}</p>
      <ul>
        <For each={props.contacts}>
          {(contact) => (
            <li>
              <Show when={contact.name}>{(name) => <>{page.t("facts.labelled", { label: name() })} </>}</Show>
              <a href={contact.href} rel="noreferrer">
                <bdi>{contact.href.replace(/^mailto:/, "")}</bdi>
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
