/** What the tests of this room do again and again: fill in the forms, and go where letters lead. */

import { type FormFields, type Reply, type TestApp, testApp } from "../setup/app.ts";
import { type ReceivedLetter, type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, sessionOf, signedIn } from "../setup/people.ts";
import { solved } from "../setup/visitor.ts";

export const organisation: FormFields = {
  name: "Budget Watch Nairobi",
  acronym: "BWN",
  iso2: "KE",
  city: "Nairobi",
  website: "https://www.budgetwatch.example/about",
  specializations: ["public-procurement", "gender"],
  languages: ["en", "sw"],
  summary: "We read the budgets of counties and tell citizens what we find.",
  position: "Coordinator",
  email: "amina@budgetwatch.example",
};

export const person: FormFields = {
  name: "Wanjiru",
  iso2: "KE",
  occupation: "journalist",
  summary: "I write about public contracts for a regional paper.",
  email: "wanjiru@paper.example",
};

/** The address below the origin. */
export const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, "");

export class Joining {
  readonly app: TestApp;
  readonly mail: TestMail;
  #now = new Date("2026-11-22T10:00:00Z");

  private constructor(app: TestApp, mail: TestMail) {
    this.app = app;
    this.mail = mail;
    app.app.now = () => this.#now;
  }

  static async open(): Promise<Joining> {
    const mail = await testMail();
    return new Joining(await testApp({ freshDatabase: true, settings: mail.settings }), mail);
  }

  later(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.mail.close();
  }

  /** A form of a visitor, its challenge solved. */
  async visitor(path: string, fields: FormFields): Promise<Reply> {
    return this.app.post(path, { ...fields, ...solved(this.app) });
  }

  admin(region = "africa"): Promise<SignedIn> {
    return signedIn(this.app, { roles: [{ role: "admin", region }] });
  }

  /** Staff who do nothing for a while are signed out: they sign in again. */
  async again(who: SignedIn): Promise<SignedIn> {
    return { ...who, ...(await sessionOf(this.app, who.id)) };
  }

  /** Where a reply leads, without its query. */
  next(reply: Reply): string {
    return pathOf(reply.headers.location ?? "").split("?")[0] ?? "";
  }

  async letterLink(to: string, subject: string): Promise<string> {
    return pathOf((await this.letter(to, subject)).links[0] ?? "");
  }

  letter(to: string, subject: string): Promise<ReceivedLetter> {
    return this.mail.next({ to, subject });
  }

  /** Sent and confirmed: the applicant's own page. */
  async applied(path: string, fields: FormFields): Promise<string> {
    const own = this.next(await this.visitor(path, fields));
    const confirm = await this.letterLink(String(fields.email), "confirm your address");
    await this.app.post(confirm, {});
    return own;
  }

  async number(email: string): Promise<{ id: number; version: number; status: string }> {
    const { rows } = await this.app.app.db.pool.query(
      "select id::int, version, status from applications where email = $1 order by id desc limit 1",
      [email],
    );
    return rows[0] ?? { id: 0, version: 0, status: "none" };
  }

  async decide(who: SignedIn, email: string, fields: FormFields): Promise<Reply> {
    const admin = await this.again(who);
    const { id, version } = await this.number(email);
    const path = `/en/africa/desk/applications/${id}`;
    return this.app.post(path, { csrf: admin.csrf, version: String(version), ...fields }, admin.as);
  }
}
