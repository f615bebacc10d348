/** One devnet's life, as a tool and its users meet it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { askDevnet } from "@assay/devnet/control";
import { portsAt } from "@assay/devnet/ports";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { coins, GasPrice, SigningStargateClient, StargateClient } from "@cosmjs/stargate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DevnetFolder, type DevnetProcess, freeOffset, type JsonLine } from "./devnet-process.ts";

const SLOW = 60_000;

/** The chain that CosmJS's own tests talk to: names, words and amounts as in its simd scripts. */
const SIMD = {
  chain_id: "simd-testing",
  bech32_prefix: "cosmos",
  denom: "ucosm",
  accounts: [
    {
      name: "faucet",
      mnemonic:
        "economy stock theory fatal elder harbor betray wasp final emotion task crumble siren bottom lizard educate guess current outdoor pair theory focus wife stone",
    },
    {
      name: "alice",
      mnemonic: "enlist hip relief stomach skate base shallow young switch frequent cry park",
    },
    {
      name: "alice-1",
      mnemonic: "enlist hip relief stomach skate base shallow young switch frequent cry park",
      address_index: 1,
    },
  ].map((account) => ({
    ...account,
    coins: [
      { denom: "ucosm", amount: "1000000000" },
      { denom: "ustake", amount: "1000000000" },
    ],
  })),
  validators: [{ name: "val-a" }, { name: "val-b", power: "5" }],
  block_time: "500ms",
  demo: false,
};

