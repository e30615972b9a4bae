/** Puts the live island below a thread's posts, with all that it says in the page's language. */
import type { Board, Thread } from "shared/board/contract.ts";
import { usePage } from "../../frame.ts";
import { Island } from "../../island.tsx";
import LiveThread from "../LiveThread.island.tsx";
import type { PostWords } from "../words.ts";
import { countedIn } from "./counted.ts";

interface ThreadLiveProps {
  thread: Thread;
  board: Board;
  words: PostWords;
  /** The page holds the thread's end. */
  isEnd: boolean;
  newestFirst: boolean;
  mayQuote: boolean;
  mayDecide: boolean;
}

export function ThreadLive(props: ThreadLiveProps) {
  const page = usePage();
  const { id, version, lastNumber, locked } = props.thread;
  const { isEnd, newestFirst, words, mayQuote, mayDecide } = props;
  const texts = {
    away: page.t("live.away"),
    newer: page.t("live.newer"),
    locked: page.t("live.locked"),
    gone: page.t("live.gone"),
    again: page.t("live.again"),
    typing: page.t("live.typing", { handle: "{handle}" }),
    present: page.t("live.present", { handles: "{handles}" }),
    fresh: countedIn(page, "live.new"),
  };
  const reader = page.person && { handle: page.person.handle, mayQuote, mayDecide };
  // In a public board nobody is told who is there.
  const isAmongMembers = reader !== null && props.board.visibility !== "public";
  return (
    <Island
      name="LiveThread"
      component={LiveThread}
      props={{
        ...{ id, version, last: lastNumber, isEnd, newestFirst, locked, words },
        ...{ reader, isAmongMembers, texts },
      }}
    />
  );
}
