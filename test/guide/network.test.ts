/** The commands of the guide to a real network run as a reader would paste them, on ports that are free. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../tools/bundle.mjs";
import { needs } from "../harness/binaries.ts";
import { bundles } from "../harness/bundles.ts";
import { freePorts } from "../harness/comet-network.ts";

const comet = needs("cometbft");
const SLOW = 90_000;

/** By heading: the commands of its shell blocks, a line each. */
function commands(page: string): Map<string, string[]> {
  const text = readFileSync(join(root, page), "utf8");
  const sections = text.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => [
      section.slice(0, section.indexOf("\n")),
      [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap((match) =>
        match[1]!.replaceAll("\\\n", " ").trim().split("\n"),
      ),
    ]),
  );
}

describe.skipIf(comet.missing)(`the guide to a real network${comet.howToGetIt}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-guide-"));
  const sections = commands("docs/guide/network.md");
  const running: ChildProcess[] = [];
  let environment: NodeJS.ProcessEnv;
  let rpc: number;

  beforeAll(async () => {
    const [first, web, metrics, grpc, p2p] = (await freePorts(5)) as [number, number, number, number, number];
    rpc = first;
    const folderOfBundles = await bundles();
    writeFileSync(
      join(folder, "assay"),
      `#!/bin/sh\nexec "${process.execPath}" "${join(folderOfBundles, "assay.mjs")}" "$@"\n`,
      { mode: 0o755 },
    );
    environment = {
      ...process.env,
      PATH: [folder, dirname(comet.path), process.env.PATH].join(delimiter),
      ASSAY_BUNDLES: folderOfBundles,
      ASSAY_COMETBFT: comet.path,
      ASSAY_RPC_PORT: String(rpc),
      ASSAY_WEB_PORT: String(web),
      ASSAY_METRICS_PORT: String(metrics),
      ASSAY_GRPC_PORT: String(grpc),
      ASSAY_P2P_PORT: String(p2p),
      ASSAY_BLOCK_TIME_MS: "200",
    };
  });
  afterAll(async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  }, SLOW);

  async function end(): Promise<void> {
    const ended = running
      .splice(0)
      .map(
        (child) =>
          new Promise((resolve) => (child.exitCode === null ? child.once("exit", resolve) : resolve(0))),
      );
    for (const stop of stops.splice(0).reverse()) stop();
    await Promise.all(ended);
  }
  const stops: (() => void)[] = [];

  async function isMakingBlocks(): Promise<void> {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${rpc}/status`).catch(() => undefined);
      const status = (await answer?.json()) as { result?: { sync_info: { latest_block_height: string } } };
      if (Number(status?.result?.sync_info.latest_block_height ?? 0) >= 2) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Runs a section's commands; what runs until it is stopped does so until the end of the section. */
  async function follow(heading: string, more: NodeJS.ProcessEnv = {}): Promise<string> {
    const lines = sections.get(heading)!;
    expect(lines.length, heading).toBeGreaterThan(0);
    const env = { ...environment, ...more };
    let said = "";
    for (const line of lines.map((one) => one.replace(":26657", `:${rpc}`))) {
      if (/^(assay|cometbft) start /.test(line)) {
        const child = spawn("sh", ["-c", `exec ${line}`], { cwd: folder, env, stdio: "ignore" });
        running.push(child);
        stops.push(() => child.kill("SIGTERM"));
        continue;
      }
      if (running.length > 0) await isMakingBlocks();
      // Encrypting a key takes seconds.
      const run = spawnSync("sh", ["-c", line], { cwd: folder, env, encoding: "utf8", timeout: 60_000 });
      expect(run.status, `${line}\n${run.stdout}${run.stderr}`).toBe(0);
      said += run.stdout;
    }
    await end();
    return said;
  }

  test(
    "one validator",
    async () => {
      const said = await follow("One validator");
      expect(said).toContain("my-ledger-1");
      expect(existsSync(join(folder, "ledger", "cometbft", "config", "priv_validator_key.json"))).toBe(true);
    },
    SLOW,
  );

  test(
    "each process by hand, on the same ledger",
    async () => {
      const said = await follow("Each process by hand", {
        CMT_RPC_LADDR: `tcp://127.0.0.1:${rpc}`,
        CMT_P2P_LADDR: `tcp://127.0.0.1:${environment.ASSAY_P2P_PORT}`,
        CMT_CONSENSUS_TIMEOUT_COMMIT: "200ms",
      });
      expect(said).toContain("my-ledger-1");
    },
    SLOW,
  );

  test(
    "several validators",
    async () => {
      await follow("Several validators");
      const homes = readdirSync(join(folder, "network")).sort();
      expect(homes).toEqual(["node-1", "node-2", "node-3", "node-4"]);
      const read = (home: string, path: string): string =>
        readFileSync(join(folder, "network", home, path), "utf8");
      const genesis = new Set(homes.map((home) => read(home, "cometbft/config/genesis.json")));
      expect(genesis.size).toBe(1);
      const { validators } = JSON.parse([...genesis][0]!) as { validators: { address: string }[] };
      for (const [i, home] of homes.entries()) {
        const key = JSON.parse(read(home, "cometbft/config/priv_validator_key.json")) as { address: string };
        expect(key.address).toBe(validators[i]!.address);
        expect(read(home, "config.toml")).toContain('p2p_host = "0.0.0.0"');
        const peers = /^persistent_peers = "(.*)"$/m
          .exec(read(home, "cometbft/config/config.toml"))![1]!
          .split(",");
        const others = [1, 2, 3, 4].filter((n) => n !== i + 1).map((n) => `@10.0.0.${n}:26656`);
        expect(peers.map((peer) => peer.slice(40))).toEqual(others);
      }
    },
    SLOW,
  );
});
