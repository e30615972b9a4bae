/** A process of its own that reads the title which a PDF gives itself: what a broken or hostile file does ends with it. */

/** Null where it says none. */
export interface PdfTitle {
  title: string | null;
}

async function titleOf(bytes: Uint8Array): Promise<string | null> {
  const { getMeta } = await import("unpdf");
  const { info } = await getMeta(bytes);
  const title: unknown = info.Title;
  return typeof title === "string" && title.trim() !== "" ? title : null;
}

process.once("message", (bytes: Uint8Array) => {
  titleOf(new Uint8Array(bytes))
    .catch(() => null)
    .then((title: string | null) => {
      const answer: PdfTitle = { title };
      process.send?.(answer, undefined, undefined, () => process.disconnect?.());
    });
});
