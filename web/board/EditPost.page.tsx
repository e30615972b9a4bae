/** Correcting and deleting one's own post. */
import { DeletedPost, EditedPost } from "shared/board/posts/contract.ts";
import { Show } from "solid-js";
import { Form, type FormState, HiddenField, TextArea } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { AttachButton, AttachFile } from "./AttachFile.tsx";
import { Compose, PreviewButton } from "./Compose.tsx";
import { type PostOf, PostTrail, postLink } from "./PostTrail.tsx";

interface EditPostProps extends PostOf {
  form: FormState;
  isStale: boolean;
}

export function EditPostPage(props: EditPostProps) {
  const page = usePage();
  const { region, thread, number } = props;
  const place = { region, place: `thread:${thread.id}`, post: number };
  return (
    <>
      <PostTrail {...props} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("compose.edit.lead")}</p>
      <Show when={props.isStale}>
        <p class="notice" role="alert">
          {page.t("compose.edit.stale")}
        </p>
      </Show>
      <Form
        form={props.form}
        schema={EditedPost}
        submit={page.t("compose.edit.save")}
        buttons={
          <>
            <AttachButton /> <PreviewButton {...place} />
          </>
        }
      >
        <HiddenField name="version" />
        <TextArea
          name="body"
          label={page.t("compose.edit.body")}
          hint={page.t("board.writeHint")}
          rows={10}
        />
        <AttachFile />
        <Compose {...place} board={thread.board.slug} />
      </Form>
      <p>
        <a href={page.link(`${region}/board/threads/${thread.id}/posts/${number}/delete`)}>
          {page.t("compose.delete")}
        </a>
      </p>
    </>
  );
}

export function DeletePostPage(props: PostOf & { form: FormState; html: string }) {
  const page = usePage();
  return (
    <>
      <PostTrail {...props} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("compose.delete.lead")}</p>
      <Show when={props.thread.lastNumber === 1}>
        <p class="notice">{page.t("compose.delete.thread")}</p>
      </Show>
      <div class="card written" innerHTML={props.html} />
      <Form
        form={props.form}
        schema={DeletedPost}
        submit={page.t("compose.delete")}
        buttons={<a href={postLink(page, props)}>{page.t("compose.delete.keep")}</a>}
      >
        {null}
      </Form>
    </>
  );
}
