/** Where a waiting thing is worked on. */
import type { DeskKind } from "./rules.ts";

interface Waiting {
  kind: DeskKind;
  ref: string;
  what: string | null;
  /** Of a link its address. */
  slug: string | null;
}

/** Below the region; may have a query. */
export function deskPath({ kind, ref, what, slug }: Waiting): string {
  switch (kind) {
    case "application":
    case "claim":
      return `desk/applications/${ref}`;
    case "correction":
      return `desk/corrections/${ref}`;
    case "proposal":
    case "unpublished":
      return `desk/${what}/drafts/${ref}`;
    case "flag":
    case "approval":
      return `desk/flags/${ref}`;
    case "appeal":
      return `desk/flags/appeals/${ref}`;
    case "link":
      return `desk/links?${new URLSearchParams({ url: slug ?? "" })}`;
    case "profile":
      return `organisations/${slug}`;
    case "fact":
      return `desk/reviews/${ref.toLowerCase().replace("-", "/")}`;
    case "outcome":
      return `desk/events/${slug}`;
    case "inbox":
      return "desk/feeds";
  }
}
