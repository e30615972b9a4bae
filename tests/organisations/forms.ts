/** Forms as a browser holds and sends them: what its fields contain, and a body with a file. */
import { randomBytes } from "node:crypto";
import type { FormFields } from "../setup/app.ts";
import type { Page } from "../setup/page.ts";

/** Every field of the page's main form with its value; what is not checked or chosen is not sent. */
export function formFields(page: Page): FormFields {
  const fields: Record<string, string[]> = {};
  const add = (name: string | null, value: string) => {
    if (name) fields[name] = [...(fields[name] ?? []), value];
  };
  const form = page.document.querySelector("form.form");
  for (const element of form?.querySelectorAll("input, textarea, select") ?? []) {
    const name = element.getAttribute("name");
    const type = element.getAttribute("type");
    if (element.tagName === "TEXTAREA") add(name, (element.textContent ?? "").replace(/^\n/, ""));
    else if (element.tagName === "SELECT") {
      const options = [...element.querySelectorAll("option")];
      const chosen = options.find((option) => option.hasAttribute("selected")) ?? options[0];
      add(name, chosen?.getAttribute("value") ?? "");
    } else if (type === "checkbox" || type === "radio") {
      if (element.hasAttribute("checked")) add(name, element.getAttribute("value") ?? "on");
    } else if (type !== "file") add(name, element.getAttribute("value") ?? "");
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  );
}

interface SentFile {
  name: string;
  fileName: string;
  bytes: Buffer;
}

export function multipart(fields: FormFields, file: SentFile | null) {
  const boundary = randomBytes(12).toString("hex");
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((one) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`),
  );
  const head = file
    ? `--${boundary}\r\ncontent-disposition: form-data; name="${file.name}"; filename="${file.fileName}"\r\ncontent-type: image/png\r\n\r\n`
    : "";
  const body = Buffer.concat([
    Buffer.from(parts.join("") + head),
    file?.bytes ?? Buffer.alloc(0),
    Buffer.from(`${file ? "\r\n" : ""}--${boundary}--\r\n`),
  ]);
  return { body, headers: { "content-type": `multipart/form-data; boundary=${boundary}` } };
}
