/** One review, or a country's own facts, in one form: all facts with one source, its documents, its history. */
import type { Fact } from "shared/corrections/facts.ts";
import type { Words } from "shared/corrections/words.ts";
import type { BodySchema } from "shared/form.ts";
import type { TextKey } from "shared/i18n/text.ts";
import type { ReviewAtDesk } from "shared/reviews/contract.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { Original, Source } from "../components/facts.tsx";
import { ButtonForm, Check, Form, type FormState, HiddenField, TextField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { FactField, Said } from "../corrections/FactField.tsx";
import { countryPath } from "../countries/words.ts";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { ChangeList, type ShownChange } from "./ChangeList.tsx";
import { cycleName, reviewPath } from "./words.ts";

/** A fact that somebody else changed while the form was filled in. */
export interface FactConflict {
  label: TextKey;
  before: Words;
  now: Words;
  /** Null: the form left it as it was. */
  yours: Words | null;
}

export interface ReviewFormProps {
  country: { iso2: string; name: string };
  /** Null: the country's own facts. */
  review: ReviewAtDesk | null;
  /** The cycles of this country that can be recorded. */
  cycles: number[];
  known: {
    source: string | null;
    moreSources: readonly string[];
    asOf: string | null;
    verified: string | null;
  };
  facts: readonly Fact[];
  languages: readonly string[];
  schema: BodySchema;
  form: FormState;
  conflicts: readonly FactConflict[];
  /** The day of the change that the form would undo. */
  restoring: string | null;
  history: readonly ShownChange[];
}

export function ReviewFormPage(props: ReviewFormProps) {
  const page = usePage();
  const { country, review, known } = props;
  const region = page.region?.slug ?? "";
  return (
    <>
      <Breadcrumbs
        trail={[{ href: page.link(`${region}/desk/reviews`), text: page.t("desk.nav.reviews") }]}
      />
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("reviews.one.lead")}</p>
      <Ways {...props} />
      <Show when={review?.version === 0}>
        <p class="notice">{page.t("reviews.one.unrecorded")}</p>
      </Show>
      <Show when={review?.version !== 0}>
        <Source {...known} checkedOn={review?.checkedOn ?? null} />
      </Show>
      <Conflicts conflicts={props.conflicts} />
      <Show when={props.restoring}>
        {(on) => (
          <p class="notice">{page.t("reviews.restoring", { date: formatPartialDate(on(), page.locale) })}</p>
        )}
      </Show>
      <Form form={props.form} schema={props.schema} submit={page.t("reviews.save")}>
        <HiddenField name="seen" />
        <For each={props.facts}>
          {(fact) => (
            <FactField
              name={fact.field}
              fact={fact}
              label={page.t(fact.label)}
              languages={props.languages}
              subjects={[]}
            />
          )}
        </For>
        <SourceFields known={[known.source ?? "", ...known.moreSources]} dated />
        <Check name="confirm" label={page.t("reviews.confirm")} hint={page.t("reviews.confirmHint")} />
      </Form>
      <Show when={review}>{(one) => <Documents review={one()} />}</Show>
      <h2 id="history">{page.t("reviews.history")}</h2>
      <Show when={props.history.length > 0} fallback={<p>{page.t("reviews.noHistory")}</p>}>
        <ChangeList changes={props.history} />
      </Show>
      <p class="more">
        <a href={page.link(`${region}/desk/reviews/changes`)}>{page.t("reviews.allHistory")}</a>
      </p>
      <Show when={review && review.version > 0 ? review : null}>
        {(one) => (
          <ButtonForm
            form={props.form}
            action={page.link(`${region}/desk/reviews`)}
            label={page.t("reviews.nothingNew")}
            values={{ one: one().ref }}
            plain
          />
        )}
      </Show>
      <p>
        <a href={page.link(countryPath(region, country.iso2))}>{page.t("reviews.one.page")}</a>
      </p>
    </>
  );
}

