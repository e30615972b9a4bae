/** Being erased: what goes, what stays, what becomes of one's CSOs, and the form that means it. */
import { eraseFormFor } from "shared/personal/forms.ts";
import { For, Show } from "solid-js";
import { CodeField, PresentPassword } from "../accounts/fields.tsx";
import { Check, Form, type FormState, TextField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export interface AloneOrganisation {
  slug: string;
  region: string;
  name: string;
  others: number;
}

export interface EraseProps {
  form: FormState;
  handle: string;
  needsCode: boolean;
  /** CSOs that nobody else owns. */
  alone: readonly AloneOrganisation[];
}

const goes = ["account", "sessions", "roles", "sent", "board", "named"] as const;
const stays = ["records", "answers", "audit"] as const;

export function ErasePage(props: EraseProps) {
  const page = usePage();
  return (
    <>
      <p class="breadcrumbs">
        <a href={page.link("account/data")}>{page.t("personal.title")}</a>
      </p>
      <h1>{page.title}</h1>
      <p class="notice">{page.t("personal.eraseLead")}</p>
      <h2>{page.t("personal.goes")}</h2>
      <ul>
        <For each={goes}>{(what) => <li>{page.t(`personal.goes.${what}`)}</li>}</For>
      </ul>
      <h2>{page.t("personal.stays")}</h2>
      <ul>
        <For each={stays}>{(what) => <li>{page.t(`personal.stays.${what}`)}</li>}</For>
      </ul>
      <h2>{page.t("personal.erase")}</h2>
      <Form form={props.form} schema={eraseFormFor(props.needsCode)} submit={page.t("personal.eraseNow")}>
        <Show when={props.alone.length > 0}>
          <Alone organisations={props.alone} />
        </Show>
        <Check
          name="keepPosts"
          label={page.t("personal.keepPosts")}
          hint={page.t("personal.keepPostsHint")}
        />
        <TextField
          name="handle"
          label={page.t("personal.handle")}
          hint={
            <>
              {page.t("personal.handleHint")} <bdi>{props.handle}</bdi>
            </>
          }
        />
        <PresentPassword isAsked={true} />
        <Show when={props.needsCode}>
          <CodeField label={page.t("personal.code")} />
        </Show>
      </Form>
    </>
  );
}

function Alone(props: { organisations: readonly AloneOrganisation[] }) {
  const page = usePage();
  return (
    <>
      <p>{page.t("personal.alone")}</p>
      <ul>
        <For each={props.organisations}>
          {({ slug, region, name, others }) => (
            <li>
              <bdi>{name}</bdi>:{" "}
              {others === 0
                ? page.t("personal.aloneEmpty")
                : page.t("personal.aloneOthers", { count: others })}{" "}
              <Show when={others > 0}>
                (
                <a href={page.link(`${region}/organisations/${slug}/members`)}>
                  {page.t("personal.handOver")}
                </a>
                )
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Check name="leave" label={page.t("personal.leave")} />
    </>
  );
}
