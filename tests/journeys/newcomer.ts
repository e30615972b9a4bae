/** Somebody with a small phone and a mailbox, with or without JavaScript: reads, follows links, fills in labels, presses buttons. */
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { type Language, languages } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { WAIT_SECONDS } from "shared/visitors/challenge.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { openBrowser } from "../setup/browser.ts";
import { type ReceivedLetter, type TestMail, testMail } from "../setup/mail.ts";
import type { SignedIn } from "../setup/people.ts";
import { pictures } from "./pictures.ts";

/** Every journey is made both ways. */
export const ways = [
  { way: "with JavaScript", script: true },
  { way: "without JavaScript", script: false },
];

export interface World {
  app: TestApp;
  mail: TestMail;
  browser: Browser;
  origin: string;
  /** The platform's clock: runs as the real one, and waits are skipped on it. */
  now(): Date;
  pass(seconds: number): void;
  /** A phone that nobody has used before. */
  newcomer(options: { script: boolean; language?: Language }): Promise<Newcomer>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const mail = await testMail();
  const app = await testApp({ freshDatabase: true, settings: mail.settings, now });
  const origin = await app.listen();
  const browser = await openBrowser();
  const world: World = {
    app,
    mail,
    browser,
    origin,
    now,
    pass: (seconds) => {
      ahead += seconds * 1000;
    },
    newcomer: ({ script, language = "en" }) => newcomer(world, script, language),
    close: async () => {
      await browser.close();
      await app.close();
      await mail.close();
    },
  };
  return world;
}

export interface Newcomer {
  page: Page;
  context: BrowserContext;
  open(path: string): Promise<void>;
  /** Opens what a letter offers. */
  openLink(letter: ReceivedLetter): Promise<void>;
  link(name: string): Locator;
  follow(link: string | Locator): Promise<void>;
  field(label: string): Locator;
  /** By label; an option of a list by its words, `true` for a box to tick. */
  fill(fields: Record<string, string | true>): Promise<void>;
  button(name: string): Locator;
  press(name: string): Promise<void>;
  /** Sends a form from within one of its fields. */
  enter(label: string): Promise<void>;
  /** The label of the field that has the focus. */
  focused(): Promise<string>;
  /** Sends a form for visitors: the browser calculates, or a moment is waited for. */
  send(name: string): Promise<void>;
  /** Waits until the page has this title. */
  arrive(title: string): Promise<void>;
  /** What stands beside a term. */
  fact(term: string): Promise<string>;
  /** All that the page says. */
  text(): Promise<string>;
  /** Takes a session that was opened elsewhere. */
  become(person: SignedIn): Promise<void>;
  leave(): Promise<void>;
}

/** Of one journey, on a machine that is busy with much else. */
export const PATIENCE_MS = 60_000;

const SMALL_PHONE = { width: 320, height: 640 };

async function newcomer(world: World, script: boolean, language: Language): Promise<Newcomer> {
  const { browser, origin } = world;
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: SMALL_PHONE,
    locale: languages[language].locale,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const take = pictures(page, script);
  const t = textsIn(language);
  const main = page.getByRole("main");
  const link = (name: string) => page.getByRole("link", { name, exact: true }).first();
  const button = (name: string) => main.getByRole("button", { name, exact: true });
  const field = (label: string) => main.getByLabel(labelled(label));
  const press = async (name: string) => {
    await take();
    await after(page, () => button(name).click());
    await take();
  };
  const open = async (address: string) => {
    await page.goto(new URL(address, origin).href);
    await take();
  };
  return {
    page,
    context,
    open,
    openLink: ({ links }) => open(links[0] ?? ""),
    link,
    follow: async (to) => {
      await after(page, () => (typeof to === "string" ? link(to) : to).click());
      await take();
    },
    field,
    fill: async (fields) => {
      for (const [label, value] of Object.entries(fields)) await fillIn(field(label), value);
    },
    button,
    press,
    enter: async (label) => {
      await after(page, () => field(label).press("Enter"));
      await take();
    },
    focused: async () => {
      const id = await page.locator(":focus").getAttribute("id");
      return (await main.locator(`label[for="${id}"]`).textContent())?.trim() ?? "";
    },
    send: async (name) => {
      if (script) await page.locator("[data-island=ProofOfWork][data-ready]").waitFor({ state: "attached" });
      await press(name);
      if (script) return;
      await page.getByRole("heading", { name: t("visitor.moment.title") }).waitFor();
      world.pass(WAIT_SECONDS);
      await press(t("visitor.moment.send"));
    },
    arrive: (title) => page.getByRole("heading", { level: 1, name: title }).waitFor(),
    fact: async (term) => (await main.locator(`dt:text-is("${term}") + dd`).textContent()) ?? "",
    text: async () => (await main.textContent()) ?? "",
    become: ({ as }) => context.addCookies(cookiesIn(as.cookie, origin)),
    leave: () => context.close(),
  };
}

/** What is pressed leads to a page: the next step begins when that is there. */
async function after(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), act()]);
}

/** The words of a label, with or without "(optional)" behind them. */
function labelled(label: string): RegExp {
  return new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*(\\([^)]*\\)\\s*)?$`);
}

async function fillIn(field: Locator, value: string | true): Promise<void> {
  if (value === true) return field.check();
  const isList = await field.evaluate((element) => element.localName === "select");
  if (isList) await field.selectOption({ label: value });
  else await field.fill(value);
}

function cookiesIn(header: string, url: string) {
  return header.split("; ").map((pair) => {
    const [name = "", value = ""] = pair.split("=");
    return { name, value, url };
  });
}
