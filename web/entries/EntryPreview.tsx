/** What is being written, as visitors will see it. */
import type { Article } from "shared/news/contract.ts";
import { Show } from "solid-js";
import { usePage } from "../frame.ts";
import { ArticleBody } from "../news/Article.page.tsx";

/** As its page shows it. */
export type EntryPreview = { kind: "news"; article: Article; countryRegions: Record<string, string> };

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
            <ArticleBody {...preview()} heading="h2" />
          </article>
        </section>
      )}
    </Show>
  );
}
