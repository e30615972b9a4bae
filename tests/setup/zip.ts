/** Opens a ZIP archive as a program on somebody's computer does. */
import { buffer } from "node:stream/consumers";
import { fromBuffer } from "yauzl";

/** The archive's files by name. */
export async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
    if (error) return reject(error);
    zip.on("error", reject);
    zip.on("end", resolve);
    zip.on("entry", (entry) =>
      zip.openReadStream(entry, (failed, stream) => {
        if (failed) return reject(failed);
        buffer(stream).then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      }),
    );
    zip.readEntry();
  });
  await promise;
  return files;
}
