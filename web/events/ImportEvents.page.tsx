/** Importing a calendar file: what it holds, what becomes of each event, and which of them become drafts. */
import { type IcsEvent, type IcsLine, ImportForm, MAX_ICS_EVENTS } from "shared/events/ics.ts";
import { For, Show } from "solid-js";
import { DateSpan, Original, PartialDate } from "../components/facts.tsx";
import { FileField, Form, type FormState, TextArea } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";

export interface ImportShown {
  /** New ones, each with the text by which the form carries it; null: it is not one of ours. */
  events: { text: string; event: IcsEvent | null }[];
  others: IcsLine[];
  chosen: number[];
  /** New ones that this form does not carry. */
  left: number;
}

export function ImportEventsPage(props: { form: FormState; shown: ImportShown | null }) {
  const page = usePage();
  const desk = `${page.region?.slug}/desk/events`;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(desk), text: page.t("entries.kind.events") }]} />
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("eventImport.lead")}</p>
      <Show when={props.shown} fallback={<Upload form={props.form} />}>
        {(shown) => (
          <>
            <Choosing form={props.form} shown={shown()} />
            <Others lines={shown().others} />
            <p>
              <a href={page.link(`${desk}/import`)}>{page.t("eventImport.another")}</a>
            </p>
          </>
        )}
      </Show>
    </>
  );
}

function Upload(props: { form: FormState }) {
  const page = usePage();
  return (
    <Form form={props.form} schema={ImportForm} submit={page.t("eventImport.read")}>
      <FileField
        name="calendar"
        accept=".ics,text/calendar"
        label={page.t("eventImport.calendar")}
        hint={page.t("eventImport.calendarHint", { count: MAX_ICS_EVENTS })}
      />
      <TextArea name="text" label={page.t("eventImport.text")} hint={page.t("eventImport.textHint")} />
    </Form>
  );
}

function Choosing(props: { form: FormState; shown: ImportShown }) {
  const page = usePage();
  const { events, chosen, left } = props.shown;
  return (
    <section>
      <h2>{page.t("eventImport.new")}</h2>
      <Show when={events.length > 0} fallback={<p>{page.t("eventImport.noneNew")}</p>}>
        <Show when={left > 0}>
          <p class="notice">{page.t("eventImport.left", { count: left })}</p>
        </Show>
        <Form form={props.form} schema={ImportForm} submit={page.t("eventImport.take")}>
          <ul class="cards" id="f-chosen">
            <For each={events}>
              {({ text, event }, place) => (
                <li class="card">
                  <input type="hidden" name="line" value={text} />
                  <Show when={event}>
                    {(known) => (
                      <NewEvent event={known()} place={place()} isChosen={chosen.includes(place())} />
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Form>
      </Show>
    </section>
  );
}

function NewEvent(props: { event: IcsEvent; place: number; isChosen: boolean }) {
  const page = usePage();
  const { content, notes } = props.event;
  const { startsTime, endsTime, timeZone } = content;
  return (
    <>
      <label class="choice">
        <input type="checkbox" name="chosen" value={props.place} checked={props.isChosen} />{" "}
        <Original language={content.language ?? page.language}>{content.title}</Original>
      </label>
      <p>
        <Show when={content.startsOn}>
          {(from) => <DateSpan from={from()} to={content.endsOn ?? null} />}
        </Show>
        <Show when={startsTime}>
          {" · "}
          <bdi>{[startsTime, endsTime].filter(Boolean).join(" – ")}</bdi> <bdi>{timeZone}</bdi>
        </Show>
        <Show when={content.place?.name}>
          {(name) => (
            <>
              {" · "}
              <bdi>{name()}</bdi>
            </>
          )}
        </Show>
      </p>
      <For each={notes}>{(note) => <p class="muted">{page.t(`eventImport.note.${note}`)}</p>}</For>
    </>
  );
}

function Others(props: { lines: IcsLine[] }) {
  const page = usePage();
  return (
    <Show when={props.lines.length > 0}>
      <section>
        <h2>{page.t("eventImport.others")}</h2>
        <ul class="cards">
          <For each={props.lines}>
            {(line) => (
              <li class="card">
                <p>
                  <bdi>{line.title || page.t("entries.untitled")}</bdi>{" "}
                  <Show when={line.startsOn}>{(on) => <PartialDate on={on()} />}</Show>
                </p>
                <Why line={line} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function Why(props: { line: IcsLine }) {
  const page = usePage();
  const { problem, field, slug, entry } = props.line;
  const desk = `${page.region?.slug}/desk/events`;
  return (
    <p class="muted">
      <Show
        when={problem}
        fallback={
          <>
            {page.t("eventImport.known")}{" "}
            <a
              href={page.link(
                entry === null ? `${page.region?.slug}/events/${slug}` : `${desk}/drafts/${entry}`,
              )}
            >
              {page.t("eventImport.see")}
            </a>
          </>
        }
      >
        {(code) => (
          <>
            <bdi>
              <code>{field}</code>
            </bdi>{" "}
            {page.t(`eventImport.problem.${code()}`)}
          </>
        )}
      </Show>
    </p>
  );
}
