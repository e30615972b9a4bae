/** A post as it will look, and its form once more, to go on writing or to send it. */
import { EditedPost } from "shared/board/posts/contract.ts";
import { For, Show } from "solid-js";
import { Form, type FormState, TextArea } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { PreviewButton } from "./Compose.tsx";

export interface PreviewProps {
  region: string;
  place: string;
  post: number | null;
  /** Null: there is nothing to be seen. */
  html: string | null;
  form: FormState;
  /** What was sent beside the text travels hidden. */
  others: [name: string, value: string][];
  /** What its main button says. */
  send: "reply" | "thread" | "edit";
}

const sends = { reply: "board.send", thread: "board.new.send", edit: "compose.edit.save" } as const;

export function PreviewPage(props: PreviewProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <section id="preview" class="card">
        <p class="notice">{page.t("compose.previewNote")}</p>
        <Show when={props.html} fallback={<p class="muted">{page.t("compose.previewEmpty")}</p>}>
          {(html) => <div class="written" innerHTML={html()} />}
        </Show>
      </section>
      <h2>{page.t("compose.goOn")}</h2>
      <Form
        form={props.form}
        schema={EditedPost}
        submit={page.t(sends[props.send])}
        buttons={<PreviewButton region={props.region} place={props.place} post={props.post ?? undefined} />}
      >
        <For each={props.others}>{([name, value]) => <input type="hidden" name={name} value={value} />}</For>
        <TextArea
          name="body"
          label={page.t("compose.edit.body")}
          hint={page.t("board.writeHint")}
          rows={10}
        />
      </Form>
    </>
  );
}
