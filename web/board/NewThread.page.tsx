/** The form that starts a thread: title, kind with what it means, what it is about, and the first post. */
import { type Board, NewThread } from "shared/board/contract.ts";
import type { ThreadKind } from "shared/board/rules.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { countryName } from "shared/regions/names.ts";
import {
  Checks,
  Form,
  type FormState,
  HiddenField,
  Radios,
  TextArea,
  TextField,
} from "../components/forms.tsx";
import { type Page, usePage } from "../frame.ts";
import { AttachButton, AttachFile } from "./AttachFile.tsx";
import { readersText } from "./Boards.page.tsx";
import { Compose, PreviewButton } from "./Compose.tsx";
import { KeepAsDraft, WritingHelp } from "./drafts/WritingHelp.tsx";
import { type Badge, BadgeField } from "./ReplyForm.tsx";
import { ThreadTrail } from "./Thread.page.tsx";

export interface NewThreadProps {
  region: string;
  board: Board;
  form: FormState;
  /** Those that the writer may start. */
  kinds: ThreadKind[];
  /** Of the region, or of all for a board of all. */
  countries: string[];
  specializations: string[];
  badges: Badge[];
}

export function NewThreadPage(props: NewThreadProps) {
  const page = usePage();
  const place = { region: props.region, place: `board:${props.board.id}` };
  return (
    <>
      <ThreadTrail board={props.board} region={props.region} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("board.new.lead")}</p>
      <p class="notice">{readersText(page, props.board)}</p>
      <Form
        form={props.form}
        schema={NewThread}
        submit={page.t("board.new.send")}
        buttons={
          <>
            <AttachButton /> <PreviewButton {...place} /> <KeepAsDraft {...place} />
          </>
        }
      >
        <WritingHelp {...place} />
        <HiddenField name="clientId" />
        <TextField name="title" label={page.t("board.new.title")} />
        <Radios
          name="kind"
          label={page.t("board.new.kind")}
          options={props.kinds.map((kind) => ({ value: kind, label: page.t(`board.means.${kind}`) }))}
        />
        <TextArea name="body" label={page.t("board.new.body")} hint={page.t("board.writeHint")} rows={10} />
        <Compose {...place} board={props.board.slug} />
        <AttachFile />
        <BadgeField badges={props.badges} />
        <About {...props} />
      </Form>
    </>
  );
}

function About(props: NewThreadProps) {
  const page = usePage();
  const isChosen = ["countries", "specializations"].some((name) => props.form.values[name]?.length);
  return (
    <details open={isChosen}>
      <summary>{page.t("board.new.about")}</summary>
      <Checks
        name="countries"
        label={page.t("board.new.countries")}
        options={countryOptions(page, props.countries)}
      />
      <Checks
        name="specializations"
        label={page.t("board.new.specializations")}
        options={props.specializations.map((slug) => ({
          value: slug,
          label: page.t(`specialization.${slug}` as TextKey),
        }))}
      />
    </details>
  );
}

function countryOptions(page: Page, iso2s: readonly string[]) {
  const collator = new Intl.Collator(page.locale);
  return iso2s
    .map((value) => ({ value, label: countryName(value, page.language) }))
    .sort((one, other) => collator.compare(one.label, other.label));
}
