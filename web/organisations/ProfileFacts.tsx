/** The facts of a profile in two lists: how to reach the CSO, and what it is. What is not known is said. */
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
import { countryPath } from "../countries/words.ts";
import { usePage } from "../frame.ts";

export const networkNames: Record<(typeof socialNetworks)[number], string> = {
  twitter: "X (Twitter)",
  facebook: "Facebook",
  linkedin: "LinkedIn",
  youtube: "YouTube",
};

/** Only what the CSO itself publishes. */
export function Contacts(props: { organisation: Organisation }) {
  const page = usePage();
  const { website, email, phone, socials } = props.organisation;
  const networks = socialNetworks.flatMap((network) =>
    socials[network] ? [{ network, href: socials[network] }] : [],
  );
  const none = website === null && email === null && phone === null && networks.length === 0;
  return (
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
      <Fact name={page.t("organisations.city")}>
        <Show when={organisation.city} fallback={<Unknown />}>
          {(city) => <bdi>{city().name}</bdi>}
        </Show>
      </Fact>
      <Fact name={page.t("organisations.founded")}>
        <Show when={organisation.foundedYear} fallback={<Unknown />}>
          {(year) => <PartialDate on={year()} />}
        </Show>
      </Fact>
      <Fact name={page.t("organisations.languages")}>
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
      <Fact name={page.t("organisations.member")}>
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

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
