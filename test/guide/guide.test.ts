/** The guide's examples run, one after the other, as a reader would paste them. */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle, root } from "../../tools/bundle.mjs";
import { type MarketServices, startMarketServices } from "../harness/market-services.ts";
import { startTestNode, type TestNode } from "../harness/test-node.ts";

/** The TypeScript blocks of a page. */
function examples(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
}

let node: TestNode;
let services: MarketServices;
beforeAll(async () => {
  // Windows are blocks: wide enough for a busy machine.
  const wide = { attest_blocks: "400", reveal_max_blocks: "60", challenge_window_blocks: "1000" };
  node = await startTestNode({
    blockTimeMs: 150,
    params: { data: wide, challenge: { reveal_max_blocks: "60" } },
  });
  services = await startMarketServices(node);
});
afterAll(async () => {
  await services?.close();
  await node?.close();
});

test("the guide's examples publish, prove and withdraw", async () => {
  const blocks = examples("docs/guide/README.md");
  expect(blocks.length).toBeGreaterThanOrEqual(6);
  const folder = join(root, ".cache", "guide");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "guide.ts"), blocks.join("\n"));
  const program = join(await bundle("guide", { guide: ".cache/guide/guide.ts" }), "guide.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    timeout: 60_000,
    env: {
      ...process.env,
      ASSAY_NODE: node.rpcUrl,
      ASSAY_CONTENT: services.contentUrl,
      OWNER_MNEMONIC: node.mnemonic("alice"),
      CHALLENGER_MNEMONIC: node.mnemonic("dave"),
    },
  });
  expect(stdout).toContain("schema stands: true - least max of UNIQUE: 1");
  expect(stdout).toContain("without near-duplicates: 4 of 5 rows");
  expect(stdout).toContain("its claims are open to challenge");
  // 40 % of 100 ASSAY, and the bond of 5.
  expect(stdout).toContain("the ledger paid 45000000 uassay: reward and bond");
}, 90_000);
