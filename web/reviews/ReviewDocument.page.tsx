/** A document of a review: added, changed, or taken away after a question; each with its source. */
import type { BodySchema } from "shared/form.ts";
import { documentFacts } from "shared/reviews/form.ts";
import { Show } from "solid-js";
import { ExternalLink, Original } from "../components/facts.tsx";
import { Form, type FormState, HiddenField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { FactField } from "../corrections/FactField.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { Conflicts, type FactConflict, SourceFields } from "./ReviewForm.page.tsx";
import { cycleName, reviewPath } from "./words.ts";

export interface ReviewDocumentProps {
  country: { iso2: string; name: string };
  cycle: number;
  /** Null: a new one. */
  document: { title: string; url: string } | null;
  /** To be taken away: nothing is asked for but the source. */
  removes: boolean;
  sources: readonly string[];
  languages: readonly string[];
  schema: BodySchema;
  form: FormState;
  conflicts: readonly FactConflict[];
}

export function ReviewDocumentPage(props: ReviewDocumentProps) {
  const page = usePage();
  const { country, cycle, document } = props;
  const path = reviewPath(page.region?.slug ?? "", country.iso2, cycle);
  const submit = props.removes ? "reviews.documents.remove" : "reviews.save";
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link(`${page.region?.slug}/desk/reviews`), text: page.t("desk.nav.reviews") },
          {
            href: page.link(path),
            text: page.t("reviews.reviewOf", { country: country.name, cycle: cycleName(page, cycle) }),
          },
        ]}
      />
      <h1>
        <bdi>{page.title}</bdi>
      </h1>
      <DeskNav />
      <Show when={props.removes && document}>
        {(one) => (
          <p>
            <ExternalLink href={one().url}>
              <Original language="en">{one().title}</Original>
            </ExternalLink>
            <br />
            {page.t("reviews.documents.question")}
          </p>
        )}
      </Show>
      <Conflicts conflicts={props.conflicts} />
      <Form form={props.form} schema={props.schema} submit={page.t(submit)}>
        <HiddenField name="seen" />
        <Show when={!props.removes}>
          {documentFacts.map((fact) => (
            <FactField
              name={fact.field}
              fact={fact}
              label={page.t(fact.label)}
              languages={props.languages}
              subjects={[]}
            />
          ))}
        </Show>
        <SourceFields known={props.sources} />
      </Form>
    </>
  );
}
