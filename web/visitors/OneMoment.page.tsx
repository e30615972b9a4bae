/** Where JavaScript does not compute the visitor challenge: the form's fields, kept, behind a button to press a little later. */
import { visitorFields } from "shared/visitors/challenge.ts";
import { For } from "solid-js";
import { usePage } from "../frame.ts";

export interface OneMomentProps {
  /** Where the form goes: its own address. */
  action: string;
  /** Everything that was typed, without the challenge's own fields. */
  fields: readonly (readonly [name: string, value: string])[];
  challenge: string;
  /** In how many seconds the button may be pressed. */
  seconds: number;
}

export function OneMomentPage(props: OneMomentProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.t("visitor.moment.title")}</h1>
      <p class="lead">{page.t("visitor.moment.wait", { count: props.seconds })}</p>
      <p>{page.t("visitor.moment.why")}</p>
      <form method="post" action={props.action} data-one-moment="">
        <For each={props.fields}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
        <input type="hidden" name={visitorFields.challenge} value={props.challenge} />
        <button type="submit">{page.t("visitor.moment.send")}</button>
      </form>
    </>
  );
}
