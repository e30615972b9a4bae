/** Going dark, and coming back: what it does, what it cannot do, and the one button. */
import { darkBody } from "shared/dark/contract.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { For, Show } from "solid-js";
import { Form, type FormState, HiddenField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export interface GoDarkProps {
  name: string;
  /** Of the profile. */
  path: string;
  dark: boolean;
  form: FormState;
}

const hides: readonly TextKey[] = [
  "dark.hides.profile",
  "dark.hides.names",
  "dark.hides.people",
  "dark.hides.data",
];
const stays: readonly TextKey[] = ["dark.stays.published", "dark.stays.copies"];

export function GoDarkPage(props: GoDarkProps) {
  const page = usePage();
  const { dark, path, name } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          {
            href: page.link(`${page.region?.slug}/organisations`),
            text: page.t("frame.room.organisations"),
          },
          { href: page.link(path), text: name },
        ]}
      />
      <h1>{page.title}</h1>
      <Show when={dark} fallback={<p class="lead">{page.t("dark.lead")}</p>}>
        <p class="notice">{page.t("dark.isDark")}</p>
      </Show>
      <Show when={!dark}>
        <h2>{page.t("dark.hides")}</h2>
        <Sentences keys={hides} />
        <h2>{page.t("dark.stays")}</h2>
        <Sentences keys={stays} />
      </Show>
      <p>{page.t(dark ? "dark.backMeans" : "dark.kept")}</p>
      <Form form={props.form} schema={darkBody} submit={page.t(dark ? "dark.back" : "dark.go")}>
        <HiddenField name="wanted" value={dark ? "back" : "dark"} />
      </Form>
    </>
  );
}

function Sentences(props: { keys: readonly TextKey[] }) {
  const page = usePage();
  return (
    <ul>
      <For each={props.keys}>{(key) => <li>{page.t(key)}</li>}</For>
    </ul>
  );
}
