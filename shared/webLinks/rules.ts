/** Whether an address on the web still leads anywhere: what one look tells, and what several over days do. */

/** `unchecked`: nothing is known yet; `failing`: no answer, or an error of the server, three times. */
export const linkStates = ["unchecked", "ok", "moved", "gone", "failing"] as const;
export type LinkState = (typeof linkStates)[number];

/** What a curator says of one. */
export const verdicts = ["gone", "archived", "fine"] as const;
export type Verdict = (typeof verdicts)[number];

/** What a curator may do: `take` puts the new address into the records. */
export const linkDecisions = ["take", "gone", "archived", "fine"] as const;
export type LinkDecision = (typeof linkDecisions)[number];

/** Every address is looked at once in so many days; in between nobody's server is bothered. */
export const LOOK_AGAIN_DAYS = 7;
/** Whatever is in trouble is looked at sooner, on another day, since most troubles pass. */
export const TROUBLE_AGAIN_DAYS = 2;
/** A page that says itself that it is gone is believed the second time, a server that fails the third. */
export const GONE_AFTER = 2;
export const FAILING_AFTER = 3;
/** Of one round, one after another and one of each site: two in a minute, ten thousand in a week. */
export const LINKS_A_ROUND = 10;
export const ROUND_MINUTES = 5;
/** What one site may take for its answer. */
export const LOOK_MS = 8_000;
/** Where nobody answers in a round of at least so many sites, it is our own network that is down. */
export const SITES_OF_A_VERDICT = 3;
/** What a round did not finish is looked at again after so long. */
export const LEASE_MINUTES = 60;
/** An answer needs no more of a page than its beginning. */
export const MAX_LOOK_BYTES = 256 * 1024;
/** Links on one page of the desk. */
export const LINKS_PAGE = 25;

/** What is known of an address. */
export interface LinkKnown {
  url: string;
  state: LinkState;
  movedTo: string | null;
  /** Of the last answer; null: none came. */
  status: number | null;
  failures: number;
  verdict: Verdict | null;
}

/** What one look found; `status` null: no answer came. */
export interface Look {
  status: number | null;
  redirects: readonly { status: number; to: string }[];
}

/** What the row holds from then on. */
export interface LinkJudged extends Omit<LinkKnown, "url"> {
  /** Whether it is another state than before. */
  changed: boolean;
  againInDays: number;
}

const GONE: readonly number[] = [404, 410];
const PERMANENT: readonly number[] = [301, 308];
/** So answer sites that are there, but not for programs: who asks with a browser may well see the page. */
const NOT_FOR_PROGRAMS: readonly number[] = [401, 402, 403, 405, 406, 418, 429, 451, 999];

type Finding = "ok" | "moved" | "gone" | "failing";

function findingOf(url: string, { status, redirects }: Look): { finding: Finding; movedTo: string | null } {
  if (status === null) return { finding: "failing", movedTo: null };
  if (GONE.includes(status)) return { finding: "gone", movedTo: null };
  if (status >= 400 && !NOT_FOR_PROGRAMS.includes(status)) return { finding: "failing", movedTo: null };
  const movedTo = movedOf(url, redirects);
  return { finding: movedTo === null ? "ok" : "moved", movedTo };
}

/** Where permanent redirects lead, before any that is for now only; null: nowhere else. */
function movedOf(url: string, redirects: Look["redirects"]): string | null {
  const temporary = redirects.findIndex(({ status }) => !PERMANENT.includes(status));
  const last = redirects.slice(0, temporary === -1 ? undefined : temporary).at(-1);
  return last && !isSamePlace(url, last.to) ? last.to : null;
}

/** Another spelling of the same place, or a site's own front page: no reason to change a record. */
export function isSamePlace(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)];
  if (!a || !b) return one === other;
  const site = ({ hostname }: URL) => hostname.replace(/^www\./, "");
  const path = ({ pathname, search }: URL) => pathname.replace(/\/+$/, "") + search;
  return site(a) === site(b) && (path(a) === "" || path(a) === path(b));
}

/** What a look makes of what was known: a trouble counts only where it lasts over days. */
export function judged(known: LinkKnown, look: Look): LinkJudged {
  const { finding, movedTo } = findingOf(known.url, look);
  const isTrouble = finding === "gone" || finding === "failing";
  const failures = isTrouble ? known.failures + 1 : 0;
  const state = isTrouble ? troubled(known, finding, failures) : finding;
  const isOther = state !== known.state || (state === "moved" && movedTo !== known.movedTo);
  return {
    state,
    movedTo: state === "moved" ? (movedTo ?? known.movedTo) : null,
    status: look.status,
    failures,
    // That it is fine was said of what it was then; that it is gone, or archived, only a person takes back.
    verdict: isOther && known.verdict === "fine" ? null : known.verdict,
    changed: isOther,
    againInDays: isTrouble ? TROUBLE_AGAIN_DAYS : LOOK_AGAIN_DAYS,
  };
}

/** What a look that tells nothing makes of it: it stays what it was. */
export function unjudged({ url: _url, ...known }: LinkKnown): LinkJudged {
  return { ...known, changed: false, againInDays: LOOK_AGAIN_DAYS };
}

function troubled({ state, status }: LinkKnown, finding: "gone" | "failing", failures: number): LinkState {
  const wasGone = status !== null && GONE.includes(status);
  if (finding === "gone" && wasGone && failures >= GONE_AFTER) return "gone";
  return failures >= FAILING_AFTER && state !== "gone" ? "failing" : state;
}

/** A profile that its CSO keeps itself is not changed from the desk. */
export function mayTake({ own }: { own: boolean }): boolean {
  return !own;
}

/** Who else points to an address: what is said of it stands beside all of them. */
export interface Reach {
  /** Some record belongs to a region in which the person is no curator. */
  foreign: boolean;
  /** A profile that its CSO keeps itself. */
  own: boolean;
}

const TROUBLED: readonly LinkState[] = ["moved", "gone", "failing"];

/** What can be said of a link. That it is fine stands on no public page. */
export function decisionsFor(
  link: { state: LinkState; movedTo: string | null; uses: readonly { own: boolean }[] },
  { foreign, own }: Reach,
): LinkDecision[] {
  const canTake = link.movedTo !== null && link.uses.some(mayTake);
  const isPublic = !foreign && !own && TROUBLED.includes(link.state);
  const allowed = { take: canTake, gone: isPublic, archived: isPublic, fine: !foreign };
  return linkDecisions.filter((decision) => allowed[decision]);
}
