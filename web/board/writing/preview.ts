/** The preview of a form in its own page. */

/** What the page of the preview would show; null where it cannot be had. */
export async function fetchPreview(form: HTMLFormElement, address: string): Promise<HTMLElement | null> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams(fields);
  const reply = await fetch(address, { method: "POST", body }).catch(() => null);
  if (!reply?.ok) return null;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const section = page.querySelector<HTMLElement>("#preview");
  if (section) section.tabIndex = -1;
  return section;
}
