/** The way back from a form to the CSO's profile, and to its members. */
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export interface NamedOrganisation {
  slug: string;
  name: string;
  region: string;
}

export function ProfileTrail(props: { organisation: NamedOrganisation; members?: boolean }) {
  const page = usePage();
  const { region, slug, name } = props.organisation;
  const path = `${region}/organisations/${slug}`;
  const profile = { href: page.link(path), text: name };
  const members = { href: page.link(`${path}/members`), text: page.t("members.name") };
  return <Breadcrumbs trail={props.members ? [profile, members] : [profile]} />;
}
