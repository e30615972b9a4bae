/** Inside a form of the board: keeps what is typed, offers what was kept, and sends a reply once, now or when the network is back. */
import { ago } from "shared/ago.ts";
import type { Draft } from "shared/drafts/contract.ts";
import { isWorthKeeping, newestFirst } from "shared/drafts/rules.ts";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { tellWrote } from "../live/wrote.ts";
import { dequeue, draftsHere, forgetHere, onOtherWindow, type Waiting, waitingHere } from "./device.ts";
import { fieldsIn, idIn, putInto } from "./formFields.ts";
import { type Keeper, keepForm } from "./keeping.ts";
import { fieldsOf, keepAsDraft, keepSending, type Outcome, onOutcome, send, waitingFrom } from "./outbox.ts";
import { askDrafts, dropThere } from "./platform.ts";
import { newId, syncAll } from "./syncing.ts";
import { WaitingPosts, type WaitingTexts } from "./Waiting.tsx";

export interface WritingProps {
  account: string;
  place: string;
  /** Of a reply: its thread and the page of it; null: the form starts a thread. */
  reply: { threadId: number; thread: string } | null;
  /** Whether its page fills in a draft that its address names. */
  reloads: boolean;
  /** One's own drafts. */
  all: string;
  texts: WaitingTexts &
    Record<
      | "kept"
      | "here"
      | "copied"
      | "found"
      | "restore"
      | "restored"
      | "drop"
      | "dropped"
      | "all"
      | "cancelled"
      | "sent"
      | "locked"
      | "suspended"
      | "invalid"
      | "other",
      string
    >;
}

type Offered = Pick<Draft, "clientId" | "version" | "fields"> & { age: number };

