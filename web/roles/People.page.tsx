/** The people of a region, for its admins: who has which role, who is a member of which CSO. */
import type { List } from "shared/page.ts";
import type { PersonOfRegion } from "shared/roles/contract.ts";
import { Show } from "solid-js";
import { Empty, NextPage } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { FindPerson, PeopleCards } from "./PeopleCards.tsx";

export interface PeopleProps {
  staff: PersonOfRegion[];
  members: List<PersonOfRegion>;
  asked: PersonOfRegion | null | undefined;
  handle: string;
}

export function PeoplePage(props: PeopleProps) {
  const page = usePage();
  const path = `${page.region?.slug}/desk/people`;
  return (
    <>
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("roles.peopleLead")}</p>
      <h2>{page.t("roles.staff")}</h2>
      <Show when={props.staff.length > 0} fallback={<Empty>{page.t("roles.noStaff")}</Empty>}>
        <PeopleCards people={props.staff} path={path} />
      </Show>
      <FindPerson action={path} path={path} handle={props.handle} asked={props.asked} />
      <h2>{page.t("roles.members")}</h2>
      <Show when={props.members.items.length > 0} fallback={<Empty>{page.t("roles.noMembers")}</Empty>}>
        <PeopleCards people={props.members.items} path={path} />
      </Show>
      <NextPage href={props.members.next && page.link(path, { after: props.members.next })} />
    </>
  );
}
