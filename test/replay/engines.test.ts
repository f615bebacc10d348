/**
 * Two engines, one truth. Block times are an engine's own, and the state knows them, so the same transactions sent to
 * both make other states: what is compared is the same blocks.
 *
 * The blocks of a real CometBFT node are executed through the embedded pipeline (`assay replay`); the blocks of an
 * embedded ledger are executed by an application as CometBFT meets it: another process, over the ABCI socket, from the
 * requests that a node replaying them makes. In both, the app hash is that of the other engine at every height.
 */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { pairPrograms } from "@assay/chain/comet-pair";
import { Child } from "@assay/chain/cometbft/child";
import { loadConfig } from "@assay/chain/config";
import { initChainRequest } from "@assay/chain/engine/state";
import { homePaths, readHome } from "@assay/chain/home";
import { finalizeRequests, replay } from "@assay/chain/replay";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import { toHex } from "@assay/primitives/bytes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AbciClient } from "../abci/abci-client.ts";
import { needs } from "../harness/binaries.ts";
import { bundles } from "../harness/bundles.ts";
import { CometNetwork } from "../harness/comet-network.ts";
import { startTestNode } from "../harness/test-node.ts";
import { startTamperingProxy } from "../light/tampering-proxy.ts";

const SLOW = 90_000;
const comet = needs("cometbft");

/** Transfers that succeed, fail in the block, and fill one. */
async function send(rpcUrl: string, mnemonic: string, to: string, count: number): Promise<void> {
  const client = await SigningAssayClient.connectWithSigner(rpcUrl, await importWallet(mnemonic), {
    pollMs: 50,
  });
  const address = (await (await importWallet(mnemonic)).getAccounts())[0]!.address;
  for (let i = 0; i < count; i++) {
    await client.sendTokens(address, to, [{ denom: "uassay", amount: String(1 + i * 1000) }], {
      memo: `${i}`,
    });
  }
}

async function assay(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const program = join(await bundles(), "assay.mjs");
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...args]);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

