/** The one entry that the server uses: renders a page by name to a whole HTML document. */
import { NoHydration, renderToString } from "solid-js/web";
import { Shell } from "./components/Shell.tsx";
import { htmlDocument } from "./document.ts";
import { type Frame, PageContext, pageOf } from "./frame.ts";
import { type PageName, type PageProps, pages } from "./pages.ts";

export type { FormState } from "./components/forms.tsx";
export type { FactGroup } from "./corrections/CorrectChoose.page.tsx";
export type { CorrectionLine } from "./corrections/Corrections.page.tsx";
export type { CountryProps } from "./countries/Country.page.tsx";
export type { RegionOverviewProps } from "./countries/RegionOverview.tsx";
export type { BesideEntry, WaitingThing } from "./desk/Desk.page.tsx";
export type { EntryLine } from "./entries/Entries.page.tsx";
export type { EntryPreview } from "./entries/EntryPreview.tsx";
export type { EntryChoices } from "./entries/kinds.ts";
export type { ImportShown } from "./events/ImportEvents.page.tsx";
export type { Assets, Feed, Frame } from "./frame.ts";
export type { IntakeShown } from "./intake/Counted.tsx";
export { builtGeometry, type Drawing, type Drawn, type Geometry, type RegionMaps } from "./map/geometry.ts";
export type { ShownDecision } from "./moderation/DecisionFacts.tsx";
export type { DecisionLine } from "./moderation/Decisions.page.tsx";
export type { WaitingLine } from "./moderation/Flags.page.tsx";
export type { ShownPost } from "./moderation/PostShown.tsx";
export type { PageName, PageProps } from "./pages.ts";
export type { KeepRegionProps } from "./regions/KeepRegion.page.tsx";
export type { ShownChange } from "./reviews/ChangeList.tsx";
export type { FactConflict } from "./reviews/ReviewForm.page.tsx";
export type { ImportedRow } from "./reviews/ReviewImport.page.tsx";
export type { ReviewsProps } from "./reviews/Reviews.page.tsx";

/** A page and its props; `page` names one of `pages.ts`. */
export type View = { [N in PageName]: { page: N; props: PageProps<N> } }[PageName];

/** Pure: the same view and frame give the same document. Data is loaded before, so that nothing fails half-way. */
export function render(view: View, frame: Frame): string {
  const page = pageOf(frame);
  const Content = pages[view.page] as (props: View["props"]) => unknown;
  const body = renderToString(() => (
    <NoHydration>
      <PageContext.Provider value={page}>
        <Shell>{Content(view.props) as never}</Shell>
      </PageContext.Provider>
    </NoHydration>
  ));
  return htmlDocument(page, body);
}
