/** The form with which a CSO keeps its profile: saved at once, merged with what a colleague saved meanwhile. */
import { citiesOf, countriesIn, ownProfile } from "db/organisations/profile.ts";
import { found } from "shared/failure.ts";
import { FileRefused, MAX_PICTURE_BYTES } from "shared/files/rules.ts";
import { type Entries, entriesOf } from "shared/form.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { articlesIn } from "shared/organisations/articles.ts";
import type { Organisation, Specialization } from "shared/organisations/contract.ts";
import { type Conflict, flatten, unflatten } from "shared/organisations/flat.ts";
import { changesOf, filledForm, ProfileForm } from "shared/organisations/form.ts";
import { filledRows, pressed, rearranged } from "shared/organisations/formRows.ts";
import type { OwnProfile } from "shared/organisations/profile.ts";
import type { App } from "../app.ts";
import { makePicture } from "../files/picture.ts";
import { type Acting, type Again, type Done, type FormVisit, Refused, serveRegionForm } from "../form.ts";
import { specializationsOf } from "./actions.ts";
import { inSamePlace, placed, profileProblems, withOwnActivities } from "./checks.ts";
import { asVisitorsSee } from "./preview.ts";
import { editProfile } from "./profile.ts";
import { noteRead } from "./reading.ts";

interface EditData {
  /** As it is at present. */
  profile: OwnProfile;
  countries: string[];
  cities: string[];
  specializations: Specialization[];
  /** What somebody else changed meanwhile. */
  conflicts: Conflict[];
  preview: Organisation | null;
  /** A picture was chosen, but not sent for good. */
  pictureAgain: boolean;
}

type EditVisit = FormVisit<undefined, { slug: string }>;

export function editPages(app: App): void {
  serveRegionForm(app, {
    path: "/organisations/:slug/edit",
    who: "editor",
    body: ProfileForm,
    maxFileBytes: MAX_PICTURE_BYTES,
    load: (visit) => loadEdit(app, visit),
    fill: (_visit, { profile }) => filledForm(unflatten(flatten(profile)), profile.version),
    page: ({ t, region, organisation }, data, form) => ({
      view: {
        page: "EditProfile",
        props: { ...data, region: region.slug, isDark: organisation?.dark ?? false, form },
      },
      title: t("edit.title", { name: data.profile.name }),
      description: t("edit.lead"),
      status: data.conflicts.length > 0 ? 409 : 200,
    }),
    rearrange: rearranged,
    act: (visit, data, body, acting) => act(app, visit, data, body, acting),
  });
}

async function loadEdit(app: App, { organisation, actor, request }: EditVisit): Promise<EditData> {
  const own = found(organisation);
  const profile = found(await ownProfile(app.db.queries, own.id));
  if (request.method === "GET") await noteRead(app, actor, own);
  const [countries, cities, specializations] = await Promise.all([
    countriesIn(app.db.queries, own.region),
    citiesOf(app.db.queries, own.iso2),
    specializationsOf(app),
  ]);
  return {
    profile,
    countries,
    cities: cities.map(({ name }) => name),
    specializations,
    conflicts: [],
    preview: null,
    pictureAgain: false,
  };
}

async function act(
  app: App,
  visit: EditVisit,
  data: EditData,
  body: ProfileForm,
  { files, entries }: Acting,
): Promise<Done | Again> {
  const own = found(visit.organisation);
  const actor = found(visit.actor);
  const changes = changesOf(body);
  const problems = await problemsOf(app, own.region, body, entries);
  if (Object.keys(problems).length > 0) throw new Refused(problems);
  const picture = files.get("logo")?.bytes;
  const settled = await placed(app, own.iso2, changes);
  if (pressed(entries) === "preview") {
    data.preview = asVisitorsSee(data.profile, settled);
    data.pictureAgain = picture !== undefined;
    return { again: entries.filter(([name]) => name !== "do") };
  }
  const logo = picture ? await makeLogo(picture) : body.removeLogo ? null : undefined;
  const outcome = await editProfile(app, {
    organisation: own,
    actor,
    version: body.version,
    yours: (base, now) => inSamePlace(withOwnActivities(flatten(settled, base), base, now), base),
    logo,
    isWhole: true,
  });
  if (outcome.conflicts.length === 0)
    return {
      to: `/${visit.language}/${own.region}/organisations/${own.slug}`,
      done: own.dark ? "profileDark" : "profile",
    };
  const { profile, conflicts } = outcome;
  Object.assign(data, { profile, conflicts, pictureAgain: picture !== undefined });
  const yours = Object.fromEntries(conflicts.map(({ field, yours: value }) => [field, value]));
  const shown = unflatten({ ...flatten(profile), ...outcome.changes, ...yours });
  return { again: entriesOf(filledForm(shown, profile.version)) };
}

function makeLogo(bytes: Buffer) {
  return makePicture(bytes).catch((error: unknown) => {
    if (error instanceof FileRefused) throw new Refused({ logo: error.key });
    throw error;
  });
}

/** By the fields' names as they were sent. */
async function problemsOf(
  app: App,
  region: string,
  body: ProfileForm,
  entries: Entries,
): Promise<Record<string, TextKey>> {
  const rows = {
    activities: filledRows(entries, "activities", ["status"]),
    names: filledRows(entries, "names"),
  };
  const problems: Record<string, TextKey> = {};
  for (const [field, key] of Object.entries(await profileProblems(app, region, changesOf(body)))) {
    const [group = "", place, name] = field.split(".");
    const row = group === "activities" ? rows.activities[Number(place)] : rows.names[Number(place)];
    problems[place === undefined ? field : `${group}.${row}.${name}`] = key;
  }
  for (const [place, { articles }] of body.activities.entries())
    if (articlesIn(articles ?? "") === null)
      problems[`activities.${rows.activities[place]}.articles`] = "edit.problem.articles";
  for (const [place, { language, name }] of body.names.entries())
    if (name !== undefined && language === undefined)
      problems[`names.${rows.names[place]}.language`] = "form.required";
  return problems;
}
