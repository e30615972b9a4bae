/** About the platform: what it is, where its facts come from, and how to take the data along. */

import { DATA_LICENCE, SOFTWARE_LICENCE } from "shared/dumps/addresses.ts";
import { countryName } from "shared/regions/names.ts";
import { For } from "solid-js";
import { ExternalLink } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { type Contact, Contacts } from "./Contacts.tsx";
import { DataChapter } from "./DataChapter.tsx";
import { Chapter, Lead } from "./Prose.tsx";

export interface AboutProps {
  contacts: Contact[];
}

export function AboutPage(props: AboutProps) {
  const page = usePage();
  return (
    <article>
      <Lead text="about.lead" />
      <ul>
        <For each={page.regions}>
          {(region) => (
            <li>
              <a href={page.link(region.slug)}>{page.regionName(region)}</a>
            </li>
          )}
        </For>
      </ul>
      <Chapter
        id="purpose"
        title="about.purpose.title"
        paragraphs={["about.purpose.1", "about.purpose.2", "about.purpose.3"]}
      />
      <Chapter
        id="today"
        title="about.today.title"
        paragraphs={["about.today.1", "about.today.2", "about.today.3"]}
      />
      <FactChapters />
      <DataChapter />
      <Licences />
      <Chapter id="security" title="about.security.title" paragraphs={["about.security.1"]} />
      <Chapter id="contact" title="about.contact.title" paragraphs={[]}>
        <Contacts contacts={props.contacts} some="about.contact.1" none="about.contact.none" />
        <p>{page.t("about.contact.corrections")}</p>
      </Chapter>
    </article>
  );
}

function FactChapters() {
  const page = usePage();
  const words = {
    source: page.t("facts.source"),
    toBeConfirmed: page.t("facts.toBeConfirmed"),
    notStated: page.t("facts.notStated"),
    kosovo: countryName("XK", page.language),
  };
  return (
    <>
      <Chapter
        id="facts"
        title="about.facts.title"
        paragraphs={["about.facts.1", "about.facts.2", "about.facts.3", "about.facts.4"]}
        values={words}
      />
      <Chapter
        id="thin"
        title="about.thin.title"
        paragraphs={["about.thin.1", "about.thin.2", "about.thin.3", "about.thin.4"]}
        values={words}
      />
      <Chapter
        id="names"
        title="about.names.title"
        paragraphs={["about.names.boundaries", "about.names.1", "about.names.2", "about.names.3"]}
        values={words}
      />
    </>
  );
}

function Licences() {
  const page = usePage();
  return (
    <Chapter id="licences" title="about.licences.title" paragraphs={[]}>
      <p>
        {page.t("about.licences.1")} <ExternalLink href={DATA_LICENCE}>CC BY 4.0</ExternalLink>
      </p>
      <p>
        {page.t("about.licences.2")} <ExternalLink href={SOFTWARE_LICENCE}>AGPL-3.0-or-later</ExternalLink>
      </p>
      <p>{page.t("about.licences.3")}</p>
    </Chapter>
  );
}
