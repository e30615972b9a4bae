/** Activities of a profile's form: as many as wanted, added and taken away by buttons. */
import { For } from "solid-js";
import { HiddenField, Select, TextArea, TextField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import type { EditProfileProps } from "./EditProfile.page.tsx";
import { RowButton, rowNumbers } from "./rows.tsx";

export function EditActivities(props: EditProfileProps) {
  const page = usePage();
  const { form } = props;
  const rows = rowNumbers(form, "activities");
  const next = Math.max(-1, ...rows) + 1;
  return (
    <>
      <h2 id="activities">{page.t("edit.activities")}</h2>
      <For each={rows}>{(row, place) => <EditActivity {...props} row={row} number={place() + 1} />}</For>
      <p>
        <RowButton
          form={form}
          value="more activities"
          label={page.t("edit.moreActivities")}
          at={`f-activities-${next}-title`}
        />
      </p>
    </>
  );
}

/** Folded behind its title, so that a long list can be looked over on a phone; a new one, or one to mend, stands open. */
function EditActivity(props: EditProfileProps & { row: number; number: number }) {
  const page = usePage();
  const { form } = props;
  const name = (field: string) => `activities.${props.row}.${field}`;
  const title = form.values[name("title")]?.[0] ?? "";
  const hasProblem = Object.keys(form.problems).some((field) => field.startsWith(name("")));
  const states = (["current", "past"] as const).map((value) => ({
    value,
    label: page.t(`organisations.${value}`),
  }));
  return (
    <details class="card" open={title === "" || hasProblem}>
      <summary>
        {page.t("edit.activity", { number: props.number })}{" "}
        <bdi>{title === "" ? page.t("edit.activityNew") : title}</bdi>
      </summary>
      <HiddenField name={name("id")} />
      <TextField name={name("title")} label={page.t("edit.activityTitle")} />
      <Select name={name("status")} label={page.t("edit.status")} options={states} />
      <div class="columns">
        <TextField
          name={name("startedOn")}
          label={page.t("edit.startedOn")}
          hint={page.t("edit.dateHint")}
          dir="ltr"
        />
        <TextField
          name={name("endedOn")}
          label={page.t("edit.endedOn")}
          hint={page.t("edit.dateHint")}
          dir="ltr"
        />
      </div>
      <TextArea name={name("summary")} label={page.t("edit.activitySummary")} rows={3} />
      <TextField name={name("url")} label={page.t("edit.url")} type="url" hint={page.t("edit.linkHint")} />
      <TextField
        name={name("articles")}
        label={page.t("edit.articles")}
        hint={page.t("edit.articlesHint")}
        dir="ltr"
      />
      <RowButton
        form={form}
        value={`remove activities ${props.row}`}
        label={page.t("edit.removeActivity", { number: props.number })}
        at="activities"
      />
    </details>
  );
}
