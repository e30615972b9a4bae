/** What stands beside the text of a post: the way to its preview, and the island that helps with writing. */
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import Composer, { tools } from "./Composer.island.tsx";

export interface ComposePlace {
  region: string;
  /** As drafts name it: `thread:12` for a reply, `board:5` for a new thread. */
  place: string;
  /** The number of the post that is being corrected. */
  post?: number;
}

/** Sends the form to the preview instead. */
export function PreviewButton(props: ComposePlace) {
  const page = usePage();
  const { region, place, post } = props;
  return (
    <button
      type="submit"
      class="plain-button"
      formaction={page.link(`${region}/board/preview`, { place, post })}
      formnovalidate
      // Without the file that may be chosen: a preview needs none.
      formenctype="application/x-www-form-urlencoded"
      data-preview
    >
      {page.t("compose.preview")}
    </button>
  );
}

/** Inside of the form, below its text. */
export function Compose(props: ComposePlace & { board: string }) {
  const page = usePage();
  const { place, region, board } = props;
  const [kind, id] = place.split(":");
  return (
    <Island
      name="Composer"
      component={Composer}
      props={{
        names: `/api/v1/regions/${region}/boards/${board}/names`,
        quotes: kind === "thread" ? `/api/v1/threads/${id}/posts/` : null,
        texts: {
          bar: page.t("compose.bar"),
          names: page.t("compose.names"),
          tools: Object.fromEntries(tools.map((tool) => [tool, page.t(`compose.${tool}`)])),
        },
      }}
    />
  );
}
