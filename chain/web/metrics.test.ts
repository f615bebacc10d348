import { afterEach, expect, it } from "vitest";
import { MemoryLedger } from "../../test/ledger/memory-ledger.ts";
import { type MetricsServer, startMetrics } from "./metrics.ts";
import { timedApplication } from "./timed-application.ts";

const open: MetricsServer[] = [];

afterEach(async () => {
  for (const metrics of open.splice(0)) await metrics.close();
});

async function start(ledger: MemoryLedger): Promise<MetricsServer> {
  const metrics = await startMetrics({
    host: "127.0.0.1",
    port: 0,
    chainId: ledger.chainId,
    blocks: ledger,
    mempool: ledger,
    feed: ledger,
    logger: { info: () => {}, error: () => {} },
  });
  open.push(metrics);
  return metrics;
}

async function scrape(metrics: MetricsServer): Promise<Map<string, number>> {
  const response = await fetch(`http://127.0.0.1:${metrics.port}/metrics`);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const values = new Map<string, number>();
  for (const line of (await response.text()).split("\n")) {
    const found = /^([a-z0-9_]+)(?:\{([^}]*)\})? ([-+.\dInfe]+)$/.exec(line);
    if (found !== null) {
      const labels = (found[2] ?? "").replace(/,?chain_id="memory-1",?/, "");
      values.set(labels === "" ? found[1]! : `${found[1]}{${labels}}`, Number(found[3]));
    }
  }
  return values;
}

it("tells what the chain did under CometBFT's names", async () => {
  const ledger = new MemoryLedger();
  const metrics = await start(ledger);
  const before = await scrape(metrics);
  expect(before.get("cometbft_consensus_height")).toBe(0);
  expect(before.get("cometbft_consensus_total_txs")).toBe(0);
  ledger.commitBlock(["a=1"]);
  ledger.commitBlock(["b=2", "c=3"]);
  ledger.commitBlock(["d=4", "e=5"]);
  await ledger.add(Buffer.from("f=6"));
  const after = await scrape(metrics);
  const shown = Object.fromEntries([...after].filter(([name]) => name.startsWith("cometbft_")));
  expect(shown).toMatchObject({
    cometbft_consensus_height: 3,
    cometbft_consensus_latest_block_height: 3,
    cometbft_consensus_validators: 3,
    cometbft_consensus_validators_power: 27,
    cometbft_consensus_missing_validators: 1,
    cometbft_consensus_missing_validators_power: 8,
    cometbft_consensus_byzantine_validators_power: 0,
    cometbft_consensus_num_txs: 2,
    cometbft_consensus_total_txs: 5,
    cometbft_consensus_block_size_bytes: (await ledger.block(3))!.size,
    cometbft_consensus_block_interval_seconds_count: 2,
    cometbft_mempool_size: 1,
    cometbft_mempool_size_bytes: 3,
    cometbft_mempool_failed_txs: 0,
    cometbft_state_validator_set_updates: 1,
    cometbft_p2p_peers: 0,
  });
  expect(after.get("cometbft_consensus_block_interval_seconds_sum")).toBeCloseTo(2.002);
  expect([...after.keys()].some((name) => name.startsWith("nodejs_eventloop_lag"))).toBe(true);
});

it("times each call of the application, and counts what CheckTx refused", async () => {
  const ledger = new MemoryLedger();
  const metrics = await start(ledger);
  const app = timedApplication(ledger.app, metrics.abci);
  app.info({ version: "", blockVersion: 11n, p2pVersion: 8n, abciVersion: "" });
  for (const text of ["a=1", "b=bad", "c=bad"]) await app.checkTx({ tx: Buffer.from(text), type: 0 });
  await app.checkTx({ tx: Buffer.from("a=1"), type: 1 });
  await expect(app.commit([])).rejects.toThrow();
  const values = await scrape(metrics);
  const calls = (method: string): number | undefined =>
    values.get(`cometbft_abci_connection_method_timing_seconds_count{method="${method}",type="sync"}`);
  expect([calls("info"), calls("check_tx"), calls("commit"), calls("query")]).toEqual([1, 4, 1, undefined]);
  expect(values.get("cometbft_mempool_failed_txs")).toBe(2);
  expect(values.get("cometbft_mempool_recheck_times")).toBe(1);
});

it("answers nothing else", async () => {
  const { port } = await start(new MemoryLedger());
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: "POST" })).status).toBe(405);
});