/** The source of what is changed: those that stand there already are offered. */
export function SourceFields(props: { known: readonly string[]; dated?: boolean }) {
  const page = usePage();
  return (
    <>
      <TextField
        name="source"
        label={page.t("reviews.source")}
        hint={page.t("reviews.sourceHint")}
        list={props.known.filter((source) => source !== "")}
      />
      <Show when={props.dated}>
        <TextField
          name="asOf"
          label={page.t("reviews.asOfField")}
          hint={page.t("reviews.asOfHint")}
          dir="ltr"
        />
      </Show>
    </>
  );
}

/** To the country's own facts and its other reviews. */
function Ways(props: ReviewFormProps) {
  const page = usePage();
  const { iso2 } = props.country;
  const region = page.region?.slug ?? "";
  const current = (cycle: number | undefined) => (props.review?.cycle === cycle ? "page" : undefined);
  return (
    <ul class="row">
      <li>
        <a href={page.link(reviewPath(region, iso2))} aria-current={current(undefined)}>
          {page.t("reviews.one.country")}
        </a>
      </li>
      <For each={props.cycles}>
        {(cycle) => (
          <li>
            <a href={page.link(reviewPath(region, iso2, cycle))} aria-current={current(cycle)}>
              {cycleName(page, cycle)}
            </a>
          </li>
        )}
      </For>
    </ul>
  );
}

export function Conflicts(props: { conflicts: readonly FactConflict[] }) {
  const page = usePage();
  return (
    <Show when={props.conflicts.length > 0}>
      <section class="notice" role="alert" tabindex="-1" autofocus>
        <h2>{page.t("reviews.conflict.title")}</h2>
        <p>{page.t("reviews.conflict.lead")}</p>
        <For each={props.conflicts}>
          {({ label, before, now, yours }) => (
            <>
              <h3>{page.t(label)}</h3>
              <dl class="facts">
                <dt>{page.t("edit.conflict.before")}</dt>
                <dd>
                  <Said words={before} />
                </dd>
                <dt>{page.t("edit.conflict.now")}</dt>
                <dd>
                  <Said words={now} />
                </dd>
                <Show when={yours}>
                  {(words) => (
                    <>
                      <dt>{page.t("edit.conflict.yours")}</dt>
                      <dd>
                        <Said words={words()} />
                      </dd>
                    </>
                  )}
                </Show>
              </dl>
            </>
          )}
        </For>
      </section>
    </Show>
  );
}

function Documents(props: { review: ReviewAtDesk }) {
  const page = usePage();
  const { iso2, cycle, version, documents } = props.review;
  const path = `${reviewPath(page.region?.slug ?? "", iso2, cycle)}/documents`;
  return (
    <>
      <h2 id="documents">{page.t("country.documents")}</h2>
      <Show when={documents.length > 0} fallback={<p>{page.t("country.noDocuments")}</p>}>
        <ul class="plain">
          <For each={documents}>
            {({ id, title, kind }) => (
              <li>
                <p>
                  <Original language="en">{title}</Original>{" "}
                  <span class="tag">{page.t(`country.kind.${kind}`)}</span>
                </p>
                <p>
                  <a href={page.link(`${path}/${id}`)}>
                    {page.t("reviews.documents.change")}
                    <span class="visually-hidden">
                      : <bdi>{title}</bdi>
                    </span>
                  </a>
                  {" · "}
                  <a href={page.link(`${path}/${id}/remove`)}>
                    {page.t("reviews.documents.remove")}
                    <span class="visually-hidden">
                      : <bdi>{title}</bdi>
                    </span>
                  </a>
                </p>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p>
        <Show when={version > 0} fallback={page.t("reviews.documents.first")}>
          <a href={page.link(`${path}/new`)}>{page.t("reviews.documents.add")}</a>
        </Show>
      </p>
    </>
  );
}
