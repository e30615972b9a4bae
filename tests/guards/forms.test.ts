/** Every form of a signed-in person: it carries the session's token, is refused without it, and loses nothing that was typed. */
import { organisationsAfter } from "db/organisations/queries.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type Page, parsePage } from "../setup/page.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const TYPED = `a"><script>alert(1)</script>'&é\u0645`;

let app: TestApp;
let steward: SignedIn;
let slug = "";

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  const [organisation] = await organisationsAfter(app.app.db.queries, ["africa"], 0, 1);
  slug = organisation?.slug ?? "";
  steward = await signedIn(app, {
    roles: [{ role: "steward", region: null }],
    memberships: [{ organisationId: organisation?.id ?? 0, role: "owner" }],
  });
});
afterAll(() => app.close());

/** Addresses that show a form and take it, and need no number of a record. */
function formAddresses(): string[] {
  const takes = new Set(
    app.app.routes.filter(({ method }) => [method].flat().includes("POST")).map(({ url }) => url),
  );
  const shown = app.app.routes.filter(({ method, url }) => [method].flat().includes("GET") && takes.has(url));
  const known = shown.map(({ url }) =>
    url.replace(":language", "en").replace(":region", "africa").replace(":slug", slug).replace(":iso2", "ke"),
  );
  return known.filter((url) => !url.includes(":") && !url.startsWith("/api/"));
}

const mainForm = (page: Page) => page.document.querySelector("form.form");

/** The parser gives a text area's words as they are written in the page; a browser reads their entities. */
function decoded(text: string): string {
  return text.trim().replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

interface Field {
  name: string;
  isText: boolean;
}

function fieldsOf(form: Element): Field[] {
  const fields = [...form.querySelectorAll("input[name], textarea[name]")].map((field) => ({
    name: field.getAttribute("name") ?? "",
    isText:
      field.localName === "textarea" || ["text", "url", "tel"].includes(field.getAttribute("type") ?? "text"),
  }));
  return fields.filter(({ name }) => !/csrf|password|code|challenge/i.test(name));
}

describe("each form", () => {
  test("carries the session's token, and nobody else's", async () => {
    const addresses = formAddresses();
    expect(addresses.length).toBeGreaterThan(3);
    const faults: string[] = [];
    for (const address of addresses) {
      const reply = await app.get(address, steward.as);
      if (reply.status !== 200) continue;
      if (reply.headers["cache-control"] !== "private, no-store") faults.push(`${address}: may be stored`);
      const forms = [...parsePage(reply).document.querySelectorAll("form[method=post]")];
      const tokens = forms.map((form) => form.querySelector("input[name=csrf]")?.getAttribute("value"));
      if (tokens.some((token) => token !== steward.csrf)) faults.push(`${address}: a form without the token`);
      const visitor = await app.get(address);
      if (visitor.text.includes('name="csrf"')) faults.push(`${address}: a token for a visitor`);
    }
    expect(faults).toEqual([]);
  });

  test("is refused without the token, and comes back with all that was typed, as text", async () => {
    const faults: string[] = [];
    for (const address of formAddresses()) {
      const shown = await app.get(address, steward.as);
      const form = shown.status === 200 ? mainForm(parsePage(shown)) : null;
      if (!form) continue;
      const fields = fieldsOf(form).filter(({ isText }) => isText);
      const typed = Object.fromEntries(fields.map(({ name }) => [name, TYPED]));
      const reply = await app.post(address, typed, steward.as);
      if (reply.status !== 403) faults.push(`${address}: ${reply.status} without a token`);
      const again = parsePage(reply);
      if (again.document.querySelector("main script")) faults.push(`${address}: what was typed runs`);
      for (const { name } of fields) {
        const field = mainForm(again)?.querySelector(`[name="${name}"]`);
        const value =
          field?.localName === "textarea" ? decoded(field.textContent) : field?.getAttribute("value");
        if (value !== TYPED) faults.push(`${address}: ${name} came back as ${value}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