export default function Writing(props: WritingProps) {
  const [status, setStatus] = createSignal("");
  const [offered, setOffered] = createSignal<Offered | null>(null);
  const [others, setOthers] = createSignal(0);
  const [waiting, setWaiting] = createSignal<readonly Waiting[]>([]);
  const [why, setWhy] = createSignal<"network" | "later" | "signIn">("network");
  const own = { account: props.account, place: props.place };
  /** Of drafts on the platform, by what they will be sent as. */
  const ids = new Map<string, number>();
  let root: HTMLDivElement | undefined;
  let form: HTMLFormElement | null = null;
  let keeper: Keeper | undefined;

  const lookUp = () =>
    setWaiting(waitingHere(props.account).filter(({ threadId }) => threadId === props.reply?.threadId));

  onMount(() => {
    form = root?.closest("form") ?? null;
    if (!form) return;
    const ownForm = form;
    keeper = keepForm(ownForm, own, (state) => setStatus(state === "none" ? "" : props.texts[state]));
    const submitted = (event: SubmitEvent) => submit(ownForm, event);
    ownForm.addEventListener("submit", submitted);
    const ends = [onOutcome(came), onOtherWindow(props.account, lookUp), keepSending(props.account)];
    lookUp();
    void offer(ownForm);
    onCleanup(() => {
      ownForm.removeEventListener("submit", submitted);
      keeper?.end();
      for (const end of ends) end();
    });
  });

  /** What was kept earlier, here or on another device: the newest, and how many more there are. */
  const offer = async (ownForm: HTMLFormElement) => {
    const current = idIn(ownForm)?.value ?? "";
    const isOut = (clientId: string) =>
      waitingHere(props.account).some(({ post }) => post.clientId === clientId);
    const look = (there: readonly Draft[]) => {
      const same = there.find(({ clientId }) => clientId === current);
      if (same) keeper?.adopt(current, same.version);
      const here = draftsHere(props.account, props.place).map(({ at, ...draft }) => ({
        ...draft,
        age: Math.max(0, (Date.now() - at) / 1000),
      }));
      const found = newestFirst<Offered>([...here, ...there]).filter(
        ({ clientId, fields }) => clientId !== current && !isOut(clientId) && isWorthKeeping(fields),
      );
      setOffered(found[0] ?? null);
      setOthers(Math.max(0, found.length - 1));
    };
    // What was sent a moment ago is not offered again: the platform knows of it.
    if (props.reply || !navigator.onLine) look([]);
    await syncAll(props.account, props.place);
    const there = await askDrafts(props.place);
    if (!there) return look([]);
    forgetEnded(there);
    if (props.reply) goOn(there.filter(({ queued }) => queued));
    look(there.filter(({ queued }) => !queued || !props.reply));
  };

  /** What the platform was told and has no more was sent, or thrown away elsewhere. */
  const forgetEnded = (there: readonly Draft[]) => {
    for (const { id, clientId } of there) ids.set(clientId, id);
    for (const draft of draftsHere(props.account, props.place)) {
      const isKept = draft.isDirty || draft.version === 0 || ids.has(draft.clientId);
      if (!isKept) forgetHere(props.account, draft);
    }
  };

  /** What waited on another device, or at a sign-out, goes out from here. */
  const goOn = (queued: readonly Draft[]) => {
    const { reply } = props;
    for (const { clientId, fields } of reply ? queued : []) {
      if (reply) send(props.account, waitingFrom(reply.threadId, clientId, fields));
    }
    lookUp();
  };

  const submit = (ownForm: HTMLFormElement, event: SubmitEvent) => {
    const { submitter } = event;
    const isOther = submitter?.getAttribute("name") || submitter?.hasAttribute("formaction");
    // A file goes with its form.
    const hasFile = [...ownForm.querySelectorAll<HTMLInputElement>("input[type=file]")].some(
      ({ value }) => value,
    );
    if (!props.reply) keeper?.note();
    if (event.defaultPrevented || isOther || hasFile) return;
    const fields = fieldsIn(ownForm);
    if (!props.reply) {
      if (navigator.onLine) return;
      event.preventDefault();
      setStatus(props.texts.here);
      return;
    }
    if (!isWorthKeeping(fields)) return;
    const post = waitingFrom(props.reply.threadId, idIn(ownForm)?.value ?? newId(), fields);
    keeper?.note();
    // Where the device keeps nothing the form goes its plain way.
    if (!send(props.account, post)) return;
    event.preventDefault();
    lookUp();
    empty(ownForm);
  };

  const empty = (ownForm: HTMLFormElement) => {
    keeper?.release();
    const { organisation } = fieldsIn(ownForm);
    putInto(ownForm, organisation === undefined ? {} : { organisation });
    keeper?.release();
    const id = idIn(ownForm);
    if (id) id.value = newId();
    setStatus("");
    setOffered(null);
  };

  const came = ({ account, waiting: one, sent }: Outcome) => {
    if (account !== props.account || one.threadId !== props.reply?.threadId) return;
    if (sent.is === "waiting") setWhy(sent.why);
    lookUp();
    if (sent.is === "refused") {
      setStatus(props.texts[reasonOf(sent.code)]);
      if (form && !isWorthKeeping(fieldsIn(form))) fill(one);
    }
    if (sent.is !== "posted") return;
    setStatus(props.texts.sent);
    tellWrote(sent.post);
    const { number, state } = sent.post;
    const isShown = state === "visible" && document.querySelector(`#p${number}`) !== null;
    const done = state === "pending" ? "&done=postWaits" : "";
    if (!isShown) location.assign(`${props.reply.thread}?post=${number}${done}#p${number}`);
  };

  const fill = (one: Waiting) => {
    if (!form) return;
    putInto(form, fieldsOf(one));
    const known = draftsHere(props.account, props.place).find(
      ({ clientId }) => clientId === one.post.clientId,
    );
    keeper?.adopt(one.post.clientId, known?.version ?? 0);
  };
  const cancel = async (one: Waiting) => {
    dequeue(props.account, one.post.clientId);
    lookUp();
    await keepAsDraft(props.account, one);
    if (form && !isWorthKeeping(fieldsIn(form))) fill(one);
    setStatus(props.texts.cancelled);
  };
  const restore = () => {
    const draft = offered();
    if (!form || !draft) return;
    keeper?.note();
    const id = ids.get(draft.clientId);
    // The platform fills in also the rows that this form does not have yet.
    if (props.reloads && id !== undefined) return location.assign(`?draft=${id}`);
    putInto(form, draft.fields);
    keeper?.adopt(draft.clientId, draft.version);
    setOffered(null);
    setStatus(props.texts.restored);
    form.querySelector("textarea")?.focus();
  };
  const drop = () => {
    const draft = offered();
    if (!draft) return;
    forgetHere(props.account, { place: props.place, clientId: draft.clientId });
    void dropThere(props.place, draft.clientId);
    setOffered(null);
    setStatus(props.texts.dropped);
  };

  return (
    <div ref={root}>
      <WaitingPosts posts={waiting()} why={why()} texts={props.texts} cancel={(one) => void cancel(one)} />
      <Show when={offered()}>
        <p class="notice">
          {props.texts.found} ({ago(document.documentElement.lang, offered()?.age ?? 0)}){" "}
          <button type="button" class="plain-button" onClick={restore}>
            {props.texts.restore}
          </button>{" "}
          <button type="button" class="plain-button" onClick={drop}>
            {props.texts.drop}
          </button>{" "}
          <Show when={others() > 0}>
            <a href={props.all}>{props.texts.all}</a>
          </Show>
        </p>
      </Show>
      <p role="status" class="muted">
        {status()}
      </p>
    </div>
  );
}

function reasonOf(code: string): "locked" | "suspended" | "invalid" | "other" {
  return code === "locked" || code === "suspended" || code === "invalid" ? code : "other";
}
