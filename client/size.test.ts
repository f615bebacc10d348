/** What a page pays for the client, and that it can load it at all. */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

async function bundled(...files: string[]): Promise<{ gzipKb: number; inputs: string[] }> {
  const result = await build({
    stdin: {
      contents: files
        .map((file, i) => `import * as m${i} from "./${file}"; globalThis.m${i} = m${i};`)
        .join("\n"),
      resolveDir: here("."),
    },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    // Node's own modules do not resolve on this platform: a bundle that is made has none.
    platform: "browser",
    target: "es2022",
    conditions: ["assay-source"],
    logLevel: "silent",
  });
  const gzipKb = gzipSync(result.outputFiles[0]!.contents, { level: 9 }).length / 1024;
  return { gzipKb, inputs: Object.keys(result.metafile.inputs) };
}

describe("size budget, minified and gzipped", () => {
  it.each([
    ["reading", 26, ["client.ts"]],
    ["sending", 31, ["signing.ts"]],
    [
      "everything but the wallet and CosmJS's registry",
      39,
      ["signing.ts", "publish.ts", "challenge.ts", "content.ts", "tx.ts", "modules/data/events.ts"],
    ],
    ["a burner wallet, which a page loads when it is opened", 112, ["wallet.ts"]],
  ])("%s: at most %d KB", async (what, limitKb, files) => {
    const { gzipKb, inputs } = await bundled(...files);
    console.log(`${what}: ${gzipKb.toFixed(1)} KB of ${limitKb}`);
    expect(gzipKb).toBeLessThan(limitKb);
    if (!files.includes("wallet.ts")) expect(inputs.filter((path) => path.includes("cosmjs"))).toEqual([]);
  });
});
