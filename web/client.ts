/** The browser's entry: styles for all pages, islands where a page has them. Without it every page still works. */
import { type Component, createComponent } from "solid-js";
import { hydrate } from "solid-js/web";
import type { IslandName } from "./island.tsx";
import { forgetSentDraft } from "./visitors/drafts.ts";
import "./styles/index.css";

type Loader = () => Promise<{ default: Component<never> }>;

const islands: Record<IslandName, Loader> = {
  Composer: () => import("./board/Composer.island.tsx"),
  Bell: () => import("./board/Bell.island.tsx"),
  DeskKeys: () => import("./desk/DeskKeys.island.tsx"),
  Draft: () => import("./components/Draft.island.tsx"),
  InteractiveMap: () => import("./map/InteractiveMap.island.tsx"),
  PasskeyAdd: () => import("./passkeys/PasskeyAdd.island.tsx"),
  PasskeySignIn: () => import("./passkeys/PasskeySignIn.island.tsx"),
  LiveBoard: () => import("./board/LiveBoard.island.tsx"),
  LiveThread: () => import("./board/LiveThread.island.tsx"),
  LivePreview: () => import("./organisations/LivePreview.island.tsx"),
  ProofOfWork: () => import("./components/ProofOfWork.island.tsx"),
  QuickGrid: () => import("./reviews/QuickGrid.island.tsx"),
  SignOut: () => import("./accounts/SignOut.island.tsx"),
  Writing: () => import("./board/drafts/Writing.island.tsx"),
};

// Solid's own script is inline, which the content security policy forbids; this is the part that hydration needs.
Object.assign(globalThis, { _$HY: { events: [], completed: new WeakSet(), r: {}, fe() {} } });

async function start(element: HTMLElement): Promise<void> {
  const { island, props = "{}", renderId = "" } = element.dataset;
  if (!isIsland(island)) return;
  const { default: component } = await islands[island]();
  hydrate(() => createComponent(component, JSON.parse(props) as never), element, { renderId });
  element.dataset.ready = "";
}

function isIsland(name: string | undefined): name is IslandName {
  return name !== undefined && Object.hasOwn(islands, name);
}

for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) void start(element);

forgetSentDraft();

// A quick exit replaces the page, so that "back" does not return to it.
document.addEventListener("click", (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-exit]") : null;
  if (!link) return;
  event.preventDefault();
  location.replace(link.href);
});
