/** What is being written, as visitors will see it. */
import type { Event } from "shared/events/contract.ts";
import type { Article } from "shared/news/contract.ts";
import { Show } from "solid-js";
import { EventBody } from "../events/EventBody.tsx";
import { usePage } from "../frame.ts";
import { ArticleBody } from "../news/Article.page.tsx";

/** As its page shows it. */
export type EntryPreview = { countryRegions: Record<string, string> } & (
  | { kind: "news"; article: Article }
  | { kind: "events"; event: Event; over: boolean }
);

export function Preview(props: { preview: EntryPreview | null }) {
  const page = usePage();
  return (
    <Show when={props.preview}>
      {(preview) => (
        <section id="preview" class="card" tabindex="-1" autofocus aria-labelledby="preview-title">
          <p class="notice" role="status">
            <strong id="preview-title">{page.t("writing.previewTitle")}.</strong>{" "}
            {page.t("writing.previewNote")}
          </p>
          <article>
            <Body preview={preview()} />
          </article>
        </section>
      )}
    </Show>
  );
}

function Body(props: { preview: EntryPreview }) {
  const { preview } = props;
  return preview.kind === "news" ? (
    <ArticleBody {...preview} heading="h2" />
  ) : (
    <EventBody {...preview} heading="h2" />
  );
}
