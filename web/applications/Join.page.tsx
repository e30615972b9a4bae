/** What joining is, the three ways in, and how long an answer takes. */
import { DECLINED_DAYS, DRAFT_DAYS } from "shared/applications/rules.ts";
import { usePage } from "../frame.ts";

export interface JoinProps {
  region: string;
  /** Of the last year's decisions; null while too few were decided to tell. */
  medianSeconds: number | null;
}

const ways = ["claim", "organisation", "person"] as const;

export function JoinPage(props: JoinProps) {
  const page = usePage();
  const addresses = {
    claim: `${props.region}/organisations`,
    organisation: `${props.region}/join/organisation`,
    person: `${props.region}/join/person`,
  };
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("applications.join.lead")}</p>
      <ul class="cards">
        {ways.map((way) => (
          <li class="card">
            <h2>{page.t(`applications.join.${way}.title`)}</h2>
            <p>{page.t(`applications.join.${way}.text`)}</p>
            <p>
              <a class="button" href={page.link(addresses[way])}>
                {page.t(`applications.join.${way}.link`)}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <div class="columns">
        <section>
          <h2>{page.t("applications.join.then.title")}</h2>
          <ol>
            <li>{page.t("applications.join.then.1")}</li>
            <li>{page.t("applications.join.then.2")}</li>
            <li>{page.t("applications.join.then.3")}</li>
          </ol>
          <p>
            <Median seconds={props.medianSeconds} />
          </p>
        </section>
        <section>
          <h2>{page.t("applications.join.shown.title")}</h2>
          <p>{page.t("applications.join.shown.1")}</p>
          <p>{page.t("applications.join.shown.2")}</p>
          <p>{page.t("applications.join.shown.3", { drafts: DRAFT_DAYS, declined: DECLINED_DAYS })}</p>
        </section>
      </div>
    </>
  );
}

const HOUR = 3600;
/** Hours tell more than days up to two of them. */
const IN_HOURS = 48;

function Median(props: { seconds: number | null }) {
  const page = usePage();
  if (props.seconds === null) return page.t("applications.join.median.none");
  const hours = Math.max(1, Math.ceil(props.seconds / HOUR));
  return hours < IN_HOURS
    ? page.t("applications.join.median.hours", { count: hours })
    : page.t("applications.join.median.days", { count: Math.ceil(hours / 24) });
}
