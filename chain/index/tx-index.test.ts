import { TxResult } from "@assay/proto/gen/tendermint/abci/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemoryLedger, plainEvents, sha256 } from "../../test/ledger/memory-ledger.ts";
import { MemoryBackend } from "../store/backend-memory.ts";
import type { Page } from "./index-core.ts";
import { matchesEvents, parseQuery, valueMatches } from "./query.ts";
import { openTxIndex, type TxIndex } from "./tx-index.ts";

const ASC: Page = { page: 1, perPage: 100, descending: false };
const DESC: Page = { ...ASC, descending: true };

async function indexOf(ledger: MemoryLedger, backend = new MemoryBackend()): Promise<TxIndex> {
  const index = await openTxIndex({ at: { backend }, blocks: ledger });
  await index.catchUp(ledger);
  return index;
}

const placed = ({ items }: { items: readonly TxResult[] }): string[] =>
  items.map(({ height, index }) => `${height}/${index}`);

describe("transactions by hash", () => {
  it("are found after their commit, as they were", async () => {
    const ledger = new MemoryLedger();
    const index = await indexOf(ledger);
    const block = ledger.commitBlock(["a=1", "b=2"]);
    const found = await index.txByHash(sha256(Buffer.from("b=2")));
    expect(found).toMatchObject({ height: 1n, index: 1, tx: Buffer.from("b=2") });
    expect(found?.result?.events).toEqual(plainEvents(block.outcome.txResults[1]!));
    expect(TxResult.toBytes(found!)).toEqual(
      TxResult.toBytes(TxResult.fromBytesStrict(TxResult.toBytes(found!))),
    );
    expect(await index.txByHash(sha256(Buffer.from("c=3")))).toBeUndefined();
  });

  it("are the first success, else the latest failure", async () => {
    const ledger = new MemoryLedger();
    const index = await indexOf(ledger);
    ledger.commitBlock(["a=1", "a=1"]);
    ledger.commitBlock(["a=1", "b=fail"]);
    ledger.commitBlock(["b=fail"]);
    expect(await index.txByHash(sha256(Buffer.from("a=1")))).toMatchObject({ height: 1n, index: 0 });
    expect(await index.txByHash(sha256(Buffer.from("b=fail")))).toMatchObject({ height: 3n, index: 0 });
  });
});

