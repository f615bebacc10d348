/** The wallets page: its TypeScript as one program, its commands in a shell, against a fresh ledger. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { AssayClient } from "@assay/client/client";
import { pack } from "@assay/client/dataset/pack";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import { defaultConfig } from "@assay/devnet/config";
import { toHex } from "@assay/primitives/bytes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle, root } from "../../tools/bundle.mjs";
import { attestAll, publishSet, type Signing } from "../harness/active-dataset.ts";
import { startTestNode, type TestNode } from "../harness/test-node.ts";

const page = readFileSync(join(root, "docs/guide/wallets.md"), "utf8");
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map((match) => match[1]!);

let node: TestNode;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assay-wallets-"));
  const { params } = defaultConfig();
  const data = { ...params.data, challenge_window_blocks: "20000", attest_blocks: "500" };
  node = await startTestNode({ blockTimeMs: 150, params: { ...params, data } });
  writeFileSync(join(node.home, "devnet.json"), "{}");
});
afterAll(async () => {
  await node?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function actor(name: string): Promise<Signing> {
  const wallet = await importWallet(node.mnemonic(name));
  const assay = SigningAssayClient.createWithSigner(node.rpcUrl, wallet, { pollMs: 30 });
  return { assay, address: node.address(name) };
}

test("the programs sign in every way", async () => {
  const texts = Array.from({ length: 20 }, (_, i) => `row ${i} ${"abcdefghij".repeat(3)} ${i * 7919}`);
  const packed = pack(texts.map((text, i) => ({ text, label: i % 2 === 0 ? "no" : "yes" })));
  const { datasetId } = await publishSet(await actor("alice"), packed, "wallets-guide");
  await attestAll(await Promise.all(["val-1", "val-2", "val-3"].map(actor)));
  const cache = join(root, ".cache", "guide");
  mkdirSync(cache, { recursive: true });
  const programs = blocks("ts");
  expect(programs).toHaveLength(3);
  writeFileSync(join(cache, "wallets.ts"), programs.join("\n"));
  const program = join(await bundle("guide-wallets", { wallets: ".cache/guide/wallets.ts" }), "wallets.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    timeout: 80_000,
    env: {
      ...process.env,
      ASSAY_NODE: node.rpcUrl,
      MNEMONIC: node.mnemonic("bob"),
      DATASET: toHex(datasetId),
    },
  });
  expect(stdout).toMatch(
    /CosmJS, amino JSON: block \d+\nstaked by amino JSON: block \d+\nit is theirs: true\n/,
  );
}, 120_000);

test("the commands move a treasury by two of three keys, and pay several", async () => {
  const program = join(await bundle("guide-wallets-cli", { assay: "cli/main.ts" }), "assay.mjs");
  const commands = blocks("sh");
  expect(commands).toHaveLength(2);
  const client = await AssayClient.connect(node.rpcUrl);
  const before = BigInt((await client.getBalance(node.address("dave"))).amount);
  const script = `set -e\nassay() { "${process.execPath}" "${program}" "$@"; }\n${commands.join("\n")}`;
  const { stdout } = await promisify(execFile)("bash", ["-c", script], {
    cwd: folder,
    timeout: 100_000,
    env: { ...process.env, ASSAY_HOME: node.home, ASSAY_NODE: node.rpcUrl },
  });
  const treasury = /^treasury {2}(assay1\w+)$/m.exec(stdout)![1]!;
  expect(BigInt((await client.getBalance(node.address("dave"))).amount) - before).toBe(8_000_000n);
  const account = await client.getAccount(treasury);
  expect(account).toMatchObject({ sequence: 1 });
  const left = BigInt((await client.getBalance(treasury)).amount);
  expect(left).toBeLessThan(95_000_000n);
  expect(left).toBeGreaterThan(94_000_000n);
  expect(stdout).toMatch(/In block \d+, transaction [0-9A-F]{64}/);
}, 150_000);
