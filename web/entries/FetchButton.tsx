/** Asks the source for what the form does not say yet; and then tells what it said. */
import { Show } from "solid-js";
import { Button, useForm } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { fieldLabel } from "./fieldWords.tsx";
import type { FieldsProps } from "./kinds.ts";

export function FetchButton(props: FieldsProps) {
  const page = usePage();
  const form = useForm();
  const names = () => (form.values.fetched ?? []).filter((name) => name !== "");
  return (
    <Show when={props.canFetch}>
      <p>
        <Button name="do" value="fetch" label={page.t("writing.fetch")} plain />{" "}
        <span class="muted">{page.t("writing.fetchHint")}</span>
      </p>
      <Show when={form.values.fetched}>
        <p class="notice" role="status">
          {names().length === 0
            ? page.t("writing.fetchedNothing")
            : page.t("writing.fetched", {
                fields: new Intl.ListFormat(page.locale).format(
                  names().map((name) => fieldLabel(page, name)),
                ),
              })}
        </p>
      </Show>
    </Show>
  );
}
