/** Reads HTML that anybody may have written, in a time that grows with its length alone. */
import type { Handler, Parser } from "htmlparser2";

/** Pages that people read nest some thirty deep. */
const MAX_OPEN = 200;

export type MarkupReader = Required<Pick<Handler, "onopentag" | "ontext" | "onclosetag">>;

/**
 * Stops where more elements are open than anybody nests: at each end tag the parser looks through all of them. `Html` is
 * handed in so that only who reads HTML loads it.
 */
export function readMarkup(Html: typeof Parser, html: string, reader: MarkupReader): void {
  let open = 0;
  const parser = new Html(
    {
      onopentag: (name, attributes, isImplied) => {
        open += 1;
        if (open > MAX_OPEN) return parser.pause();
        reader.onopentag(name, attributes, isImplied);
      },
      ontext: reader.ontext,
      onclosetag: (name, isImplied) => {
        open -= 1;
        reader.onclosetag(name, isImplied);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
}
