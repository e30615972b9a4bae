/** Flags a post: what is wrong with it, and what the moderators should know. */
import { FlagBody } from "shared/moderation/contract.ts";
import { flagGrounds } from "shared/moderation/rules.ts";
import { Form, type FormState, Radios, TextArea } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { PostShown, type ShownPost } from "./PostShown.tsx";

export function FlagPage(props: { post: ShownPost; path: string; form: FormState }) {
  const page = usePage();
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(props.path), text: props.post.title }]} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("moderation.flag.lead")}</p>
      <h2>{page.t("moderation.flag.post")}</h2>
      <PostShown post={props.post} />
      <Form form={props.form} schema={FlagBody} submit={page.t("moderation.flag.send")}>
        <Radios
          name="ground"
          label={page.t("moderation.flag.ground")}
          options={flagGrounds.map((value) => ({ value, label: page.t(`moderation.ground.${value}`) }))}
        />
        <TextArea
          name="note"
          label={page.t("moderation.flag.note")}
          hint={page.t("moderation.flag.noteHint")}
          rows={3}
        />
      </Form>
    </>
  );
}
