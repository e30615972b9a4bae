/** Whoever belongs to the region may propose; a visitor is led to sign in. */
import type { proposedKinds } from "shared/entries/rules.ts";
import { usePage } from "../frame.ts";

export function ProposeLink(props: { kind: (typeof proposedKinds)[number] }) {
  const page = usePage();
  return (
    <p>
      <a href={page.link(`${page.region?.slug}/propose/${props.kind}`)} rel="nofollow">
        {page.t("entries.propose", { kind: page.t(`entries.kind.${props.kind}`) })}
      </a>
    </p>
  );
}
