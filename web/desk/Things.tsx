/** The queue itself: one form, so that each line has its buttons and what is marked goes together, with or without script. */
import { ASIDE_DAYS, type DeskKind, waitingKinds } from "shared/desk/rules.ts";
import { For, Show } from "solid-js";
import { HiddenFields } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import type { DeskProps, WaitingThing } from "./Desk.page.tsx";
import { DeskKeys } from "./DeskKeys.tsx";

export function Things(props: DeskProps) {
  const page = usePage();
  const { items } = props.list;
  const groups = [true, false].map((answers) => ({
    title: page.t(answers ? "desk.answers" : "desk.upkeep"),
    things: items.filter((thing) => thing.answers === answers),
  }));
  return (
    <form method="post" action={props.action} class="desk">
      <HiddenFields values={props.hidden} />
      <DeskKeys />
      <For each={groups.filter(({ things }) => things.length > 0)}>
        {({ title, things }) => (
          <>
            <h2>{title}</h2>
            <ul class="plain">
              <For each={things}>{(thing) => <Thing thing={thing} />}</For>
            </ul>
          </>
        )}
      </For>
      <Marked kinds={items.map(({ kind }) => kind)} />
    </form>
  );
}

/** "w-correction-12": where one comes back to after a button. */
const anchorOf = (id: string) => `w-${id.replace("/", "-")}`;

function Thing(props: { thing: WaitingThing }) {
  const page = usePage();
  const { thing } = props;
  const anchor = anchorOf(thing.id);
  const [path = "", query] = thing.path.split("?", 2);
  return (
    <li id={anchor} data-waits>
      <h3>
        <a
          href={page.link(
            `${page.region?.slug}/${path}`,
            query ? Object.fromEntries(new URLSearchParams(query)) : undefined,
          )}
          id={`${anchor}-name`}
        >
          <bdi>{thing.name}</bdi>
          <Show when={thing.about}>: {thing.about}</Show>
        </a>
      </h3>
      <p>
        <span class="tag">{page.t(`desk.kind.${thing.kind}`)}</span>{" "}
        <Show when={thing.note}>{thing.note} · </Show>
        <time datetime={thing.since}>{thing.age}</time>
        <TakenBy thing={thing} />
      </p>
      <p class="buttons">
        <label class="choice">
          <input type="checkbox" name="item" value={thing.id} aria-describedby={`${anchor}-name`} />{" "}
          {page.t("desk.mark")}
        </label>
        <TakeButton thing={thing} describedBy={`${anchor}-name`} />
      </p>
    </li>
  );
}

function TakenBy(props: { thing: WaitingThing }) {
  const page = usePage();
  return (
    <Show when={props.thing.takenBy}>
      {(by) => (
        <>
          {" · "}
          <b>{by().mine ? page.t("desk.takenByMe") : page.t("desk.takenBy", { handle: by().handle })}</b>
        </>
      )}
    </Show>
  );
}

function TakeButton(props: { thing: WaitingThing; describedBy: string }) {
  const page = usePage();
  const { id, takenBy } = props.thing;
  const does = takenBy === null ? "take" : takenBy.mine ? "give" : "over";
  return (
    <button
      type="submit"
      name={does}
      value={id}
      class="plain-button"
      aria-describedby={props.describedBy}
      data-take
    >
      {page.t(`desk.do.${does}`)}
    </button>
  );
}

function Marked(props: { kinds: readonly DeskKind[] }) {
  const page = usePage();
  const mayAside = props.kinds.some((kind) => waitingKinds[kind].aside);
  return (
    <fieldset class="field">
      <legend>{page.t("desk.marked")}</legend>
      <p class="buttons">
        <button type="submit" name="do" value="take">
          {page.t("desk.do.take")}
        </button>
        <button type="submit" name="do" value="give" class="plain-button">
          {page.t("desk.do.give")}
        </button>
        <Show when={props.kinds.includes("profile")}>
          <button type="submit" name="do" value="ask" class="plain-button">
            {page.t("desk.do.ask")}
          </button>
        </Show>
        <Show when={mayAside}>
          <button type="submit" name="do" value="aside" class="plain-button">
            {page.t("desk.do.aside")}
          </button>
        </Show>
      </p>
      <Show when={mayAside}>
        <p class="muted">{page.t("desk.asideMeans", { count: ASIDE_DAYS })}</p>
      </Show>
    </fieldset>
  );
}
