/** A devnet of real nodes: what a tool is told of it, what it survives, and that it leaves nothing behind. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { askDevnet } from "@assay/devnet/control";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { coins, GasPrice, SigningStargateClient, StargateClient } from "@cosmjs/stargate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../harness/binaries.ts";
import { childPids } from "../harness/comet-network.ts";
import { DevnetFolder, type DevnetProcess, freeOffset, type JsonLine } from "./devnet-process.ts";

const SLOW = 120_000;
const comet = needs("cometbft");

async function heightOf(rpc: string): Promise<number> {
  const client = await StargateClient.connect(rpc);
  const height = await client.getHeight();
  client.disconnect();
  return height;
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200));
}

describe.skipIf(comet.missing)(`a devnet of real nodes${comet.howToGetIt}`, () => {
  const devnet = new DevnetFolder();
  let flags: string[];
  let running: DevnetProcess;
  let line: JsonLine;

  beforeAll(async () => {
    process.env.ASSAY_COMETBFT = comet.path;
    flags = ["--port-offset", String(await freeOffset()), "--no-demo", "--block-time", "400ms"];
    running = await devnet.start("--engine", "cometbft", "--validators", "2", ...flags);
    line = await running.line();
  }, SLOW);
  afterAll(() => devnet.close(), SLOW);

  test(
    "tells all that a program needs, and each of its nodes makes the same blocks",
    async () => {
      expect(line).toMatchObject({ chain_id: "assay-devnet", engine: "cometbft", home: devnet.home });
      expect(line.nodes!.map(({ name }) => name)).toEqual(["val-1", "val-2"]);
      expect(line.nodes![0]!.rpc).toBe(line.rpc);
      const heights = await Promise.all(line.nodes!.map(({ rpc }) => heightOf(rpc)));
      const common = Math.max(1, Math.min(...heights));
      const hashes = await Promise.all(
        line.nodes!.map(async ({ rpc }) => {
          const answer = await fetch(`${rpc}/block?height=${common}`);
          const { result } = (await answer.json()) as { result: { block_id: { hash: string } } };
          return result.block_id.hash;
        }),
      );
      expect(new Set(hashes).size).toBe(1);
      const page = (await (await fetch(`${line.explorer}/chain.json`)).json()) as { chain_id: string };
      expect(page.chain_id).toBe("assay-devnet");
    },
    SLOW,
  );

  test(
    "starts again what is killed: a node, an application, a service",
    async () => {
      const children = await childPids(running.pid);
      const victims = ["nodes/2/cometbft", "home --engine", "serve content"].map(
        (word) => children.find(({ command }) => command.includes(word))!,
      );
      for (const { pid } of victims) process.kill(pid, "SIGKILL");
      await until(
        () => /Validator 2 goes on/.test(running.stderr) && /Validator 1 goes on/.test(running.stderr),
      );
      await until(async () => (await fetch(`${line.content}/healthz`).catch(() => undefined))?.ok === true);
      for (const { pid } of victims)
        expect(running.stderr).toContain(`(pid ${pid}) ended with signal SIGKILL`);
      const heights = await Promise.all(line.nodes!.map(({ rpc }) => heightOf(rpc)));
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(5);
    },
    SLOW,
  );

  test(
    "cannot be hurried; keeps a snapshot of all nodes and goes back to it",
    async () => {
      await expect(askDevnet(devnet.home, "mine", 5)).rejects.toMatchObject({
        message: "real nodes cannot be hurried: a block comes every 400 ms",
        fix: "Shorter ones: start with --block-time 200ms",
      });
      const { mnemonic, address } = line.accounts[0]!;
      const wallet = await DirectSecp256k1HdWallet.fromMnemonic(mnemonic, { prefix: "assay" });
      const send = async (): Promise<string> => {
        const client = await SigningStargateClient.connectWithSigner(line.rpc, wallet, {
          gasPrice: GasPrice.fromString("0.025uassay"),
        });
        const to = line.accounts[1]!.address;
        const sent = await client.sendTokens(address, to, coins(1, "uassay"), "auto");
        client.disconnect();
        expect(sent.code).toBe(0);
        return sent.transactionHash;
      };
      const found = async (hash: string): Promise<boolean> => {
        const client = await StargateClient.connect(line.rpc);
        const tx = await client.getTx(hash);
        client.disconnect();
        return tx !== null;
      };
      const before = await send();
      const taken = (await askDevnet(devnet.home, "snapshot", null)) as { id: number; height: number };
      const after = await send();
      await askDevnet(devnet.home, "revert", taken.id);
      expect([await found(before), await found(after)]).toEqual([true, false]);
    },
    SLOW,
  );

  test(
    "ends with 0, leaves no process, and goes on from the same height; another engine is refused",
    async () => {
      const height = await heightOf(line.rpc);
      const children = await childPids(running.pid);
      expect(children).toHaveLength(8);
      expect(await running.kill("SIGTERM")).toBe(0);
      for (const { pid } of children) expect(existsSync(`/proc/${pid}`)).toBe(false);

      const other = await devnet.start("--engine", "embedded", ...flags);
      expect(await other.ended).toBe(1);
      expect(other.stderr).toContain("was made under CometBFT");
      expect(other.stderr).toContain("Go on with --engine cometbft");

      running = await devnet.start(...flags);
      line = await running.line();
      expect(line.height).toBeGreaterThan(height);
      expect(readFileSync(join(devnet.home, "nodes", "2", "config.toml"), "utf8")).toContain("val-2");
    },
    SLOW,
  );
});
