/** The form with which a CSO keeps its profile: one page in sections, complete without scripts. */
import type { Organisation, Specialization } from "shared/organisations/contract.ts";
import type { Conflict } from "shared/organisations/flat.ts";
import { ProfileForm } from "shared/organisations/form.ts";
import type { OwnProfile } from "shared/organisations/profile.ts";
import { Show } from "solid-js";
import { Button, Form, type FormState, HiddenField } from "../components/forms.tsx";
import { Correctable } from "../corrections/Wrong.tsx";
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import { ProfileTrail } from "../members/ProfileTrail.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { EditActivities } from "./EditActivities.tsx";
import { EditContacts } from "./EditContacts.tsx";
import { EditLogo, EditNames, EditPlace, EditSummary, EditWork } from "./EditSections.tsx";
import LivePreview from "./LivePreview.island.tsx";
import { OwnLinks } from "./OwnLinks.tsx";
import { ProfileColumns, ProfileHead } from "./ProfileBody.tsx";

export interface EditProfileProps {
  form: FormState;
  profile: OwnProfile;
  region: string;
  /** It hides itself at present: what is saved is not seen yet. */
  isDark: boolean;
  countries: string[];
  cities: string[];
  specializations: Specialization[];
  conflicts: Conflict[];
  preview: Organisation | null;
  pictureAgain: boolean;
}

export function EditProfilePage(props: EditProfileProps) {
  const page = usePage();
  const { profile, region } = props;
  return (
    <>
      <ProfileTrail organisation={{ ...profile, region }} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t(props.isDark ? "edit.leadDark" : "edit.lead")}</p>
      <OwnLinks organisation={{ ...profile, region }} own={{ isDark: props.isDark }} />
      <Conflicts {...props} />
      <Show when={props.pictureAgain}>
        <p class="notice">{page.t("edit.pictureAgain")}</p>
      </Show>
      <Preview {...props} />
      <Form
        form={props.form}
        schema={ProfileForm}
        submit={page.t("edit.save")}
        buttons={<Button name="do" value="preview" label={page.t("edit.preview")} plain />}
      >
        {/* Enter in a field presses a form's first button: it must be the one that saves. */}
        <p class="visually-hidden" aria-hidden="true">
          <button type="submit" tabindex="-1">
            {page.t("edit.save")}
          </button>
        </p>
        <HiddenField name="version" />
        <EditNames {...props} />
        <EditSummary {...props} />
        <EditPlace {...props} />
        <EditContacts />
        <EditWork {...props} />
        <EditActivities {...props} />
        <EditLogo {...props} />
      </Form>
      <Island
        name="LivePreview"
        component={LivePreview}
        props={{ label: page.t("edit.live"), note: page.t("edit.liveNote") }}
      />
    </>
  );
}

function Preview(props: EditProfileProps) {
  const page = usePage();
  return (
    <Show when={props.preview}>
      {(organisation) => (
        <section id="preview" class="card" tabindex="-1" aria-labelledby="preview-title">
          <p class="notice" role="status">
            <strong id="preview-title">{page.t("edit.previewTitle")}.</strong> {page.t("edit.previewNote")}
          </p>
          <article class="profile">
            <Correctable.Provider value={false}>
              <ProfileHead organisation={organisation()} isPreview />
              <ProfileColumns organisation={organisation()} specializations={props.specializations} />
            </Correctable.Provider>
          </article>
        </section>
      )}
    </Show>
  );
}
