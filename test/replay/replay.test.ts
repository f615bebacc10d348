/** The same blocks give the same state on another host: time zone, language, stack, no compiler, a newer Node. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../../tools/bundle.mjs";
import { needs } from "../harness/binaries.ts";
import { startTestNode, type TestNode } from "../harness/test-node.ts";

let node: TestNode;
let program: string;
const recorded: string[] = [];

beforeAll(async () => {
  program = join(await bundle("replay", { replay: "test/replay/child.ts" }), "replay.mjs");
  node = await startTestNode({ blockTimeMs: 50 });
  const wallet = await importWallet(node.mnemonic("alice"));
  const client = await SigningAssayClient.connectWithSigner(node.rpcUrl, wallet, { pollMs: 50 });
  for (let i = 0; i < 8; i++) {
    const amount = [{ denom: "uassay", amount: String(1 + i * 1000) }];
    await client.sendTokens(node.address("alice"), node.address(i % 2 === 0 ? "bob" : "carol"), amount, {
      memo: `ä ß 漢 ${i}`,
    });
  }
  const height = node.node.engine.height;
  for (let h = 1; h <= height; h++) {
    const outcome = await node.node.engine.blocks.results(h);
    recorded.push(`${h} ${Buffer.from(outcome!.appHash).toString("hex")}`);
  }
  await node.node.stop();
}, 60_000);
afterAll(() => node.close());

const HOSTS: readonly (readonly [
  name: string,
  flags: readonly string[],
  env: Readonly<Record<string, string>>,
])[] = [
  ["as it is", [], {}],
  [
    "in another time zone and language",
    [],
    { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  ],
  ["with a small stack", ["--stack-size=500"], {}],
  ["with a large stack", ["--stack-size=2000"], { TZ: "America/St_Johns" }],
  ["without the compiler", ["--jitless"], { LANG: "C", TZ: "UTC" }],
];

const node24 = needs("node24");

function replayed(host: string, flags: readonly string[], env: Readonly<Record<string, string>>): string[] {
  const printed = execFileSync(host, [...flags, program, node.home], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", ...env },
  });
  return printed.trimEnd().split("\n");
}

describe("replayed blocks give the same app hashes", () => {
  test.each(HOSTS)("%s", (_name, flags, env) => {
    const lines = replayed(process.execPath, flags, env);
    expect(lines.length).toBeGreaterThanOrEqual(recorded.length);
    expect(lines.slice(0, recorded.length)).toEqual(recorded);
  });
  test.skipIf(node24.missing)(`under Node 24${node24.howToGetIt}`, () => {
    expect(execFileSync(node24.path, ["--version"], { encoding: "utf8" })).toMatch(/^v24\./);
    expect(replayed(node24.path, [], {}).slice(0, recorded.length)).toEqual(recorded);
    // With natives that this Node loads, not with a way round them.
    const natives = 'for (const name of ["classic-level", "secp256k1/bindings"]) require(name)';
    execFileSync(node24.path, ["-e", natives]);
  });
});
