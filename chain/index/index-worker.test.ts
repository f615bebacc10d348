import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeEvent } from "@assay/kernel/event";
import { ExecTxResult, TxResult } from "@assay/proto/gen/tendermint/abci/types";
import { afterEach, describe, expect, it } from "vitest";
import { MemoryLedger, sha256 } from "../../test/ledger/memory-ledger.ts";
import { encodeTxOutcome } from "../abci/outcome.ts";
import { eachEvent } from "./event-parts.ts";
import { Marker, markOf } from "./marks.ts";
import { packBlock, unpackBlock } from "./packed-block.ts";
import { parseQuery } from "./query.ts";
import { openTxIndex, type TxIndex } from "./tx-index.ts";
import { indexWorkerScript } from "./worker-script.ts";

const PAGE = { page: 1, perPage: 100, descending: false };
const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "assay-index-"));
  folders.push(made);
  return join(made, "index");
}

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

const keys = async (index: TxIndex, query: string): Promise<string[]> =>
  (await index.search(parseQuery(query), PAGE)).items.map(({ tx }) => Buffer.from(tx).toString());

it("a block says the same after it was packed", () => {
  const ledger = new MemoryLedger();
  for (const txs of [[], ["a=1", "b=fail", "c=ü"]]) {
    const block = ledger.commitBlock(txs);
    const unpacked = unpackBlock(packBlock(block));
    expect(unpacked.height).toBe(block.height);
    expect([...unpacked.blockHash]).toEqual([...block.blockId.hash]);
    expect(ExecTxResult.fromBytes(unpacked.eventsRecord).events).toHaveLength(block.outcome.events.length);
    expect(unpacked.txs.length).toBe(txs.length);
    for (const [index, { hash, succeeded, record, result }] of unpacked.txs.entries()) {
      const outcome = block.outcome.txResults[index]!;
      expect([...hash]).toEqual([...block.txHashes[index]!]);
      expect(succeeded).toBe(outcome.code === 0);
      expect([...result]).toEqual([...encodeTxOutcome(outcome)]);
      const tx = block.txs[index]!;
      const expected = { height: BigInt(block.height), index, tx, result: ExecTxResult.fromBytes(result) };
      expect([...record]).toEqual([...TxResult.toBytes(expected)]);
    }
  }
});

it("marks of an event's bytes are those of its texts", () => {
  const marker = new Marker(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  const event = encodeEvent("größe", [
    { key: "k", value: "" },
    { key: "", value: "of no key" },
    { key: "schlüssel", value: "🔑 v" },
  ]);
  const result = encodeTxOutcome({
    ...{
      code: 3,
      data: Uint8Array.of(9, 9),
      log: "no",
      info: "",
      gasWanted: 300n,
      gasUsed: 1n,
      codespace: "x",
    },
    events: [encodeEvent("", [{ key: "a", value: "b" }]), event],
  });
  const found: unknown[] = [];
  eachEvent(result, (sequence, part, from, to) => {
    marker[part](result, from, to);
    found.push([sequence, markOf(marker.high, marker.low)]);
  });
  const expected = [
    ["größe"],
    ["größe.k"],
    ["größe.k", ""],
    ["größe.schlüssel"],
    ["größe.schlüssel", "🔑 v"],
  ];
  expect(found).toEqual(expected.map(([tag, value]) => [1, marker.of(tag!, value)]));
  expect(() => eachEvent(result.subarray(0, result.length - 12), () => {})).toThrow(/cut off/);
});

const script = indexWorkerScript();
const places: readonly (readonly [string, string | undefined])[] = [
  ["on this thread", undefined],
  ...(script === undefined ? [] : [["in a thread of its own", script] as const]),
];

describe.each(places)("on disk, %s", (_name, worker) => {
  it("is there again after it was closed, and catches up", async () => {
    const at = { folder: folder() };
    const ledger = new MemoryLedger();
    const first = await openTxIndex({ at, worker, blocks: ledger });
    await first.catchUp(ledger);
    ledger.commitBlock(["a=1", "b=fail"]);
    expect(await keys(first, "store.set.key='a'")).toEqual(["a=1"]);
    expect((await first.txByHash(sha256(Buffer.from("b=fail"))))?.result?.code).toBe(5);
    await first.close();
    await first.close();
    ledger.commitBlock(["c=3"]);
    const second = await openTxIndex({ at, worker, blocks: ledger });
    expect(second.lastHeight()).toBe(1);
    await second.catchUp(ledger);
    expect(second.lastHeight()).toBe(2);
    expect(await keys(second, "tx.height>0")).toEqual(["a=1", "b=fail", "c=3"]);
    expect((await second.searchBlocks(parseQuery("clock.ticked.parity='even'"), PAGE)).items).toEqual([2]);
    await expect(second.search(parseQuery("tx.height>0"), { ...PAGE, page: 2 })).rejects.toThrow(/given 2/);
    await expect(second.search(parseQuery("tx.hash>1"), PAGE)).rejects.toMatchObject({ name: "QueryError" });
    await second.close();
  });

  it("is built anew where it is damaged", async () => {
    const at = { folder: folder() };
    const ledger = new MemoryLedger();
    for (let i = 0; i < 3; i++) ledger.commitBlock([`k=${i}`]);
    const first = await openTxIndex({ at, worker, blocks: ledger });
    await first.catchUp();
    await first.close();
    for (const name of readdirSync(at.folder)) {
      if (/^(CURRENT|MANIFEST)/.test(name)) writeFileSync(join(at.folder, name), "damaged");
    }
    const second = await openTxIndex({ at, worker, blocks: ledger });
    expect(second.lastHeight()).toBe(0);
    await second.catchUp();
    expect(await keys(second, "store.set.key='k'")).toEqual(["k=0", "k=1", "k=2"]);
    await second.close();
  });

  it("is refused to a second one", async () => {
    const at = { folder: folder() };
    const ledger = new MemoryLedger();
    const first = await openTxIndex({ at, worker, blocks: ledger });
    await expect(openTxIndex({ at, blocks: ledger })).rejects.toThrow(/in use|locked|another/i);
    await first.close();
  });

  it("answers while it is being filled", async () => {
    const ledger = new MemoryLedger();
    const index = await openTxIndex({ at: { folder: folder() }, worker, blocks: ledger });
    await index.catchUp(ledger);
    for (let i = 0; i < 40; i++) ledger.commitBlock(Array.from({ length: 50 }, (_, j) => `k${i}-${j}=${i}`));
    const [found, all] = await Promise.all([
      index.txByHash(sha256(Buffer.from("k39-49=39"))),
      index.search(parseQuery("message.module='store'"), { ...PAGE, descending: true }),
    ]);
    await index.settled();
    expect(index.lastHeight()).toBe(40);
    expect(found === undefined || found.height === 40n).toBe(true);
    expect(all.total).toBeGreaterThan(0);
    expect((await index.search(parseQuery("message.module='store'"), PAGE)).total).toBe(2000);
    await index.close();
  });
});
