/** Computes a form's visitor challenge while the form is filled in; sending it earlier only waits for the rest. */
import { PUZZLES, type Puzzle, visitorFields } from "shared/visitors/challenge.ts";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { solve } from "../visitors/solve.ts";

export interface ProofOfWorkProps extends Puzzle {
  texts: { working: string; sending: string };
}

export default function ProofOfWork(props: ProofOfWorkProps) {
  const [done, setDone] = createSignal(0);
  const [isSending, setSending] = createSignal(false);
  let root: HTMLDivElement | undefined;
  let field: HTMLInputElement | undefined;
  let started = false;
  let sentBy: HTMLElement | null = null;

  onMount(() => {
    const form = root?.closest("form");
    if (!form || !field) return;
    const solution = field;
    // Not before the form is used: whoever only reads it should not pay with their battery.
    const start = async () => {
      if (started) return;
      started = true;
      solution.value = await solve(props, setDone);
      if (isSending()) form.requestSubmit(sentBy);
    };
    const send = (event: SubmitEvent) => {
      if (solution.value !== "") return;
      event.preventDefault();
      sentBy = event.submitter;
      setSending(true);
      void start();
    };
    form.addEventListener("focusin", start);
    form.addEventListener("input", start);
    form.addEventListener("submit", send);
    onCleanup(() => form.removeEventListener("submit", send));
  });

  return (
    <div ref={root}>
      <input ref={field} type="hidden" name={visitorFields.solution} value="" />
      <Show when={done() > 0 && done() < PUZZLES}>
        <progress max={PUZZLES} value={done()} aria-label={props.texts.working} />
      </Show>
      <p role="status" class="muted">
        <Show when={isSending()}>{props.texts.sending}</Show>
      </p>
    </div>
  );
}
