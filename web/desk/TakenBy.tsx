/** On the pages of one kind of work: who of the staff works on a line. */
import { Show } from "solid-js";
import { usePage } from "../frame.ts";

/** Handles, by "correction/12". */
export type Takers = Readonly<Record<string, string>>;

export function TakenBy(props: { takers: Takers; id: string }) {
  const page = usePage();
  return (
    <Show when={props.takers[props.id]}>
      {(handle) => (
        <>
          {" · "}
          <b>
            {handle() === page.person?.handle
              ? page.t("desk.takenByMe")
              : page.t("desk.takenBy", { handle: handle() })}
          </b>
        </>
      )}
    </Show>
  );
}
