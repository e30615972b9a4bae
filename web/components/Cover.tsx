/** The picture of a news item or an event, on its own page; with the data saver a link to it. */
import type { Cover as CoverData } from "shared/files/cover.ts";
import { Show } from "solid-js";
import { usePage } from "../frame.ts";

/** The smaller of the sizes that are made (shared/files/rules.ts). */
const SMALL = 480;

export function Cover(props: { cover: CoverData }) {
  const page = usePage();
  return (
    <Show when={props.cover}>
      {(cover) => (
        <p>
          <Show
            when={!page.saver}
            fallback={<a href={cover().url}>{page.t("writing.coverSaved", { alt: cover().alt })}</a>}
          >
            <img
              src={`${cover().url}?w=${SMALL}`}
              srcset={`${cover().url}?w=${SMALL} ${Math.min(SMALL, cover().width)}w, ${cover().url} ${cover().width}w`}
              sizes="(max-width: 40rem) 100vw, 40rem"
              width={cover().width}
              height={cover().height}
              alt={cover().alt}
              loading="lazy"
              decoding="async"
            />
          </Show>
        </p>
      )}
    </Show>
  );
}
