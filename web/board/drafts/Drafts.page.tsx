/** One's own drafts: what each is for, its text, and how to go on with it. */
import { ago } from "shared/ago.ts";
import type { Draft } from "shared/drafts/contract.ts";
import { type DeskPlace, typedFields } from "shared/drafts/rules.ts";
import { isTextKey } from "shared/i18n/text.ts";
import { For, Show } from "solid-js";
import { ButtonForm } from "../../components/forms.tsx";
import { Breadcrumbs, Empty } from "../../components/lists.tsx";
import { type Page, usePage } from "../../frame.ts";

/** A draft with where it goes on, unless that may not be read any more. */
export interface ListedDraft extends Draft {
  thread: { id: number; title: string; region: string | null } | null;
  board: { slug: string; names: Record<string, string>; region: string | null } | null;
  desk: DeskPlace | null;
}

export interface DraftsProps {
  drafts: readonly ListedDraft[];
  csrf: string;
}

export function DraftsPage(props: DraftsProps) {
  const page = usePage();
  const here = page.region?.slug ?? "";
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(`${here}/board`), text: page.t("frame.room.board") }]} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("drafts.lead")}</p>
      <Show when={props.drafts.length > 0} fallback={<Empty>{page.t("drafts.none")}</Empty>}>
        <ul class="plain">
          <For each={props.drafts}>{(draft) => <Line draft={draft} here={here} csrf={props.csrf} />}</For>
        </ul>
      </Show>
    </>
  );
}

function Line(props: { draft: ListedDraft; here: string; csrf: string }) {
  const page = usePage();
  const { draft, here } = props;
  return (
    <li>
      <h2>{titleOf(page, draft)}</h2>
      <p class="muted">
        {ago(page.locale, draft.age)}{" "}
        <Show when={draft.queued}>
          <span class="tag">{page.t("drafts.queued")}</span>
        </Show>
      </p>
      <details>
        <summary>{page.t("drafts.show")}</summary>
        <For each={textOf(draft).split("\n")}>{(line) => <p dir="auto">{line}</p>}</For>
      </details>
      <Show when={addressOf(page, draft, here)}>
        {(href) => (
          <p>
            <a class="button" href={href()}>
              {page.t("drafts.goOn")}
            </a>
          </p>
        )}
      </Show>
      <ButtonForm
        form={{ hidden: { csrf: props.csrf } }}
        action={page.link(`${here}/board/drafts/drop`)}
        values={{ id: String(draft.id) }}
        label={page.t("drafts.drop")}
      />
    </li>
  );
}

function titleOf(page: Page, { thread, board, desk }: ListedDraft): string {
  const kind = `entries.kind.${desk?.of}`;
  if (desk && isTextKey(kind)) return page.t("writing.draftOf", { kind: page.t(kind) });
  if (thread) return page.t("drafts.reply", { title: thread.title });
  if (!board) return page.t("drafts.gone");
  return page.t("drafts.newThread", { board: board.names[page.language] ?? board.names.en ?? board.slug });
}

function textOf({ fields }: ListedDraft): string {
  const texts = typedFields.flatMap((name) => fields[name] ?? []);
  return texts.filter((text) => text.trim() !== "").join("\n");
}

/** Where its form is; a board of all regions is under the one where the reader is. */
function addressOf(page: Page, { id, thread, board, desk }: ListedDraft, here: string): string | null {
  if (desk) return page.link(`${desk.region}/desk/${desk.of}/${desk.path}`, { draft: id });
  if (thread) return page.link(`${thread.region ?? here}/board/threads/${thread.id}/reply`, { draft: id });
  return board ? page.link(`${board.region ?? here}/board/${board.slug}/new`, { draft: id }) : null;
}
