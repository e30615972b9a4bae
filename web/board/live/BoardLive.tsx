/** Puts the live island beside a board's list of threads. */
import type { Board } from "shared/board/contract.ts";
import { boardTopic } from "shared/board/live.ts";
import { usePage } from "../../frame.ts";
import { Island } from "../../island.tsx";
import LiveBoard from "../LiveBoard.island.tsx";
import { countedIn } from "./counted.ts";

export function BoardLive(props: { board: Board; region: string; here: string }) {
  const page = usePage();
  const { region, slug } = props.board;
  return (
    <Island
      name="LiveBoard"
      component={LiveBoard}
      props={{
        topic: boardTopic(region, slug),
        latest: `/api/v1/regions/${props.region}/boards/${slug}/threads`,
        here: props.here,
        locale: page.locale,
        news: countedIn(page, "live.news"),
        replies: countedIn(page, "board.replies"),
      }}
    />
  );
}
