/** The second half of a CSO's way: its profile with a logo, a colleague, going dark and back, leaving with everything. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { photograph } from "../files/pictures.ts";
import { findProgram } from "../setup/browser.ts";
import { unzipped } from "../setup/zip.ts";
import { type Applicant, PASSWORD } from "./joining.ts";
import type { World } from "./newcomer.ts";

export async function editWithLogo(_world: World, { person, name }: Applicant): Promise<void> {
  await person.follow(name);
  await person.follow("Edit");
  await person.fill({
    Summary: "We read every public contract of the town aloud at the market.",
    Telephone: "+233 20 123 4567",
    "Telephone: who sees it": "signed-in people",
  });
  await person.field("Logo").setInputFiles({
    name: "logo.jpg",
    mimeType: "image/jpeg",
    buffer: await photograph(),
  });
  await person.press("Save");
  expect(await person.text()).toContain("The profile is saved");
  expect(await person.text()).toContain("We read every public contract of the town aloud");
  await expectCleanPicture(person);
}

async function expectCleanPicture({ page }: Applicant["person"]): Promise<void> {
  const logo = page.getByRole("img", { name: /^Logo: / });
  await logo.scrollIntoViewIfNeeded();
  const { width = 0 } = (await logo.boundingBox()) ?? {};
  expect(width).toBeGreaterThan(20);
  const address = await logo.getAttribute("src");
  const reply = await page.request.get(new URL(address ?? "", page.url()).href);
  expect(reply.status()).toBe(200);
  const bytes = await reply.body();
  expect(bytes.toString("latin1")).not.toContain("A Person");
  expect(metadataOf(bytes)).toEqual([]);
}

/** What exiftool finds that a picture does not need; nothing where the host has no exiftool. */
function metadataOf(bytes: Buffer): string[] {
  if (findProgram(["exiftool"]) === null) return [];
  const folder = mkdtempSync(path.join(tmpdir(), "logo-"));
  try {
    const file = path.join(folder, "logo.png");
    writeFileSync(file, bytes);
    const json = execFileSync("exiftool", ["-json", "-G1", "-a", "-u", file], { encoding: "utf8" });
    return Object.keys(JSON.parse(json)[0]).filter((key) =>
      /^(IFD|ExifIFD|GPS|XMP|IPTC|ICC|Photo)/i.test(key),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function inviteColleague(
  world: World,
  { person, name }: Applicant,
  script: boolean,
): Promise<void> {
  const email = script ? "esi@lanterns.example" : "yaw@harbour.example";
  await person.follow("Members");
  await person.follow("Invite a colleague");
  await person.fill({ "E-mail address": email, "editor: Keeps the profile.": true });
  await person.press("Send the invitation");
  expect(await person.text()).toContain("The invitation is sent.");

  const colleague = await world.newcomer({ script });
  await colleague.openLink(await world.mail.next({ to: email, subject: "An invitation" }));
  await colleague.fill({ "Choose a handle": script ? "esi" : "yaw", "Choose a password": PASSWORD });
  await colleague.press("Create account");
  await colleague.follow(name);
  await colleague.follow("Edit");
  await colleague.fill({ Acronym: script ? "LFI" : "HW" });
  await colleague.press("Save");
  await colleague.leave();
}

export async function readHistory({ person, name, handle }: Applicant, colleague: string): Promise<void> {
  await person.follow(name);
  await person.follow("History");
  const history = await person.text();
  expect(history).toContain(`The organisation: ${handle}`);
  expect(history).toContain(`The organisation: ${colleague}`);
  for (const field of ["Summary", "Acronym", "Logo"]) expect(history).toContain(field);
  await person.follow(name);
}

/** What anybody may ask for, and whether the CSO stands there. */
async function expectShown(world: World, { person, name }: Applicant, isShown: boolean): Promise<void> {
  const visitor = await world.newcomer({ script: false });
  const profile = new URL(person.page.url()).pathname.replace(/\/dark$/, "");
  const reply = await visitor.page.goto(`${world.origin}${profile}`);
  expect(reply?.status()).toBe(isShown ? 200 : 404);
  await visitor.open("/en/africa/organisations");
  await visitor.fill({ "Search the directory": name });
  await visitor.enter("Search the directory");
  expect(await visitor.page.getByRole("link", { name, exact: true }).count(), "directory").toBe(
    isShown ? 1 : 0,
  );
  const places = [
    `/en/africa/search?q=${encodeURIComponent(name)}`,
    `/api/v1/regions/africa/organisations?q=${encodeURIComponent(name)}`,
    "/data/organisations.csv",
    "/data/organisations.json",
    "/sitemap.xml",
  ];
  const slug = profile.split("/").at(-1) ?? "";
  for (const place of places) {
    const found = await visitor.page.request.get(`${world.origin}${place}`);
    expect(found.status(), place).toBe(200);
    expect((await found.text()).includes(slug), place).toBe(isShown);
  }
  await visitor.leave();
}

export async function goDarkAndComeBack(world: World, applicant: Applicant): Promise<void> {
  const { person, name } = applicant;
  await expectShown(world, applicant, true);
  await person.follow("Go dark");
  await person.press("Hide everything now");
  expect(await person.text()).toContain("This organisation is hidden.");
  await expectShown(world, applicant, false);
  await person.follow("Account");
  await person.follow(name);
  await person.follow("Show it again");
  await person.press("Show it again");
  expect(await person.text()).toContain("the organisation is shown again");
  await expectShown(world, applicant, true);
}

export async function takeAlong({ person, handle }: Applicant): Promise<void> {
  await person.follow("Account");
  await person.follow("My data");
  const [download] = await Promise.all([
    person.page.waitForEvent("download"),
    person.button("Download the archive").click(),
  ]);
  const files = await unzipped(readFileSync(await download.path()));
  expect(JSON.parse(String(files.get("people.json")))).toMatchObject([{ handle }]);
  expect([...files.keys()]).toContain("README.txt");
}

export async function beErased(world: World, applicant: Applicant, code: () => string): Promise<void> {
  const { person, handle, email } = applicant;
  const before = await person.context.cookies();
  await person.follow("To erasing");
  await person.fill({ "Your handle": handle, "Present password": PASSWORD });
  await person.fill({ "Code of the app, or a recovery code": code() });
  await person.fill({ "Leave these organisations without an owner": true });
  await person.press("Erase me for ever");
  expect(await person.text()).toContain("You are erased.");
  await world.mail.next({ to: email, subject: "Your account was erased" });

  await person.context.addCookies(before);
  await person.open("/en/account");
  await person.arrive("Sign in");
  await person.fill({ "Handle or e-mail": handle, Password: PASSWORD });
  await person.press("Sign in");
  expect(await person.text()).toContain("The name and the password do not belong together.");
}
