/** Links that lead nowhere, and wait for a curator: one after another, or several said to be fine at once. */
import type { List } from "shared/page.ts";
import { type DeadLink, linkDecisionBody } from "shared/webLinks/contract.ts";
import { For, Show } from "solid-js";
import { Form, type FormState, HiddenField } from "../components/forms.tsx";
import { Empty, NextPage, totalText } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { DeadLinkFacts } from "./DeadLinkFacts.tsx";

export interface DeadLinksProps {
  list: List<DeadLink>;
  form: FormState;
  /** Those of which something was said, instead of those that wait. */
  decided: boolean;
}

export function DeadLinksPage(props: DeadLinksProps) {
  const page = usePage();
  const { list, decided } = props;
  const path = `${page.region?.slug}/desk/links`;
  return (
    <>
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("webLinks.lead")}</p>
      <nav aria-label={page.t("webLinks.which")}>
        <ul class="row">
          <li>
            <a href={page.link(path)} aria-current={decided ? undefined : "page"}>
              {page.t("webLinks.waiting")}
            </a>
          </li>
          <li>
            <a href={page.link(path, { show: "decided" })} aria-current={decided ? "page" : undefined}>
              {page.t("webLinks.decided")}
            </a>
          </li>
        </ul>
      </nav>
      <Show
        when={list.items.length > 0}
        fallback={<Empty>{page.t(decided ? "webLinks.noneDecided" : "webLinks.none")}</Empty>}
      >
        <p>{totalText(page, "webLinks.count", list)}</p>
        <Show when={!decided} fallback={<Links {...props} path={path} />}>
          <Form form={props.form} schema={linkDecisionBody} submit={page.t("webLinks.fineAll")}>
            <HiddenField name="decision" value="fine" />
            <Links {...props} path={path} />
          </Form>
        </Show>
      </Show>
      <NextPage
        href={list.next && page.link(path, { ...(decided ? { show: "decided" } : {}), after: list.next })}
      />
    </>
  );
}

function Links(props: DeadLinksProps & { path: string }) {
  const page = usePage();
  return (
    <ul class="plain">
      <For each={props.list.items}>
        {(link, index) => (
          <li>
            <h2>
              <a href={page.link(props.path, { url: link.url })}>
                <bdi>{link.url}</bdi>
              </a>
            </h2>
            <DeadLinkFacts link={link} />
            <Show when={!props.decided}>
              <label class="choice">
                <input
                  type="checkbox"
                  id={index() === 0 ? "f-url" : undefined}
                  name="url"
                  value={link.url}
                  checked={props.form.values.url?.includes(link.url)}
                />{" "}
                {page.t("webLinks.choose")}
              </label>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
