/** Whom a person blocks or mutes: the list, and the form that adds to it. */
import { BlockBody } from "shared/moderation/contract.ts";
import { type BlockKind, blockKinds } from "shared/moderation/rules.ts";
import { For, Show } from "solid-js";
import { ButtonForm, Form, type FormState, Radios, TextField } from "../components/forms.tsx";
import { Breadcrumbs, Empty } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

const isKind = { block: "moderation.blocks.isBlock", mute: "moderation.blocks.isMute" } as const;

export function BlocksPage(props: { blocks: { handle: string; kind: BlockKind }[]; form: FormState }) {
  const page = usePage();
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link("account"), text: page.t("account.title") }]} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("moderation.blocks.lead")}</p>
      <Show when={props.blocks.length > 0} fallback={<Empty>{page.t("moderation.blocks.none")}</Empty>}>
        <ul class="plain">
          <For each={props.blocks}>
            {({ handle, kind }) => (
              <li class="row">
                <bdi>{handle}</bdi> <span class="tag">{page.t(isKind[kind])}</span>
                <ButtonForm
                  form={props.form}
                  action={page.link("account/blocks/end")}
                  label={page.t("moderation.blocks.end", { handle })}
                  values={{ handle }}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Form form={props.form} schema={BlockBody} submit={page.t("moderation.blocks.send")}>
        <TextField name="handle" label={page.t("moderation.blocks.handle")} />
        <Radios
          name="kind"
          label={page.t("moderation.blocks.kind")}
          options={blockKinds.map((value) => ({ value, label: page.t(`moderation.blocks.${value}`) }))}
        />
      </Form>
    </>
  );
}
