/** Parts of a map that repeat for the eye what its links already say, kept from screen readers. */
import type { ParentProps } from "solid-js";

export function Unspoken(props: ParentProps) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an SVG group takes no focus, and none of ours holds a link
  return <g aria-hidden="true">{props.children}</g>;
}