describe.skipIf(comet.missing)(`blocks of a CometBFT node${comet.howToGetIt}`, () => {
  let network: CometNetwork;
  beforeAll(async () => {
    network = await CometNetwork.make({ validators: 1, config: { blockTimeMs: 150 } });
    await network.start();
    await send(network.nodes[0]!.rpcUrl, network.mnemonic("alice"), network.address("bob"), 4);
    await network.nodes[0]!.untilHeight((await network.nodes[0]!.height()) + 2);
  }, SLOW);
  afterAll(() => network?.close(), SLOW);

  test("give the same app hash at every height in the embedded pipeline", { timeout: SLOW }, async () => {
    const node = network.nodes[0]!;
    const { genesis } = readHome(node.home);
    const hashes = new Map<number, string>();
    let txs = 0;
    const last = await replay({
      blocks: node.ledger,
      genesis,
      onHeight: (height, appHash, count) => {
        hashes.set(height, toHex(appHash).toUpperCase());
        txs += count;
      },
    });
    expect(hashes.size).toBe(last);
    expect(txs).toBe(4);
    // And as the validators signed it: in the header after.
    for (let height = 2; height <= last; height++) {
      expect(hashes.get(height - 1)).toBe(await node.appHash(height));
    }
  });

  test("assay replay says so, and of what part", { timeout: SLOW }, async () => {
    const whole = await assay("replay", "--node-rpc", network.nodes[0]!.rpcUrl);
    expect(whole.out).toMatch(
      /^Heights 1 to \d+ of assay-devnet give the app hash that is recorded, each of them/,
    );
    const part = await assay(
      "replay",
      "--node-rpc",
      network.nodes[0]!.rpcUrl,
      "--from",
      "2",
      "--to",
      "3",
      "--json",
    );
    const height = await network.nodes[0]!.appHash(4);
    expect(JSON.parse(part.out)).toMatchObject({ from: "2", to: "3", app_hash: height });
  });

  test("a node that claims another state is found out, at the height", { timeout: SLOW }, async () => {
    const liar = await startTamperingProxy(network.nodes[0]!.rpcUrl, (method, height, result) => {
      if (method === "block_results" && height === 3)
        result.app_hash = Buffer.alloc(32, 7).toString("base64");
    });
    const lie = await assay("replay", "--node-rpc", liar.url);
    expect(lie.code).toBe(1);
    expect(lie.err).toMatch(/height 3: recorded app hash (07){32}, replayed [0-9a-f]{64}/);
    expect(lie.err).toMatch(/replay another node's/);
    expect((await assay("replay", "--node-rpc", liar.url, "--from", "4")).code).toBe(0);
    await liar.close();
    const gone = await assay("replay", "--node-rpc", liar.url);
    expect([gone.code, gone.err]).toEqual([1, expect.stringMatching(/does not answer[\s\S]*--node-rpc/)]);
    const home = await assay("replay", "--home", network.nodes[0]!.home);
    expect([home.code, home.err]).toEqual([1, expect.stringMatching(/CometBFT node's[\s\S]*--node-rpc/)]);
  });
});

describe("blocks of an embedded ledger", () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-rp-"));
  const recorded = new Map<number, string>();
  const home = join(folder, "embedded");

  beforeAll(async () => {
    const node = await startTestNode({ blockTimeMs: 50 });
    await send(node.rpcUrl, node.mnemonic("alice"), node.address("bob"), 5);
    for (let height = 1; height <= node.node.engine.height; height++) {
      recorded.set(height, toHex((await node.node.engine.blocks.results(height))!.appHash));
    }
    await node.node.stop();
    cpSync(node.home, home, { recursive: true });
    rmSync(node.home, { recursive: true });
  }, SLOW);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("assay replay executes them from its home", { timeout: SLOW }, async () => {
    const { out, code } = await assay("replay", "--home", home);
    expect(code).toBe(0);
    expect(out).toMatch(/^Heights 1 to \d+/);
    const past = await assay("replay", "--home", home, "--to", "100000");
    expect([past.code, past.err]).toEqual([1, expect.stringContaining("is past the last block")]);
  });

  test("give the same app hash over the ABCI socket", { timeout: SLOW }, async () => {
    const { DiskBlocks } = await import("@assay/chain/engine/block-store");
    const { LevelBackend } = await import("@assay/chain/store/backend-level");
    // The same genesis document, and none of the state: as an operator who moves to CometBFT begins.
    const beside = join(folder, "c");
    cpSync(home, beside, { recursive: true, filter: (path) => !path.includes("/data") });
    const { application } = pairPrograms({
      config: loadConfig(beside, { engine: "cometbft" }, {}),
      cometbft: "",
      program: [join(await bundles(), "assay.mjs")],
      environment: process.env,
    });
    let said = "";
    let tellReady: (message: unknown) => void = () => {};
    const ready = new Promise((resolve) => {
      tellReady = resolve;
    });
    const child = new Child(
      application,
      (chunk) => {
        said += chunk.toString();
      },
      (message) => tellReady(message),
    );
    const told = (await Promise.race([ready, child.ended])) as { abci?: string };
    expect(told.abci, said).toBeDefined();
    const client = await AbciClient.connect(told.abci!);
    const backend = await LevelBackend.open(homePaths(home).state);
    try {
      const blocks = await DiskBlocks.open(backend);
      const { genesis } = readHome(home);
      const { info } = await client.ask({ info: { version: "0.38.25" } });
      expect(info?.lastBlockHeight).toBe(0n);
      await client.ask({ initChain: initChainRequest(genesis) });
      for await (const request of finalizeRequests(blocks, 1, blocks.height())) {
        const { finalizeBlock } = await client.ask({ finalizeBlock: request });
        const height = Number(request.height);
        expect([height, toHex(finalizeBlock!.appHash)]).toEqual([
          height,
          recorded.get(height) ?? toHex((await blocks.results(height))!.appHash),
        ]);
        await client.ask({ commit: {} });
      }
      expect((await client.ask({ info: {} })).info?.lastBlockHeight).toBe(BigInt(blocks.height()));
    } finally {
      client.close();
      await backend.close();
      await child.stop(5_000);
    }
  });
});
