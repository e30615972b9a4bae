/** The facts of a profile in two lists: how to reach the CSO, and what it is. What is not known is said. */
import { facts } from "shared/corrections/facts.ts";
import { type Organisation, socialNetworks } from "shared/organisations/contract.ts";
import { For, type JSX, Show } from "solid-js";
import {
  CountryName,
  ExternalLink,
  hostOf,
  LanguageName,
  PartialDate,
  Unknown,
} from "../components/facts.tsx";
import { Wrong, WrongOnes } from "../corrections/Wrong.tsx";
import { countryPath } from "../countries/words.ts";
import { usePage } from "../frame.ts";

export const networkNames: Record<(typeof socialNetworks)[number], string> = {
  twitter: "X (Twitter)",
  facebook: "Facebook",
  linkedin: "LinkedIn",
  youtube: "YouTube",
};

/** The ways to correct some of its fields. */
export function Mistaken(props: { organisation: Organisation; fields: readonly string[] }) {
  const { region, slug } = props.organisation;
  const wrong = facts.organisation
    .filter(({ field }) => props.fields.includes(field))
    .map(({ field, label }) => ({ label, query: { field } }));
  return <WrongOnes path={`${region}/organisations/${slug}`} facts={wrong} />;
}

/** Only what the CSO itself publishes. */
export function Contacts(props: { organisation: Organisation }) {
  const page = usePage();
  const { website, email, phone, socials } = props.organisation;
  const networks = socialNetworks.flatMap((network) =>
    socials[network] ? [{ network, href: socials[network] }] : [],
  );
  const none = website === null && email === null && phone === null && networks.length === 0;
  return (
    <>
      <Show when={!none} fallback={<p>{page.t("organisations.noContact")}</p>}>
        <dl class="facts">
          <Show when={website}>
            {(href) => <Website href={href()} verified={props.organisation.websiteVerified} />}
          </Show>
          <Show when={email}>
            {(address) => (
              <Fact name={page.t("organisations.email")}>
                <a href={`mailto:${address()}`}>
                  <bdi dir="ltr">{address()}</bdi>
                </a>
              </Fact>
            )}
          </Show>
          <Show when={phone}>
            {(number) => (
              <Fact name={page.t("organisations.phone")}>
                <a href={`tel:${number().replace(/[^+\d]/g, "")}`}>
                  <bdi dir="ltr">{number()}</bdi>
                </a>
              </Fact>
            )}
          </Show>
          <For each={networks}>
            {({ network, href }) => (
              <Fact name={networkNames[network]}>
                <ExternalLink href={href}>{href.replace(/^https?:\/\/(www\.)?/, "")}</ExternalLink>
              </Fact>
            )}
          </For>
        </dl>
      </Show>
      <Mistaken organisation={props.organisation} fields={["website", "email", "phone"]} />
    </>
  );
}

function Website(props: { href: string; verified: Organisation["websiteVerified"] }) {
  const page = usePage();
  return (
    <Fact name={page.t("organisations.website")}>
      <ExternalLink href={props.href}>{hostOf(props.href)}</ExternalLink>
      <Show when={props.verified}>
        {" "}
        <span class="muted">
          ({page.t(props.verified === "page" ? "organisations.websiteRead" : "organisations.websiteRecord")})
        </span>
      </Show>
    </Fact>
  );
}

export function AtAGlance(props: { organisation: Organisation }) {
  const page = usePage();
  const { organisation } = props;
  return (
    <dl class="facts">
      <Fact name={page.t("organisations.country")}>
        <a href={page.link(countryPath(organisation.region, organisation.iso2))}>
          <CountryName iso2={organisation.iso2} />
        </a>
      </Fact>
      <Fact name={page.t("organisations.city")} of={organisation} field="city">
        <Show when={organisation.city} fallback={<Unknown />}>
          {(city) => <bdi>{city().name}</bdi>}
        </Show>
      </Fact>
      <Fact name={page.t("organisations.founded")} of={organisation} field="foundedYear">
        <Show when={organisation.foundedYear} fallback={<Unknown />}>
          {(year) => <PartialDate on={year()} />}
        </Show>
      </Fact>
      <Fact name={page.t("organisations.languages")} of={organisation} field="languages">
        <For
          each={organisation.languages}
          fallback={<span class="unknown">{page.t("facts.notStated")}</span>}
        >
          {(tag, place) => (
            <>
              {place() > 0 ? " · " : ""}
              <LanguageName tag={tag} />
            </>
          )}
        </For>
      </Fact>
      <Fact name={page.t("organisations.member")} of={organisation} field="uncacCoalitionMember">
        <Show when={organisation.uncacCoalitionMember !== null} fallback={<Unknown />}>
          {page.t(organisation.uncacCoalitionMember ? "facts.yes" : "facts.no")}
        </Show>
      </Fact>
      <Show when={organisation.lastConfirmedOn}>
        {(on) => (
          <Fact name={page.t("organisations.lastConfirmed")}>
            <PartialDate on={on()} />
          </Fact>
        )}
      </Show>
    </dl>
  );
}

interface FactProps {
  name: string;
  children: JSX.Element;
  /** Where it can be corrected: whose field it is, and which. */
  of?: Organisation;
  field?: string;
}

function Fact(props: FactProps) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        {props.children}
        <Show when={props.of}>
          {(of) => (
            <>
              {" "}
              <Wrong
                path={`${of().region}/organisations/${of().slug}`}
                query={{ field: props.field }}
                fact={props.name}
              />
            </>
          )}
        </Show>
      </dd>
    </>
  );
}
