/** Where a person is signed in: each device in words, when it was last active, and a button that ends it. */
import { For, Show } from "solid-js";
import { ButtonForm, type FormState } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export interface ShownDevice {
  id: string;
  /** Empty where it is not known. */
  device: string;
  /** ISO 8601, UTC. */
  lastActiveAt: string;
  isThis: boolean;
}

export function Devices(props: { form: FormState; devices: readonly ShownDevice[] }) {
  const page = usePage();
  const { form } = props;
  const action = page.link("account/devices/end");
  const moments = new Intl.DateTimeFormat(page.locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  const name = ({ device }: ShownDevice) => device || page.t("account.unknownDevice");
  const moment = (at: string) => `${moments.format(new Date(at))} UTC`;
  return (
    <>
      <h2>{page.t("account.devices")}</h2>
      <ul class="cards">
        <For each={props.devices}>
          {(one) => (
            <li class="card">
              <p>
                <bdi>{name(one)}</bdi>{" "}
                <Show when={one.isThis}>
                  <span class="tag">{page.t("account.thisDevice")}</span>
                </Show>
              </p>
              <p class="muted">{page.t("account.lastActive", { moment: moment(one.lastActiveAt) })}</p>
              <Show when={!one.isThis}>
                <ButtonForm
                  form={form}
                  action={action}
                  values={{ session: one.id }}
                  label={page.t("account.endSession", { device: name(one) })}
                />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.devices.length > 1}>
        <ButtonForm
          form={form}
          action={action}
          values={{ session: "others" }}
          label={page.t("account.endOthers")}
        />
      </Show>
    </>
  );
}
