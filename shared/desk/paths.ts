/** Where a waiting thing is worked on. */
import type { DeskKind } from "./rules.ts";

interface Waiting {
  kind: DeskKind;
  ref: string;
  what: string | null;
  slug: string | null;
}

/** Below the region. */
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
      return "desk/links";
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
