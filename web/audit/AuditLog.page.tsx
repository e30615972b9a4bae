/** The audit log in words: the newest rows first, with the names that people and CSOs have today. */
import type { AuditEntryShown, AuditTargetShown } from "shared/audit/contract.ts";
import { isTextKey } from "shared/i18n/text.ts";
import { For, Show } from "solid-js";
import { Breadcrumbs, Empty } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { type Page, usePage } from "../frame.ts";

export interface AuditLogProps {
  rows: AuditEntryShown[];
  /** Of the next page: rows before that one. */
  before: number | null;
}

export function AuditLogPage(props: AuditLogProps) {
  const page = usePage();
  const { region } = page;
  return (
    <>
      <Show when={!region}>
        <Breadcrumbs trail={[{ href: page.link("steward"), text: page.t("roles.stewardTitle") }]} />
      </Show>
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("audit.lead")}</p>
      <Show when={props.rows.length > 0} fallback={<Empty>{page.t("audit.empty")}</Empty>}>
        <section class="scroll" aria-label={page.title} tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">{page.t("audit.at")}</th>
                <th scope="col">{page.t("audit.who")}</th>
                <th scope="col">{page.t("audit.what")}</th>
                <th scope="col">{page.t("audit.target")}</th>
                <Show when={!region}>
                  <th scope="col">{page.t("audit.region")}</th>
                </Show>
              </tr>
            </thead>
            <tbody>
              <For each={props.rows}>{(row) => <Row row={row} />}</For>
            </tbody>
          </table>
        </section>
      </Show>
      <Show when={props.before}>
        {(before) => (
          <p class="next">
            <a class="button" rel="next" href={page.link(page.path, { before: before() })}>
              {page.t("audit.older")}
            </a>
          </p>
        )}
      </Show>
    </>
  );
}

function Row(props: { row: AuditEntryShown }) {
  const page = usePage();
  const { row } = props;
  return (
    <tr>
      <td>
        <time datetime={row.at}>
          <bdi>{row.at.slice(0, 16).replace("T", " ")}</bdi>
        </time>
      </td>
      <td>{actorName(page, row)}</td>
      <td>
        <Action action={row.action} />
      </td>
      <td>
        <For each={row.targets}>
          {(target) => (
            <div>
              <Target target={target} />
            </div>
          )}
        </For>
      </td>
      <Show when={!page.region}>
        <td>{regionName(page, row.region)}</td>
      </Show>
    </tr>
  );
}

function actorName(page: Page, { personId, handle }: AuditEntryShown) {
  if (personId === null) return page.t("audit.platform");
  return handle === null ? page.t("audit.someone", { id: String(personId) }) : <bdi>{handle}</bdi>;
}

/** A kind of action that has no words yet is shown by its name. */
function Action(props: { action: string }) {
  const page = usePage();
  const key = `audit.${props.action}`;
  return isTextKey(key) ? page.t(key) : <code>{props.action}</code>;
}

function Target(props: { target: AuditTargetShown }) {
  const page = usePage();
  const { kind, ref, name, slug, region } = props.target;
  const key = `audit.kind.${kind}`;
  const word = isTextKey(key) ? page.t(key) : kind;
  return (
    <>
      {word}{" "}
      <Show when={slug} fallback={<bdi>{name ?? ref}</bdi>}>
        <a href={page.link(`${region}/organisations/${slug}`)}>
          <bdi>{name}</bdi>
        </a>
      </Show>
    </>
  );
}

function regionName(page: Page, slug: string | null): string {
  const region = page.regions.find((one) => one.slug === slug);
  return region ? page.regionName(region) : (slug ?? "–");
}
