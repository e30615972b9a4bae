/** An island: a piece of a page that the browser hydrates by itself, under its own render id. */
import { type Component, sharedConfig } from "solid-js";
import { renderToString } from "solid-js/web";
import { usePage } from "./frame.ts";

/** The names under which the browser finds the islands' code (see client.ts). */
export type IslandName =
  | "Composer"
  | "Bell"
  | "DeskKeys"
  | "Draft"
  | "InteractiveMap"
  | "LivePreview"
  | "LiveBoard"
  | "LiveThread"
  | "PasskeyAdd"
  | "PasskeySignIn"
  | "ProofOfWork"
  | "QuickGrid"
  | "SignOut"
  | "Writing";

interface IslandProps<P extends object> {
  name: IslandName;
  component: Component<P>;
  /** Plain data: it travels in an attribute. */
  props: P;
}

/**
 * Rendered apart from the page, so that server and browser hydrate the same root; its element stays outside
 * of the rendered tree. With the data saver there are no islands.
 */
export function Island<P extends object>(island: IslandProps<P>) {
  const page = usePage();
  if (page.saver) return null;
  const renderId = page.nextId("i");
  const outer = sharedConfig.context;
  const html = renderToString(() => <island.component {...island.props} />, { renderId });
  sharedConfig.context = outer;
  return (
    <div
      data-island={island.name}
      data-render-id={renderId}
      data-props={JSON.stringify(island.props)}
      innerHTML={html}
    />
  );
}
