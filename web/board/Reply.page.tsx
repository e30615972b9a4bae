/** The reply on a page of its own: with a quote, or come back because something has to be mended. */
import type { Board, Thread } from "shared/board/contract.ts";
import type { FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { readersText } from "./Boards.page.tsx";
import { type Badge, ReplyForm } from "./ReplyForm.tsx";
import { ThreadTrail } from "./Thread.page.tsx";

export interface ReplyProps {
  region: string;
  board: Board;
  thread: Thread;
  form: FormState;
  badges: Badge[];
}

export function ReplyPage(props: ReplyProps) {
  const page = usePage();
  const { thread, region } = props;
  return (
    <>
      <ThreadTrail board={props.board} region={region} />
      <h1>{page.t("board.reply")}</h1>
      <p>
        <a href={page.link(`${region}/board/threads/${thread.id}`)}>
          <bdi lang={thread.language === page.language ? undefined : thread.language}>{thread.title}</bdi>
        </a>
      </p>
      <p class="notice">{readersText(page, props.board)}</p>
      <ReplyForm
        form={props.form}
        badges={props.badges}
        isEntry={thread.kind === "live"}
        region={region}
        board={props.board.slug}
        threadId={thread.id}
      />
    </>
  );
}
