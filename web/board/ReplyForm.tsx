/** The form of a post: the text, and the badge of a CSO where the writer has one to wear. */
import { NewPost } from "shared/board/contract.ts";
import { Form, type FormState, HiddenField, Select, TextArea } from "../components/forms.tsx";
import { type Page, usePage } from "../frame.ts";
import { AttachButton, AttachFile } from "./AttachFile.tsx";
import { Compose, PreviewButton } from "./Compose.tsx";
import { KeepAsDraft, WritingHelp } from "./drafts/WritingHelp.tsx";

export interface Badge {
  slug: string;
  name: string;
}

interface ReplyFormProps {
  region: string;
  /** The slug of its board. */
  board: string;
  threadId: number;
  form: FormState;
  /** CSOs whose badge the writer may wear. */
  badges: Badge[];
  /** An entry of live coverage. */
  isEntry: boolean;
}

export function ReplyForm(props: ReplyFormProps) {
  const page = usePage();
  const place = { region: props.region, place: `thread:${props.threadId}` };
  return (
    <Form
      form={props.form}
      schema={NewPost}
      submit={page.t(props.isEntry ? "board.sendEntry" : "board.send")}
      buttons={
        <>
          <AttachButton /> <PreviewButton {...place} /> <KeepAsDraft {...place} />
        </>
      }
    >
      <WritingHelp {...place} threadId={props.threadId} />
      <HiddenField name="clientId" />
      <HiddenField name="replyTo" />
      <TextArea
        name="body"
        label={page.t(props.isEntry ? "board.yourEntry" : "board.yourReply")}
        hint={page.t("board.writeHint")}
        rows={6}
      />
      <Compose {...place} board={props.board} />
      <AttachFile />
      <BadgeField badges={props.badges} />
    </Form>
  );
}

/** As oneself, or with the badge of one's CSO; nothing to choose where there is none. */
export function BadgeField(props: { badges: Badge[] }) {
  const page = usePage();
  if (props.badges.length === 0) return null;
  return <Select name="organisation" label={page.t("board.as")} options={badgeOptions(page, props.badges)} />;
}

function badgeOptions(page: Page, badges: Badge[]) {
  const handle = page.person?.handle ?? "";
  return [
    { value: "", label: page.t("board.asMyself", { handle }) },
    ...badges.map(({ slug, name }) => ({
      value: slug,
      label: page.t("board.asOrganisation", { handle, name }),
    })),
  ];
}
