/** Who writes entries of live coverage, beside who started it. */
import type { Thread } from "shared/board/contract.ts";
import { authorBody } from "shared/board/tools.ts";
import { For } from "solid-js";
import { ButtonForm, Form, type FormState, TextField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export interface ThreadAuthorsProps {
  region: string;
  thread: Thread;
  authors: { id: number; handle: string }[];
  form: FormState;
  hidden: Record<string, string>;
}

export function ThreadAuthorsPage(props: ThreadAuthorsProps) {
  const page = usePage();
  const path = `${props.region}/board/threads/${props.thread.id}`;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(path), text: props.thread.title }]} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("board.authors.lead")}</p>
      <ul class="plain">
        <For each={props.authors}>
          {({ id, handle }) => (
            <li>
              <p>
                <bdi>{handle}</bdi>
              </p>
              <ButtonForm
                form={props}
                action={page.link(`${path}/authors/remove`)}
                values={{ person: String(id) }}
                label={page.t("board.authors.remove", { handle })}
                plain
              />
            </li>
          )}
        </For>
      </ul>
      <Form form={props.form} schema={authorBody} submit={page.t("board.authors.add")}>
        <TextField name="handle" label={page.t("board.authors.handle")} dir="ltr" />
      </Form>
    </>
  );
}
