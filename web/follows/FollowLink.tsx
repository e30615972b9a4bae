/** The way from what a page shows to being told of it by mail. */
import { usePage } from "../frame.ts";

export function FollowLink(props: { region: string; country?: string | undefined; q?: string | undefined }) {
  const page = usePage();
  const href = page.link(`${props.region}/follow`, { country: props.country?.toLowerCase(), q: props.q });
  return (
    <p>
      <a href={href} rel="nofollow">
        {page.t("follow.link")}
      </a>
    </p>
  );
}
