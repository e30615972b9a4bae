/** Builds the server for `npm start`: what it needs of its packages, in few files, takes far less memory than thousands. */
import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { build, type Plugin } from "vite";

const OUT_DIR = path.join(import.meta.dirname, "dist");
/** A server that still runs finds what it loads late, also after another build. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000;
/** Native code is loaded from where it was installed; all but the first are only tried, by `pg`, mails' parser and `ws`. */
const NATIVE = ["@node-rs/argon2", "pg-native", "re2", "bufferutil", "utf-8-validate"];

/** Files are found from where the source stands, wherever its code ends up. */
const ownAddress: Plugin = {
  name: "own-address",
  transform(code, id) {
    if (id.startsWith("\0") || !code.includes("import.meta.url")) return null;
    const source = path.relative(OUT_DIR, id);
    return code.replaceAll("import.meta.url", `new URL(${JSON.stringify(source)}, import.meta.url).href`);
  },
};

/** Imported, it would give all that it has, and so load the whole of fetch and HTTP/2: 7 MiB. Asked for, it does not. */
const bareHttp: Plugin = {
  name: "bare-http",
  enforce: "pre",
  resolveId: (id, _from, { kind }) =>
    kind === "import-statement" && /^(node:)?http$/.test(id) ? "\0http" : null,
  load: (id) => (id === "\0http" ? `export default process.getBuiltinModule("node:http");` : null),
};

/**
 * V8 keeps a source for as long as the process lives: with two bytes for each sign, if only one of them is not Latin.
 * Texts in other scripts are shorter as they are.
 */
const oneByte: Plugin = {
  name: "one-byte",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk") continue;
      const escaped = file.code.replace(/\\[\0-\x7f]|\\?[^\0-\x7f]/g, asEscape);
      if (escaped.length < file.code.length * 2) file.code = escaped;
    }
  },
};

/** A sign outside of ASCII, and the backslash that may stand before it; what a backslash already escapes stays. */
function asEscape(found: string): string {
  const code = found.charCodeAt(found.length - 1);
  return code < 0x80 ? found : `\\u${code.toString(16).padStart(4, "0")}`;
}

await build({
  root: import.meta.dirname,
  configFile: false,
  logLevel: "warn",
  plugins: [ownAddress, bareHttp, oneByte],
  ssr: { noExternal: true, external: NATIVE },
  build: {
    ssr: "main.ts",
    outDir: OUT_DIR,
    emptyOutDir: false,
    target: "node26",
    minify: false,
    rollupOptions: {
      external: NATIVE,
      output: {
        chunkFileNames: "[name]-[hash].js",
        codeSplitting: {
          groups: [
            { debugName: "texts", name: (id: string) => /shared\/i18n\/(\w\w)[./]/.exec(id)?.[1] ?? null },
          ],
        },
      },
    },
  },
});

for (const name of await readdir(OUT_DIR)) {
  const file = path.join(OUT_DIR, name);
  if (Date.now() - (await stat(file)).mtimeMs > KEEP_MS) await rm(file);
}
