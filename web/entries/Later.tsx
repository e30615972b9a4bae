/** To publish it by itself, in UTC: the only clock that all curators share. */
import { Button, TextField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import type { EntryFormProps } from "./EntryForm.page.tsx";
import { momentText } from "./fieldWords.tsx";

export function Later(props: EntryFormProps) {
  const page = usePage();
  const isOpen = () =>
    props.entry?.publishAt !== undefined && props.entry?.publishAt !== null
      ? true
      : ["publishOn", "publishTime"].some((name) => props.form.problems[name] !== undefined);
  return (
    <details open={isOpen()}>
      <summary>{page.t("entries.schedule")}</summary>
      <TextField
        name="publishOn"
        label={page.t("entries.scheduleDay")}
        hint={page.t("entries.scheduleHint", { moment: momentText(page, props.now) })}
        dir="ltr"
      />
      <TextField name="publishTime" label={page.t("entries.scheduleTime")} dir="ltr" />
      <p>
        <Button name="do" value="schedule" label={page.t("entries.scheduleDo")} plain />
      </p>
    </details>
  );
}