describe("a devnet from a config", () => {
  const devnet = new DevnetFolder();
  let offset: number;
  let flags: string[];
  let running: DevnetProcess;
  let line: JsonLine;

  beforeAll(async () => {
    offset = await freeOffset();
    const file = join(devnet.folder, "simd.json");
    writeFileSync(file, JSON.stringify(SIMD));
    // A folder that a tool has just made.
    mkdirSync(devnet.home);
    flags = ["--config", file, "--port-offset", String(offset)];
    running = await devnet.start("--fresh", ...flags);
    line = await running.line();
  }, SLOW);
  afterAll(() => devnet.close(), SLOW);

  test("prints one line with all that a program needs", () => {
    expect(running.stdout.split("\n")).toHaveLength(2);
    expect(line).toMatchObject({ chain_id: "simd-testing", home: devnet.home });
    expect(line.rpc).toBe(`http://127.0.0.1:${26657 + offset}`);
    expect(line.accounts.map(({ name, address }) => [name, address])).toEqual([
      ["faucet", "cosmos1pkptre7fdkl6gfrzlesjjvhxhlc3r4gmmk8rs6"],
      ["alice", "cosmos14qemq0vw6y3gc3u3e0aty2e764u4gs5le3hada"],
      ["alice-1", "cosmos1hhg2rlu9jscacku2wwckws7932qqqu8x3gfgw0"],
    ]);
    expect(line.accounts[0]!.mnemonic).toBe(SIMD.accounts[0]!.mnemonic);
    expect(statSync(join(devnet.home, "control.json")).mode & 0o777).toBe(0o600);
  });

  test(
    "is read by unmodified CosmJS, in the order and the coins of the config",
    async () => {
      const client = await StargateClient.connect(line.rpc);
      expect(await client.getChainId()).toBe("simd-testing");
      for (const [i, { address }] of line.accounts.entries()) {
        const account = (await client.getAccount(address))!;
        expect([account.address, Number(account.accountNumber), account.sequence]).toEqual([address, i, 0]);
        expect(await client.getAllBalances(address)).toEqual(SIMD.accounts[i]!.coins);
      }
      client.disconnect();
    },
    SLOW,
  );

  test(
    "mines, keeps a snapshot, and goes back to it; a snapshot that is damaged leaves the ledger as it is",
    async () => {
      const wallet = await DirectSecp256k1HdWallet.fromMnemonic(SIMD.accounts[1]!.mnemonic, {
        prefix: "cosmos",
      });
      const [alice, other] = [line.accounts[1]!.address, line.accounts[2]!.address];
      const send = async (amount: number): Promise<string> => {
        const client = await SigningStargateClient.connectWithSigner(line.rpc, wallet, {
          gasPrice: GasPrice.fromString("0.025ucosm"),
        });
        const sent = await client.sendTokens(alice, other, coins(amount, "ustake"), "auto");
        client.disconnect();
        expect(sent.code).toBe(0);
        return sent.transactionHash;
      };
      const state = async (...hashes: readonly string[]) => {
        const client = await StargateClient.connect(line.rpc);
        const found = await Promise.all(hashes.map(async (hash) => (await client.getTx(hash)) !== null));
        const { amount } = await client.getBalance(other, "ustake");
        const height = await client.getHeight();
        client.disconnect();
        return { found, amount, height };
      };

      const before = (await state()).height;
      const mined = (await askDevnet(devnet.home, "mine", 30)) as { height: number };
      expect(mined.height).toBeGreaterThanOrEqual(before + 30);
      for (const wrong of [0, -1, 1.5, 2_000_000, "5", null, { blocks: 5 }]) {
        await expect(askDevnet(devnet.home, "mine", wrong)).rejects.toThrow("how many blocks?");
      }

      const first = await send(1);
      const taken = (await askDevnet(devnet.home, "snapshot", null)) as { id: number; height: number };
      expect(taken.id).toBe(1);
      expect(taken.height).toBeGreaterThanOrEqual(mined.height);
      const second = await send(10);
      expect(await state(first, second)).toMatchObject({ found: [true, true], amount: "1000000011" });

      expect(await askDevnet(devnet.home, "revert", 1)).toMatchObject({ id: 1, height: taken.height });
      const back = await state(first, second);
      expect(back).toMatchObject({ found: [true, false], amount: "1000000001" });
      expect(back.height).toBeGreaterThanOrEqual(taken.height);

      const third = await send(100);
      const damaged = join(devnet.home, "snapshots", "1", "data", "state");
      for (const name of readdirSync(damaged)) writeFileSync(join(damaged, name), "no longer what it was");
      await expect(askDevnet(devnet.home, "revert", 1)).rejects.toThrow(
        /snapshot 1 could not be put back: node/,
      );
      expect(await state(first, third)).toMatchObject({ found: [true, true], amount: "1000000101" });
      await expect(askDevnet(devnet.home, "revert", 9)).rejects.toThrow("there is no snapshot 9");
    },
    2 * SLOW,
  );

  test(
    "is alone on its home and its ports, and says who has them",
    async () => {
      const again = await devnet.start(...flags);
      expect(await again.ended).toBe(1);
      expect(again.stderr).toContain(`a devnet runs on ${devnet.home} already, as pid ${running.pid}`);
      const elsewhere = new DevnetFolder();
      const other = await elsewhere.start("--port-offset", String(offset));
      expect(await other.ended).toBe(1);
      expect(other.stderr).toMatch(/port \d+ is in use( by pid \d+)?; try --port-offset \d+/);
      expect(existsSync(elsewhere.home)).toBe(false);
      expect(again.stdout + other.stdout).toBe("");
      await elsewhere.close();
    },
    SLOW,
  );

  test(
    "ends with 0 on a signal, frees its ports, and goes on at another offset from the same height",
    async () => {
      const client = await StargateClient.connect(line.rpc);
      const height = await client.getHeight();
      client.disconnect();
      expect(await running.kill("SIGTERM")).toBe(0);
      expect(existsSync(join(devnet.home, "control.json"))).toBe(false);
      const { rpc, web, grpc, metrics, content, faucet } = portsAt(offset);
      for (const port of [rpc, web, grpc, metrics, content, faucet]) {
        const server = createServer();
        await new Promise<void>((resolve, reject) => {
          server.once("error", reject);
          server.listen({ host: "127.0.0.1", port }, resolve);
        });
        await new Promise((resolve) => server.close(resolve));
      }
      // Without the config: the home knows what it is.
      const next = await freeOffset();
      running = await devnet.start("--port-offset", String(next));
      line = await running.line();
      const after = await StargateClient.connect(line.rpc);
      expect(await after.getChainId()).toBe("simd-testing");
      expect(await after.getHeight()).toBeGreaterThanOrEqual(height);
      after.disconnect();
      expect(readFileSync(join(devnet.home, "config.toml"), "utf8")).toContain(String(26657 + next));
    },
    SLOW,
  );

  test(
    "tells which child died, how, and what it said, and ends with 1",
    async () => {
      const children = readFileSync(`/proc/${running.pid}/task/${running.pid}/children`, "utf8")
        .trim()
        .split(" ");
      const content = children.find((pid) =>
        readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("content\0"),
      )!;
      process.kill(Number(content), "SIGKILL");
      expect(await running.ended).toBe(1);
      expect(running.stderr).toContain(`content (pid ${content}) ended with signal SIGKILL`);
      expect(running.stderr).toContain(join(devnet.home, "logs", "content.log"));
      for (const pid of children) expect(existsSync(`/proc/${pid}`)).toBe(false);
    },
    SLOW,
  );

  test(
    "says the real error of a genesis document that is damaged",
    async () => {
      writeFileSync(join(devnet.home, "genesis.json"), '{"genesis_time": ');
      const broken = await devnet.start("--port-offset", String(await freeOffset()));
      expect(await broken.ended).toBe(1);
      expect(broken.stdout).toBe("");
      const { error } = JSON.parse(broken.stderr) as { error: { message: string; fix: string } };
      expect(error.message).toMatch(
        /^node \(pid \d+\) ended with code 1\nError: genesis document: not a JSON object/,
      );
      expect(error.fix).toContain("--fresh");
    },
    SLOW,
  );
});
