/** A picture or PDF for a post: chosen here, and added to the text by its button or with the post itself. */
import { acceptedInPosts } from "shared/files/rules.ts";
import { FileField } from "../components/forms.tsx";
import { usePage } from "../frame.ts";

export function AttachFile() {
  const page = usePage();
  return (
    <FileField
      name="file"
      label={page.t("files.add")}
      hint={page.t("files.addHint")}
      accept={acceptedInPosts}
    />
  );
}

/** Stands behind the form's own button, which Enter presses. */
export function AttachButton() {
  const page = usePage();
  return (
    <button type="submit" class="plain-button" name="attach" value="1" formnovalidate>
      {page.t("files.addNow")}
    </button>
  );
}
