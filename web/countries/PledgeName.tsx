/** The name of the Transparency Pledge: in English, as its authors gave it; no other language has a settled one. */
import { Original } from "../components/facts.tsx";
import { usePage } from "../frame.ts";

/** As the texts write it. */
const SHORT = "Transparency Pledge";

/** The page's own words around the English name; `name` is shown in the place of the short one. */
export function PledgeName(props: { name?: string }) {
  const page = usePage();
  const [before, after] = page.t("countries.view.pledge").split(SHORT);
  return (
    <span>
      {before}
      <Original language="en">{props.name ?? SHORT}</Original>
      {after}
    </span>
  );
}
