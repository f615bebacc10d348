/** The README's example, as a reader would paste it. */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestNode, type TestNode } from "../test/harness/test-node.ts";
import { bundle, root } from "../tools/bundle.mjs";

let node: TestNode;
beforeAll(async () => {
  node = await startTestNode();
});
afterAll(() => node.close());

it("runs", async () => {
  const example = /^```ts\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, "client/README.md"), "utf8"))![1]!;
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(join(root, ".cache/client-readme.ts"), example);
  const program = join(await bundle("client-readme", { readme: ".cache/client-readme.ts" }), "readme.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, ASSAY_NODE: node.rpcUrl, MNEMONIC: node.mnemonic("alice") },
  });
  expect(stdout).toMatch(
    /^10\u202f000 ASSAY at height \d+\n0 datasets\nestimating\nfailed\ndata 20: There is no such dataset/,
  );
});
