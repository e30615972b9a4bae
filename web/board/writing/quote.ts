/** A quote put into the reply without leaving the thread. */
import { insert } from "./text.ts";

/** What the reader has chosen of the post that the link belongs to; "" where that is nothing. */
function chosenIn(link: HTMLAnchorElement): string {
  const chosen = getSelection();
  const post = link.closest("article");
  const isInside = chosen?.anchorNode && post?.contains(chosen.anchorNode) && post.contains(chosen.focusNode);
  return isInside ? chosen.toString().trim() : "";
}

/** False where the post cannot be quoted from here: the link leads to where it is said why. */
export async function quoteInto(
  field: HTMLTextAreaElement,
  link: HTMLAnchorElement,
  quotes: string,
): Promise<boolean> {
  const number = new URL(link.href).searchParams.get("quote");
  const chosen = chosenIn(link);
  const reply = await fetch(`${quotes}${number}/quote`).catch(() => null);
  if (!reply?.ok) return false;
  const { body, replyTo }: { body: string; replyTo: number } = await reply.json();
  const own = chosen.split("\n").map((line) => `> ${line}`.trim());
  const quote = chosen === "" ? body : `${body.split("\n", 1)[0]}\n\n${own.join("\n")}\n\n`;
  const before = field.value.trim() === "" ? "" : "\n\n";
  insert(field, before + quote, field.value.length, field.value.length);
  const answers = field.form?.elements.namedItem("replyTo");
  if (answers instanceof HTMLInputElement) answers.value = String(replyTo);
  field.scrollIntoView({ block: "center" });
  return true;
}
