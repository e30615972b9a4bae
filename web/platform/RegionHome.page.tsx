/** A region's home: the map first, then what is new, what comes next, who is there, which documents matter. */
import { usePage } from "../frame.ts";

export function RegionHomePage(_props: Record<never, never>) {
  const page = usePage();
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("regionHome.lead")}</p>
    </>
  );
}
