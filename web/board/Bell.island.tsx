/** The way to one's notifications, with how many are unread, live; and on any page what waits for the network goes out. */
import { ME, type NotificationHeard } from "shared/board/live.ts";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { follow, savesData } from "../live.ts";
import { hasAny } from "./drafts/device.ts";
import { type Counted, counted } from "./live/counted.ts";

export interface BellProps {
  href: string;
  title: string;
  account: string;
  locale: string;
  unread: Counted;
}

/** The platform counts no further: nobody reads the difference. */
const MOST = 99;

export default function Bell(props: BellProps) {
  const [unread, setUnread] = createSignal(0);
  let isAsked = false;

  const ask = async () => {
    const reply = await fetch("/api/v1/notifications/count").catch(() => null);
    if (reply?.ok) setUnread(((await reply.json()) as NotificationHeard).unread);
  };
  onMount(() => {
    void ask();
    void goOn(props.account);
    if (savesData()) return;
    const joined = () => {
      // The first time it has just been asked.
      if (isAsked) void ask();
      isAsked = true;
    };
    onCleanup(follow({ topic: ME, joined, heard: { notification: (told) => setUnread(told.unread) } }));
  });
  const figure = () => new Intl.NumberFormat(props.locale).format(Math.min(unread(), MOST));
  return (
    <>
      <a href={props.href} rel="nofollow">
        {props.title}
        <Show when={unread() > 0}>
          {" "}
          <span class="tag" aria-hidden="true">
            {figure()}
            {unread() > MOST ? "+" : ""}
          </span>
        </Show>
      </a>
      <span class="visually-hidden" role="status">
        {unread() > 0 ? counted(props.unread, props.locale, unread()) : ""}
      </span>
    </>
  );
}

const ASKED = "board:asked:";

/** What waits here, and once for each window what waited elsewhere, as at a sign-out; else its code is not even loaded. */
async function goOn(account: string): Promise<void> {
  let isNew = false;
  try {
    isNew = sessionStorage.getItem(ASKED + account) === null;
    sessionStorage.setItem(ASKED + account, "");
  } catch {
    // Without storage nothing waits here.
  }
  if (!isNew && !hasAny(account)) return;
  const { goOnSending } = await import("./drafts/goingOn.ts");
  await goOnSending(account, isNew);
}
