/** What tests of the desk's forms share: sending one as a browser without JavaScript does. */
import type { TestApp } from "../setup/app.ts";
import type { SignedIn } from "../setup/people.ts";

/** Every field as the page has it, but for those given; a box that is not ticked sends nothing. */
export async function fieldsOf(
  app: TestApp,
  path: string,
  person: SignedIn,
): Promise<Record<string, string>> {
  const page = await app.page(path, person.as);
  const sent: Record<string, string> = {};
  for (const field of page.document.querySelectorAll('main form[method="post"].form [name]')) {
    const name = field.getAttribute("name") ?? "";
    const type = field.getAttribute("type");
    if (type === "radio" || type === "checkbox" || type === "file") continue;
    const chosen = field.querySelector("option[selected]")?.getAttribute("value");
    sent[name] = chosen ?? field.getAttribute("value") ?? field.textContent?.replace(/^\n/, "") ?? "";
  }
  return sent;
}

export async function send(app: TestApp, path: string, person: SignedIn, fields: Record<string, string>) {
  return app.post(path, { ...(await fieldsOf(app, path, person)), ...fields }, person.as);
}
