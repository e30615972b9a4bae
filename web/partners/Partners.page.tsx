/** The region's partners by kind. */

import type { FacetCount } from "shared/facets.ts";
import type { List } from "shared/page.ts";
import { type Partner, type PartnerQuery, partnerKinds } from "shared/partners/contract.ts";
import { For, Show } from "solid-js";
import { ExternalLink, Original, Source } from "../components/facts.tsx";
import { Empty, NextPage, totalText } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export interface PartnersProps {
  list: List<Partner>;
  facets: Record<"kind", FacetCount[]>;
  query: PartnerQuery;
}

export function PartnersPage(props: PartnersProps) {
  const page = usePage();
  const path = `${page.region?.slug}/partners`;
  const ofKind = (kind: string) => props.list.items.filter((partner) => partner.kind === kind);
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("partners.lead")}</p>
      <Kinds {...props} path={path} />
      <p>{totalText(page, "partners.count", props.list)}</p>
      <Show when={props.list.items.length === 0}>
        <Empty>
          <p>{page.t("filters.nothing")}</p>
        </Empty>
      </Show>
      <For each={partnerKinds.filter((kind) => ofKind(kind).length > 0)}>
        {(kind) => (
          <section>
            <h2>{page.t(`partners.kind.${kind}`)}</h2>
            <ul class="cards">
              <For each={ofKind(kind)}>{(partner) => <PartnerCard partner={partner} />}</For>
            </ul>
          </section>
        )}
      </For>
      <NextPage href={props.list.next && page.link(path, { ...props.query, after: props.list.next })} />
    </>
  );
}

function Kinds(props: PartnersProps & { path: string }) {
  const page = usePage();
  const count = (kind: string) => props.facets.kind.find(({ value }) => value === kind)?.count ?? 0;
  const chosen = () => props.query.kind ?? [];
  return (
    <nav aria-label={page.t("partners.kinds")}>
      <ul class="row">
        <li>
          <a href={page.link(props.path)} aria-current={chosen().length === 0 ? "true" : undefined}>
            {page.t("lists.all")}
          </a>
        </li>
        <For each={partnerKinds.filter((kind) => count(kind) > 0)}>
          {(kind) => (
            <li>
              <a
                href={page.link(props.path, { kind })}
                aria-current={chosen().includes(kind) ? "true" : undefined}
              >
                {page.t(`partners.kind.${kind}`)}&nbsp;<span class="muted">{page.number(count(kind))}</span>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

function PartnerCard(props: { partner: Partner }) {
  const page = usePage();
  const { partner } = props;
  const others = page.regions.filter(
    ({ slug }) => slug !== page.region?.slug && partner.regions.includes(slug),
  );
  return (
    <li class="card" id={partner.slug}>
      <h3>
        <ExternalLink href={partner.url}>
          <Original language={partner.language}>{partner.name}</Original>
        </ExternalLink>
      </h3>
      <p>
        <Original language={partner.language}>{partner.summary}</Original>
      </p>
      <Show when={others.length > 0}>
        <p class="muted">
          {page.t("partners.alsoIn")}{" "}
          <For each={others}>
            {(region, index) => (
              <>
                {index() > 0 ? " · " : ""}
                <a href={`${page.link(`${region.slug}/partners`)}#${partner.slug}`}>
                  {page.regionName(region)}
                </a>
              </>
            )}
          </For>
        </p>
      </Show>
      <Source {...partner} />
    </li>
  );
}
