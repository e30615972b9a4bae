/** Stands inside a form whose typed text should survive a lost network: its draft on this device. */
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import Draft from "./Draft.island.tsx";

export function KeptDraft() {
  const page = usePage();
  return (
    <Island
      name="Draft"
      component={Draft}
      props={{
        texts: {
          kept: page.t("draft.kept"),
          found: page.t("draft.found"),
          restore: page.t("draft.restore"),
          forget: page.t("draft.forget"),
          forgotten: page.t("draft.forgotten"),
        },
      }}
    />
  );
}
