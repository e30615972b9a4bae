/** What an applicant answered, for those who decide. */
import type { Application } from "shared/applications/contract.ts";
import { isTextKey, type TextKey } from "shared/i18n/text.ts";
import type { Specialization } from "shared/organisations/contract.ts";
import { countryName, languageName } from "shared/regions/names.ts";
import { For, type JSX, Show } from "solid-js";
import { ExternalLink, PartialDate } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { specializationName } from "../organisations/organisationWords.ts";

interface AnswersProps {
  region: string;
  application: Application;
  specializations: Specialization[];
}

/** What the forms ask, in the words of whoever reads the answers. */
const ofAll = {
  nameLocal: "applications.field.nameLocal",
  acronym: "applications.field.acronym",
  city: "applications.field.city",
  website: "applications.field.website",
  specializations: "applications.field.specializations",
  languages: "applications.field.languages",
  occupation: "applications.field.occupation",
  summary: "applications.field.summary",
  position: "applications.decide.position",
  note: "applications.decide.note",
} as const satisfies Record<string, TextKey>;
const ofPerson: Partial<Record<string, TextKey>> = {
  website: "applications.field.link",
  summary: "applications.field.work",
};

interface Given {
  name: string;
  label: TextKey;
  value: string | string[];
}

function givenIn({ kind, answers }: Application): Given[] {
  return Object.entries(ofAll).flatMap(([name, key]) => {
    const value = answers[name];
    if (value === undefined || value.length === 0) return [];
    return [{ name, label: (kind === "person" ? ofPerson[name] : undefined) ?? key, value }];
  });
}

export function Answers(props: AnswersProps) {
  const page = usePage();
  const { application } = props;
  return (
    <dl class="facts">
      <Show when={application.organisation}>
        {(organisation) => (
          <Fact name={page.t("applications.decide.profile")}>
            <a href={page.link(`${props.region}/organisations/${organisation().slug}`)}>
              <bdi>{organisation().name}</bdi>
            </a>
            , {page.t("applications.decide.members", { count: organisation().members })}
          </Fact>
        )}
      </Show>
      <Show when={application.iso2}>
        {(iso2) => (
          <Fact name={page.t("applications.field.country")}>{countryName(iso2(), page.language)}</Fact>
        )}
      </Show>
      <For each={givenIn(application)}>
        {({ name, label, value }) => (
          <Fact name={page.t(label)}>
            <Answer name={name} value={value} specializations={props.specializations} />
          </Fact>
        )}
      </For>
      <Fact name={page.t("applications.decide.email")}>
        <bdi>{application.email}</bdi>
      </Fact>
      <Fact name={page.t("applications.decide.language")}>
        {languageName(application.language, page.language)}
      </Fact>
      <Show when={application.submittedAt}>
        {(at) => (
          <Fact name={page.t("applications.decide.sent")}>
            <PartialDate on={at().slice(0, 10)} />
          </Fact>
        )}
      </Show>
    </dl>
  );
}

function Answer(props: { name: string; value: string | string[]; specializations: Specialization[] }) {
  const page = usePage();
  const { name, value } = props;
  if (name === "website") return <ExternalLink href={String(value)}>{String(value)}</ExternalLink>;
  if (name === "specializations")
    return [value]
      .flat()
      .map((slug) => specializationName(page, slug, props.specializations))
      .join(" · ");
  if (name === "languages")
    return [value]
      .flat()
      .map((tag) => languageName(tag, page.language))
      .join(" · ");
  const occupation = `applications.occupation.${value}`;
  if (name === "occupation" && isTextKey(occupation)) return page.t(occupation);
  return (
    <For each={String(value).split("\n")}>
      {(line, place) => (
        <>
          {place() > 0 ? <br /> : ""}
          <bdi>{line}</bdi>
        </>
      )}
    </For>
  );
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
