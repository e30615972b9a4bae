/** What two people changed at once, field by field: nothing of either is lost. */
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import type { EditProfileProps } from "./EditProfile.page.tsx";
import { FieldValue, fieldName } from "./fieldWords.tsx";

export function Conflicts(props: Pick<EditProfileProps, "conflicts" | "specializations">) {
  const page = usePage();
  const { specializations } = props;
  return (
    <Show when={props.conflicts.length > 0}>
      <section class="notice" role="alert" tabindex="-1" autofocus>
        <h2>{page.t("edit.conflict.title")}</h2>
        <p>{page.t("edit.conflict.lead")}</p>
        <For each={props.conflicts}>
          {({ field, before, now, yours }) => (
            <>
              <h3>{fieldName(page, field)}</h3>
              <dl class="facts">
                <dt>{page.t("edit.conflict.before")}</dt>
                <dd>
                  <FieldValue field={field} value={before} specializations={specializations} />
                </dd>
                <dt>{page.t("edit.conflict.now")}</dt>
                <dd>
                  <FieldValue field={field} value={now} specializations={specializations} />
                </dd>
                <dt>{page.t("edit.conflict.yours")}</dt>
                <dd>
                  <FieldValue field={field} value={yours} specializations={specializations} />
                </dd>
              </dl>
            </>
          )}
        </For>
      </section>
    </Show>
  );
}
