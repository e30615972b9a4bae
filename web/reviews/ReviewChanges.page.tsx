/** What changed in the region's review data, the newest first, since a day if one is asked for. */
import { Show } from "solid-js";
import { Breadcrumbs, Empty, NextPage } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { ChangeList, type ShownChange } from "./ChangeList.tsx";

export interface ReviewChangesProps {
  changes: readonly ShownChange[];
  next: string | null;
  since: string | null;
}

export function ReviewChangesPage(props: ReviewChangesProps) {
  const page = usePage();
  const reviews = `${page.region?.slug}/desk/reviews`;
  const path = `${reviews}/changes`;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(reviews), text: page.t("desk.nav.reviews") }]} />
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("reviews.changes.lead")}</p>
      <form class="row" action={page.link(path).split("?")[0]}>
        <label for="since">{page.t("reviews.changes.since")}</label>
        <input id="since" type="date" name="since" value={props.since ?? ""} />
        <Show when={page.saver}>
          <input type="hidden" name="saver" value="1" />
        </Show>
        <button type="submit">{page.t("reviews.changes.show")}</button>
      </form>
      <Show when={props.changes.length > 0} fallback={<Empty>{page.t("reviews.changes.none")}</Empty>}>
        <ChangeList changes={props.changes} />
      </Show>
      <NextPage
        href={props.next && page.link(path, { since: props.since ?? undefined, after: props.next })}
      />
    </>
  );
}
