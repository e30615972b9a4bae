/** What the demonstration's people talk about: threads in public and in members' boards, labelled as what they are. */
import type { ThreadKind } from "shared/board/rules.ts";
import type { DemoRole } from "./cast.ts";

export interface DemoThread {
  /** Null: of all regions. */
  region: string | null;
  board: string;
  title: string;
  kind: ThreadKind;
  posts: { role: DemoRole; body: string; withBadge?: true }[];
  /** The number of the post that answers. */
  answer?: number;
}

const LABEL = "This is a demonstration: nobody real wrote it, and nothing of it has happened.";

const ofRegion: Omit<DemoThread, "region">[] = [
  {
    board: "general",
    title: "Demonstration: how a public thread looks",
    kind: "discussion",
    posts: [
      {
        role: "owner",
        withBadge: true,
        body: `${LABEL}\n\nEverybody can read this thread, *without* an account. Members reply to it.`,
      },
      { role: "member", body: "A reply has a number, and an address that stays:\n\n> Members reply to it." },
      {
        role: "editor",
        body: "Text may be **bold**, have a [link](https://uncaccoalition.org/), and lists:\n\n- one\n- two",
      },
    ],
  },
  {
    board: "uncac-review",
    title: "Demonstration: a question with an answer",
    kind: "question",
    posts: [
      { role: "member", body: `${LABEL}\n\nWhere is the executive summary of a review found?` },
      { role: "curator", body: "On the page of the country, among the documents of its review." },
      { role: "member", body: "Found. I mark it as the answer." },
    ],
    answer: 2,
  },
  {
    board: "asset-recovery",
    title: "Demonstration: a thread for members only",
    kind: "discussion",
    posts: [
      { role: "poster", body: `${LABEL}\n\nOnly members of the region read this.` },
      { role: "moderator", body: "Moderators read it too, since they decide on flags." },
    ],
  },
];

const ofAll: DemoThread = {
  region: null,
  board: "across-regions",
  title: "Demonstration: a thread of all regions",
  kind: "announcement",
  posts: [{ role: "steward", body: `${LABEL}\n\nMembers of all regions read this under their own region.` }],
};

/** The first region's public thread first. */
export function demoThreads(regions: readonly string[]): DemoThread[] {
  return [...regions.flatMap((region) => ofRegion.map((thread) => ({ ...thread, region }))), ofAll];
}
