/** What somebody wrote when registering. */
import type { RegistrationBody } from "shared/registrations/contract.ts";
import { Show } from "solid-js";
import { usePage } from "../frame.ts";

type Text = string | null | undefined;

export function Written(props: {
  registration: Pick<RegistrationBody, "name"> & { organisation?: Text; note?: Text };
}) {
  const page = usePage();
  return (
    <dl class="facts">
      <dt>{page.t("registrations.list.name")}</dt>
      <dd>
        <bdi>{props.registration.name}</bdi>
      </dd>
      <Show when={props.registration.organisation}>
        {(organisation) => (
          <>
            <dt>{page.t("registrations.organisation")}</dt>
            <dd>
              <bdi>{organisation()}</bdi>
            </dd>
          </>
        )}
      </Show>
      <Show when={props.registration.note}>
        {(note) => (
          <>
            <dt>{page.t("registrations.list.note")}</dt>
            <dd dir="auto">{note()}</dd>
          </>
        )}
      </Show>
    </dl>
  );
}
