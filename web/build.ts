/** Builds web: the maps' geometry, the pages for the server, the islands and styles for the browser. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type InlineConfig } from "vite";
import solid from "vite-plugin-solid";

const root = fileURLToPath(new URL(".", import.meta.url));
const watch = process.argv.includes("--watch") ? {} : null;

const common: InlineConfig = {
  root,
  configFile: false,
  logLevel: "warn",
  plugins: [solid({ ssr: true })],
};

const pages: InlineConfig = {
  ...common,
  // The server and the pages share one copy of the texts; Solid is bundled, so that its server build is the one in use.
  ssr: { noExternal: ["solid-js"] },
  build: {
    ssr: "render.tsx",
    outDir: "dist/server",
    emptyOutDir: true,
    watch,
    target: "node24",
    minify: false,
    rollupOptions: { external: /^shared\// },
  },
};

const browser: InlineConfig = {
  ...common,
  publicDir: "public",
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    watch,
    manifest: "manifest.json",
    // Every browser that knows modules and CSS nesting; older ones get complete pages without scripts.
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: "client.ts" },
  },
};

/** Which files a page refers to, by the names that the build gave them. */
async function writeAssetNames(): Promise<void> {
  const manifest = JSON.parse(await readFile(`${root}dist/client/manifest.json`, "utf8"));
  const entry = manifest["client.ts"];
  const names = { js: `/${entry.file}`, css: `/${entry.css[0]}` };
  await writeFile(`${root}dist/assets.json`, JSON.stringify(names));
}

/** Assets are sent as small as can be: compressed once here, with more patience than a server has. */
async function compressAssets(): Promise<void> {
  const names = await readdir(`${root}dist/client`, { recursive: true });
  for (const name of names.filter((one) => /\.(js|css|svg)$/.test(one))) {
    const file = `${root}dist/client/${name}`;
    const bytes = await readFile(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(`${file}.br`, brotliCompressSync(bytes, { params }));
    await writeFile(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}

const { buildMaps } = await import("./map/build.ts");
await buildMaps(`${root}dist/maps`);
await Promise.all([build(pages), build(browser)]);
await writeAssetNames();
if (!watch) await compressAssets();
