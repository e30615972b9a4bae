/** Tools of a thread for its moderators: buttons for what is undone as easily, links to forms for what is not. */
import type { Thread } from "shared/board/contract.ts";
import { mergeBody, moveBody, splitBody, switches } from "shared/board/tools.ts";
import type { BodySchema } from "shared/form.ts";
import { For, type JSX } from "solid-js";
import {
  ButtonForm,
  Check,
  Form,
  type FormState,
  HiddenField,
  Radios,
  TextArea,
  TextField,
} from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { boardName } from "./Boards.page.tsx";
import { ThreadMarks } from "./ThreadItem.tsx";

interface ToolProps {
  region: string;
  thread: Thread;
}

const forms = ["move", "split", "merge"] as const;

export function ThreadToolsPage(props: ToolProps & { version: number; hidden: Record<string, string> }) {
  const page = usePage();
  const { thread } = props;
  const path = `${props.region}/board/threads/${thread.id}/tools`;
  const isOn = { pin: thread.pinned, unpin: !thread.pinned, lock: thread.locked, unlock: !thread.locked };
  return (
    <>
      <ToolTrail {...props} />
      <h1>{page.title}</h1>
      <p>
        <ThreadMarks thread={thread} />
      </p>
      <p class="lead">{page.t("board.tool.lead")}</p>
      <For each={switches.filter((action) => !isOn[action])}>
        {(action) => (
          <>
            <p>{page.t(`board.tool.means.${action}`)}</p>
            <ButtonForm
              form={props}
              action={page.link(path)}
              values={{ do: action, version: String(props.version) }}
              label={page.t(`board.tool.${action}`)}
            />
          </>
        )}
      </For>
      <ul class="plain">
        <For each={forms}>
          {(form) => (
            <li>
              <p>
                <a href={page.link(`${path}/${form}`)}>{page.t(`board.tool.${form}`)}</a>
              </p>
              <p>{page.t(`board.tool.means.${form}`)}</p>
            </li>
          )}
        </For>
        <li>
          <a href={page.link(`${path}/pace`)}>{page.t("moderation.pace.title")}</a>:{" "}
          {page.t("moderation.pace.lead")}
        </li>
      </ul>
    </>
  );
}

function ToolTrail(props: ToolProps & { isForm?: boolean }) {
  const page = usePage();
  const path = `${props.region}/board/threads/${props.thread.id}`;
  const trail = [{ href: page.link(path), text: props.thread.title }];
  return (
    <Breadcrumbs
      trail={
        props.isForm ? [...trail, { href: page.link(`${path}/tools`), text: page.t("board.tools") }] : trail
      }
    />
  );
}

interface ToolFormProps extends ToolProps {
  form: FormState;
  schema: BodySchema;
  action: (typeof forms)[number];
  children: JSX.Element;
}

/** What the forms share: what will happen, a reason for the log, and that it is meant. */
function ToolForm(props: ToolFormProps) {
  const page = usePage();
  return (
    <>
      <ToolTrail {...props} isForm />
      <h1>{page.title}</h1>
      <p class="lead">{page.t(`board.tool.means.${props.action}`)}</p>
      <Form form={props.form} schema={props.schema} submit={page.t(`board.tool.${props.action}`)}>
        <HiddenField name="version" />
        {props.children}
        <TextArea name="reason" label={page.t("board.tool.reason")} rows={2} />
        <Check name="confirmed" label={page.t(`board.tool.confirm.${props.action}`)} />
      </Form>
    </>
  );
}

export function MoveThreadPage(
  props: ToolProps & {
    form: FormState;
    boards: { id: number; names: Record<string, string>; slug: string }[];
  },
) {
  const page = usePage();
  if (props.boards.length === 0) {
    return (
      <>
        <ToolTrail {...props} isForm />
        <h1>{page.title}</h1>
        <p>{page.t("board.tool.moveNowhere")}</p>
      </>
    );
  }
  const options = props.boards.map((board) => ({ value: String(board.id), label: boardName(page, board) }));
  return (
    <ToolForm {...props} schema={moveBody} action="move">
      <Radios
        name="board"
        label={page.t("board.tool.moveTo")}
        hint={page.t("board.tool.moveHint")}
        options={options}
      />
    </ToolForm>
  );
}

export function SplitThreadPage(props: ToolProps & { form: FormState }) {
  const page = usePage();
  return (
    <ToolForm {...props} schema={splitBody} action="split">
      <TextField name="from" label={page.t("board.tool.from")} inputmode="numeric" />
      <TextField name="to" label={page.t("board.tool.to")} inputmode="numeric" />
      <TextField name="title" label={page.t("board.tool.newTitle")} />
    </ToolForm>
  );
}

export function MergeThreadPage(props: ToolProps & { form: FormState }) {
  const page = usePage();
  return (
    <ToolForm {...props} schema={mergeBody} action="merge">
      <TextField
        name="into"
        label={page.t("board.tool.into")}
        hint={page.t("board.tool.intoHint")}
        dir="ltr"
      />
    </ToolForm>
  );
}
