import { gzipSync } from "node:zlib";
import { defaultClientConditions, defineConfig, type Plugin } from "vite";

/** Says what a first visit loads, and what comes later. */
function sizes(): Plugin {
  return {
    name: "assay-sizes",
    apply: "build",
    generateBundle(_options, bundle) {
      let first = 0;
      let later = 0;
      for (const file of Object.values(bundle)) {
        const bytes = gzipSync(file.type === "chunk" ? file.code : file.source).length;
        const isFirst = file.type === "chunk" ? file.isEntry : file.fileName.endsWith(".css");
        if (isFirst) first += bytes;
        else if (!file.fileName.endsWith(".map")) later += bytes;
      }
      const kB = (bytes: number) => (bytes / 1000).toFixed(1);
      this.info(`gzip: first load ${kB(first)} kB, on demand ${kB(later)} kB`);
    },
  };
}

/** `ASSAY_NODE`: the web port of a node, for `vite explorer` (development). */
const node = process.env.ASSAY_NODE ?? "http://127.0.0.1:1317";
const proxied = ["/rpc", "/content", "/faucet", "/chain.json"];

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ["assay-source", ...defaultClientConditions] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [sizes()],
  // The pages of a single-page application are one file for the server.
  appType: "spa",
  worker: { format: "es" },
  build: {
    outDir: "dist-page",
    emptyOutDir: true,
    target: "es2022",
    // The policy of the node allows no inline script and no data: font.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      ...Object.fromEntries(proxied.map((path) => [path, node])),
      "/websocket": { target: node.replace(/^http/, "ws"), ws: true },
    },
  },
});
