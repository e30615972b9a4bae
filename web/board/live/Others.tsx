/** Who else is in a members' board at present, and who writes: of people who chose that it is shown. */
import { createEffect, onCleanup, Show } from "solid-js";

interface OthersProps {
  texts: Record<"typing" | "present", string>;
  /** The handle of who writes; "". */
  writing: string;
  there: readonly string[];
  stopped(): void;
}

/** Who writes says so every few seconds; silence means that they stopped. */
const SILENCE_MS = 6_000;

export function Others(props: OthersProps) {
  createEffect(() => {
    if (props.writing === "") return;
    const timer = setTimeout(props.stopped, SILENCE_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <p class="muted">
      <Show when={props.there.length > 0}>
        {props.texts.present.replace("{handles}", props.there.join(", "))}{" "}
      </Show>
      <Show when={props.writing !== ""}>{props.texts.typing.replace("{handle}", props.writing)}</Show>
    </p>
  );
}
