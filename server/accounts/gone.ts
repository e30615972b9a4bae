/** The page behind a link that was used, or has ended. */
import type { Translate } from "shared/i18n/text.ts";
import type { Loaded } from "../page.ts";

const GONE = 410;

export function linkGone(t: Translate): Loaded {
  return {
    view: { page: "LinkGone", props: undefined },
    title: t("account.linkGone"),
    description: t("account.linkGoneHelp"),
    status: GONE,
  };
}