describe("searches", () => {
  it("order by height and index, both ways, page by page", async () => {
    const ledger = new MemoryLedger();
    const index = await indexOf(ledger);
    for (let i = 0; i < 5; i++) ledger.commitBlock([`k=${i}`, `l=${i}`, `m=${i}`]);
    for (const text of ["message.module='store'", "tx.height>0", "store.set.key EXISTS"]) {
      const query = parseQuery(text);
      const all = placed(await index.search(query, ASC));
      expect(all).toHaveLength(15);
      expect(all.slice(0, 4)).toEqual(["1/0", "1/1", "1/2", "2/0"]);
      expect(placed(await index.search(query, DESC))).toEqual([...all].reverse());
      for (const descending of [false, true]) {
        const wanted = descending ? [...all].reverse() : all;
        for (let page = 1; page <= 4; page++) {
          const found = await index.search(query, { page, perPage: 4, descending });
          expect(found.total).toBe(15);
          expect(placed(found)).toEqual(wanted.slice((page - 1) * 4, page * 4));
        }
      }
      await expect(index.search(query, { ...ASC, page: 2 })).rejects.toThrow(
        "page should be within [1, 1] range, given 2",
      );
      await expect(index.search(query, { ...ASC, page: 0 })).rejects.toThrow(/given 0/);
    }
  });

  it("match conditions on one type within one event", async () => {
    const ledger = new MemoryLedger();
    const index = await indexOf(ledger);
    ledger.commitBlock(["a=1"]);
    const search = async (text: string): Promise<number> => (await index.search(parseQuery(text), ASC)).total;
    expect(await search("message.action='set' AND message.sender='alice1'")).toBe(1);
    // The module is in the second message event, the sender in the first.
    expect(await search("message.module='store' AND message.sender='alice1'")).toBe(0);
    expect(await search("store.set.key='a' AND message.module='store'")).toBe(1);
  });

  it.each([
    ["store.set.value>=10", ["2/0", "2/1"]],
    ["store.set.value<10", ["1/0", "1/1"]],
    ["store.set.key CONTAINS 'q'", ["2/1"]],
    ["store.set.value=10", ["2/0"]],
    ["store.set EXISTS AND tx.height=1", ["1/0", "1/1"]],
    ["message EXISTS AND store.set.value='11'", ["2/1"]],
    ["tx.height>1", ["2/0", "2/1"]],
    ["tx.height<2", ["1/0", "1/1"]],
    ["tx.height>=1.5", ["2/0", "2/1"]],
    ["tx.height=1.5", []],
    ["tx.height>2", []],
    ["tx.height='2'", ["2/0", "2/1"]],
    ["tx.height>1 AND tx.height<2", []],
    ["tm.event='Tx' AND store.set.key='k'", ["1/0", "2/0"]],
    ["tm.event='NewBlock'", []],
    ["store.set.key='nobody'", []],
  ] as const)("%s", async (text, wanted) => {
    const ledger = new MemoryLedger();
    const index = await indexOf(ledger);
    ledger.commitBlock(["k=1", "l=2"]);
    ledger.commitBlock(["k=10", "qq=11"]);
    expect(placed(await index.search(parseQuery(text), ASC))).toEqual(wanted);
  });

  it("find a hash in either case, and only with what else is asked", async () => {
    const ledger = new MemoryLedger();
    const index = await indexOf(ledger);
    ledger.commitBlock(["a=1", "b=2"]);
    const hash = Buffer.from(sha256(Buffer.from("b=2"))).toString("hex");
    for (const written of [hash, hash.toUpperCase()]) {
      expect(placed(await index.search(parseQuery(`tx.hash='${written}'`), ASC))).toEqual(["1/1"]);
    }
    const total = async (text: string): Promise<number> => (await index.search(parseQuery(text), ASC)).total;
    expect(await total(`tx.hash='${hash}' AND store.set.key='b'`)).toBe(1);
    expect(await total(`tx.hash='${hash}' AND store.set.key='a'`)).toBe(0);
    expect(await total(`tx.hash='${hash}' AND tx.height>1`)).toBe(0);
    expect(await total("tx.hash='zz'")).toBe(0);
    await expect(index.search(parseQuery("tx.hash CONTAINS 'A'"), ASC)).rejects.toThrow(/tx.hash takes =/);
    await expect(index.search(parseQuery("tx.height CONTAINS '1'"), ASC)).rejects.toThrow(/takes a number/);
  });

  it("find blocks by their own events", async () => {
    const ledger = new MemoryLedger();
    const index = await indexOf(ledger);
    for (let i = 0; i < 5; i++) ledger.commitBlock();
    const heights = async (text: string, page = ASC): Promise<readonly number[]> =>
      (await index.searchBlocks(parseQuery(text), page)).items;
    expect(await heights("clock.ticked.parity='odd'")).toEqual([1, 3, 5]);
    expect(await heights("clock.ticked.parity='odd' AND block.height>1", DESC)).toEqual([5, 3]);
    expect(await heights("block.height>=2 AND block.height<4")).toEqual([2, 3]);
    expect(await heights("block.height>0", { page: 2, perPage: 2, descending: true })).toEqual([3, 2]);
  });

  it("say when they would read too much", async () => {
    const ledger = new MemoryLedger();
    const index = await openTxIndex({ at: { backend: new MemoryBackend() }, blocks: ledger, maxRecords: 10 });
    await index.catchUp(ledger);
    for (let i = 0; i < 12; i++) ledger.commitBlock([`k=${i}`]);
    for (const text of ["message.module='store'", "store.set.value EXISTS"]) {
      await expect(index.search(parseQuery(text), ASC)).rejects.toThrow(/narrow it/);
    }
    expect((await index.search(parseQuery("message.module='store' AND tx.height<5"), ASC)).total).toBe(4);
  });

  it("take turns, and only so many wait", async () => {
    const ledger = new MemoryLedger();
    const index = await indexOf(ledger);
    ledger.commitBlock(["a=1"]);
    const query = parseQuery("store.set.key='a'");
    const all = await Promise.allSettled(Array.from({ length: 300 }, () => index.search(query, ASC)));
    const done = all.filter(({ status }) => status === "fulfilled").length;
    expect(done).toBeGreaterThanOrEqual(204);
    expect(done).toBeLessThan(300);
    expect((await index.search(query, ASC)).total).toBe(1);
  });

  it("agree with reading every block", async () => {
    const tx = fc
      .tuple(fc.constantFrom("a", "b", "cc"), fc.constantFrom("1", "2", "30", "fail"))
      .map((kv) => kv.join("="));
    const condition = fc.constantFrom(
      "store.set.key='a'",
      "store.set.key='cc'",
      "store.set.value='2'",
      "store.set.value>1",
      "store.set.value EXISTS",
      "message.module='store'",
      "message.sender CONTAINS 'alice2'",
      "tx.height>2",
      "tx.height<=3",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(tx, { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(condition, { minLength: 1, maxLength: 3 }),
        async (blocks, conditions) => {
          const ledger = new MemoryLedger();
          const index = await indexOf(ledger);
          const query = parseQuery(conditions.join(" AND "));
          const wanted: string[] = [];
          for (const txs of blocks) {
            const { height, outcome } = ledger.commitBlock(txs);
            outcome.txResults.forEach(({ events }, i) => {
              const heightMeets = query.every(
                (one) => one.tag !== "tx.height" || valueMatches(one, String(height)),
              );
              const meets = ["store.set", "message"].every((type) => {
                const asked = query.filter((one) => one.tag.startsWith(`${type}.`));
                return (
                  asked.length === 0 ||
                  events.some(
                    (event) =>
                      event.type === type &&
                      matchesEvents(
                        asked,
                        new Map(event.attributes.map(({ key, value }) => [`${type}.${key}`, [value]])),
                      ),
                  )
                );
              });
              if (heightMeets && meets) wanted.push(`${height}/${i}`);
            });
          }
          expect(placed(await index.search(query, ASC))).toEqual(wanted);
          await index.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("catching up", () => {
  it("reads what it missed from the block store", async () => {
    const ledger = new MemoryLedger();
    const backend = new MemoryBackend();
    ledger.commitBlock(["a=1"]);
    const first = await openTxIndex({ at: { backend: shared(backend) }, blocks: ledger });
    await first.catchUp();
    expect(first.lastHeight()).toBe(1);
    await first.close();
    ledger.commitBlock(["b=2"]);
    ledger.commitBlock(["c=3"]);
    const second = await openTxIndex({ at: { backend: shared(backend) }, blocks: ledger });
    expect(second.lastHeight()).toBe(1);
    await second.catchUp(ledger);
    expect(second.lastHeight()).toBe(3);
    ledger.commitBlock(["d=4"]);
    await second.settled();
    expect(placed(await second.search(parseQuery("tx.height>0"), ASC))).toEqual(["1/0", "2/0", "3/0", "4/0"]);
  });

  it("begins where the blocks begin", async () => {
    const ledger = new MemoryLedger();
    for (let i = 0; i < 6; i++) ledger.commitBlock([`k=${i}`]);
    ledger.prune(4);
    const index = await indexOf(ledger);
    expect(placed(await index.search(parseQuery("tx.height>0"), ASC))).toEqual(["4/0", "5/0", "6/0"]);
    expect((await index.searchBlocks(parseQuery("block.height>0"), ASC)).items).toEqual([4, 5, 6]);
  });

  it("throws away the index of another chain", async () => {
    const backend = new MemoryBackend();
    const old = new MemoryLedger();
    for (let i = 0; i < 3; i++) old.commitBlock([`old=${i}`]);
    await (await indexOf(old, shared(backend))).close();
    const fresh = new MemoryLedger();
    fresh.commitBlock(["new=1"]);
    const index = await indexOf(fresh, shared(backend));
    expect(index.lastHeight()).toBe(1);
    expect((await index.search(parseQuery("store.set.key='old'"), ASC)).total).toBe(0);
    expect((await index.search(parseQuery("tx.height>0"), ASC)).total).toBe(1);
  });
});

/** The same entries for an index that is opened later. */
function shared(backend: MemoryBackend): MemoryBackend {
  const view = Object.create(backend) as MemoryBackend;
  for (const name of ["get", "getSync", "iterate", "batch"] as const) {
    Object.defineProperty(view, name, { value: backend[name].bind(backend) });
  }
  Object.defineProperty(view, "close", { value: async () => {} });
  return view;
}
