/** The follow-up template: the sections and fields of a report on measures taken after a review. */

import { type FollowUpTemplate, GUIDE_LANGUAGE, type TemplateField } from "shared/resources/guides.ts";
import { For, type JSX, Show } from "solid-js";
import { Original } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { Contents, GuideHead } from "./GuideHead.tsx";

export function FollowUpPage(props: { template: FollowUpTemplate }) {
  const page = usePage();
  const { template } = props;
  return (
    <article class="guide">
      <GuideHead title={template.title} lead={page.t("guides.followUp.lead")} />
      <dl class="facts">
        <Fact name={page.t("guides.purpose")}>{template.purpose}</Fact>
        <Fact name={page.t("guides.origin")}>{template.source}</Fact>
        <Fact name={page.t("guides.scoring")}>{template.scoring}</Fact>
      </dl>
      <p class="muted">{page.t("guides.version", { version: template.version })}</p>
      <Contents
        parts={template.sections.map((section) => ({
          slug: section.slug,
          title: section.title,
          note: page.t("guides.fields", { count: section.fields.length }),
        }))}
      />
      <For each={template.sections}>
        {(section) => (
          <section aria-labelledby={section.slug}>
            <h2 id={section.slug}>
              <Original language={GUIDE_LANGUAGE}>{section.title}</Original>
            </h2>
            <p class="muted">
              {page.t("facts.labelled", { label: page.t("guides.repeat") })}{" "}
              <Original language={GUIDE_LANGUAGE}>{section.repeat}</Original>
            </p>
            <dl>
              <For each={section.fields}>{(field) => <Field field={field} fields={section.fields} />}</For>
            </dl>
          </section>
        )}
      </For>
    </article>
  );
}

function Fact(props: { name: string; children: string }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        <Original language={GUIDE_LANGUAGE}>{props.children}</Original>
      </dd>
    </>
  );
}

function Field(props: { field: TemplateField; fields: readonly TemplateField[] }) {
  const page = usePage();
  const { field } = props;
  return (
    <>
      <dt>
        <Original language={GUIDE_LANGUAGE}>{field.label}</Original>{" "}
        <span class="muted">
          {page.t(`guides.type.${field.type}`)} · <Needed field={field} fields={props.fields} />
        </span>
      </dt>
      <dd>
        <Show when={field.help}>
          <p>
            <Original language={GUIDE_LANGUAGE}>{field.help}</Original>
          </p>
        </Show>
        <Show when={field.options}>{(options) => <Options options={options()} />}</Show>
      </dd>
    </>
  );
}

function Options(props: { options: NonNullable<TemplateField["options"]> }): JSX.Element {
  const page = usePage();
  return (
    <ul class="row" aria-label={page.t("guides.options")}>
      <For each={props.options}>
        {(option) => (
          <li>
            <span class="tag">
              <Original language={GUIDE_LANGUAGE}>{option.label}</Original>
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Whether a field must be filled in; a condition decides where there is one. */
function Needed(props: { field: TemplateField; fields: readonly TemplateField[] }) {
  const page = usePage();
  const { required, requiredIf } = props.field;
  return (
    <Show when={requiredIf} fallback={page.t(required ? "guides.required" : "guides.optional")}>
      {(condition) => (
        <>
          {page.t(condition().in ? "guides.requiredIfIn" : "guides.requiredIfNotIn")}{" "}
          <Original language={GUIDE_LANGUAGE}>{conditionText(condition(), props.fields)}</Original>
        </>
      )}
    </Show>
  );
}

/** "Status: In progress / Implemented", in the template's own labels. */
function conditionText(
  condition: NonNullable<TemplateField["requiredIf"]>,
  fields: readonly TemplateField[],
): string {
  const other = fields.find(({ name }) => name === condition.field);
  const values = (condition.in ?? condition.notIn ?? []).map(
    (value) => other?.options?.find((option) => option.value === value)?.label ?? String(value),
  );
  return `${other?.label ?? condition.field}: ${values.join(" / ")}`;
}
