import { createHash } from "node:crypto";
import { CheckTxType, ResponseCheckTx } from "@assay/proto/gen/tendermint/abci/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Application } from "../abci/application.ts";
import { MempoolError } from "../abci/ledger.ts";
import { txSize } from "../abci/tx-size.ts";
import { FifoMempool, type MempoolLimits } from "./mempool.ts";

const tx = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

interface Pending {
  readonly tx: string;
  readonly recheck: boolean;
  readonly answer: () => void;
}

/** An application that answers checks when told to, or at once. */
class SlowApp {
  readonly pending: Pending[] = [];
  readonly seen: string[] = [];
  /** Transactions that it refuses from now on. */
  readonly refused = new Set<string>();
  atOnce: boolean;

  constructor(atOnce: boolean) {
    this.atOnce = atOnce;
  }

  checkTx({ tx: bytes, type }: { tx: Uint8Array; type: number }): Promise<ResponseCheckTx> {
    const name = text(bytes);
    const recheck = type === CheckTxType.CHECK_TX_TYPE_RECHECK;
    this.seen.push(recheck ? `again ${name}` : name);
    const gas = /gas(\d+)/.exec(name);
    return new Promise((resolve, reject) => {
      const answer = (): void => {
        if (name.startsWith("throw")) reject(new Error("broken"));
        const code = this.refused.has(name) ? 5 : 0;
        resolve({ ...ResponseCheckTx.create(), code, gasWanted: BigInt(gas?.[1] ?? 1) });
      };
      if (this.atOnce || recheck) answer();
      else this.pending.push({ tx: name, recheck, answer });
    });
  }

  async answer(count = this.pending.length): Promise<void> {
    for (const { answer } of this.pending.splice(0, count)) answer();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function setUp(limits: Partial<MempoolLimits> = {}, atOnce = true) {
  const app = new SlowApp(atOnce);
  const mempool = new FifoMempool(app as unknown as Application, limits);
  const commit = (included: readonly (readonly [string, number])[], run = async () => {}) =>
    mempool.committing(
      run,
      included.map(([name, code]) => ({ hash: createHash("sha256").update(name).digest(), code })),
    );
  const list = () => mempool.list(Number.MAX_SAFE_INTEGER).map(text);
  return { app, mempool, commit, list };
}

describe("admission", () => {
  test("keeps the order of arrival, however many are in flight", async () => {
    const { app, mempool, list } = setUp({}, false);
    const names = Array.from({ length: 100 }, (_, i) => `tx${i}`);
    const added = Promise.all(names.map((name) => mempool.add(tx(name))));
    expect(app.seen).toEqual(names);
    expect(mempool.size()).toBe(0);
    await app.answer(40);
    expect(list()).toEqual(names.slice(0, 40));
    expect(mempool.reap(1e9, -1n).map(text)).toEqual(names.slice(0, 40));
    await app.answer();
    expect((await added).every(({ code }) => code === 0)).toBe(true);
    expect(list()).toEqual(names);
    expect(mempool.totalBytes()).toBe(names.join("").length);
    expect(mempool.list(3).map(text)).toEqual(names.slice(0, 3));
  });

  test("a transaction behind one that is still being checked is not reaped", async () => {
    const { app, mempool } = setUp({}, false);
    const all = [mempool.add(tx("a")), mempool.add(tx("b"))];
    // An application that answered out of order would not break the order of arrival.
    app.pending.reverse();
    await app.answer(1);
    expect(mempool.reap(1e9, -1n)).toEqual([]);
    await app.answer();
    await Promise.all(all);
    expect(mempool.reap(1e9, -1n).map(text)).toEqual(["a", "b"]);
  });

  test("what the application refuses is answered with its code and may be sent again", async () => {
    const { app, mempool, list } = setUp();
    app.refused.add("a");
    expect((await mempool.add(tx("a"))).code).toBe(5);
    expect((await mempool.add(tx("a"))).code).toBe(5);
    app.refused.clear();
    expect((await mempool.add(tx("a"))).code).toBe(0);
    expect(list()).toEqual(["a"]);
  });

  test("an application that fails leaves no trace", async () => {
    const { mempool, list } = setUp({ maxTxs: 1 });
    await expect(mempool.add(tx("throw"))).rejects.toThrow("broken");
    await expect(mempool.add(tx("throw"))).rejects.toThrow("broken");
    await mempool.add(tx("a"));
    expect(list()).toEqual(["a"]);
  });

  test("is refused in CometBFT's words", async () => {
    const { app, mempool } = setUp({ maxTxs: 2, maxTotalBytes: 20, maxTxBytes: 10 }, false);
    const refusal = async (name: string): Promise<[string, string]> => {
      const error = await mempool.add(tx(name)).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(MempoolError);
      const { code, message } = error as MempoolError;
      return [code, message];
    };
    expect(await refusal("x".repeat(11))).toEqual(["too_large", "Tx too large. Max size is 10, but got 11"]);
    const first = mempool.add(tx("0123456789"));
    expect(await refusal("0123456789")).toEqual(["in_cache", "tx already exists in cache"]);
    expect(await refusal("01234567890")).toEqual([
      "full",
      "mempool is full: number of txs 1 (max: 2), total txs bytes 10 (max: 20)",
    ]);
    const second = mempool.add(tx("a"));
    // Those in flight count: the limits hold whatever the application answers.
    expect(await refusal("b")).toEqual([
      "full",
      "mempool is full: number of txs 2 (max: 2), total txs bytes 11 (max: 20)",
    ]);
    await app.answer();
    await Promise.all([first, second]);
    mempool.setBlockLimits({ maxDataBytes: 5, maxGas: 7n });
    expect(await refusal("0123456789")).toEqual([
      "full",
      "mempool is full: number of txs 2 (max: 2), total txs bytes 11 (max: 20)",
    ]);
  });

  test("what no block can hold is refused", async () => {
    const { mempool, list } = setUp();
    mempool.setBlockLimits({ maxDataBytes: 10, maxGas: 7n });
    await expect(mempool.add(tx("123456789"))).rejects.toThrow(
      "tx pre check: tx size is too big: 11, max: 10",
    );
    await expect(mempool.add(tx("gas8"))).rejects.toThrow("gas wanted 8 is greater than max gas 7");
    await mempool.add(tx("gas7"));
    mempool.setBlockLimits({ maxDataBytes: 10, maxGas: 8n });
    await mempool.add(tx("gas8"));
    expect(list()).toEqual(["gas7", "gas8"]);
  });

  test("keeps a copy, not the request that the transaction came in", async () => {
    const { mempool, list } = setUp();
    const request = tx("....abc....");
    await mempool.add(request.subarray(4, 7));
    request.fill(0);
    expect(list()).toEqual(["abc"]);
    expect(mempool.list(1)[0]!.buffer).not.toBe(request.buffer);
  });

  test("old hashes are forgotten, but not those of what waits", async () => {
    const { mempool, commit } = setUp({ cacheSize: 3 });
    for (const name of ["a", "b", "c"]) await mempool.add(tx(name));
    await commit([
      ["a", 0],
      ["b", 0],
      ["c", 0],
    ]);
    await expect(mempool.add(tx("a"))).rejects.toThrow("cache");
    await mempool.add(tx("d"));
    await mempool.add(tx("a"));
    await expect(mempool.add(tx("c"))).rejects.toThrow("cache");
    for (const name of ["e", "f", "g", "h"]) await mempool.add(tx(name));
    await expect(mempool.add(tx("d"))).rejects.toThrow("cache");
  });
});

describe("reaping", () => {
  test("stops at the first that does not fit, by bytes or by gas", async () => {
    const { mempool } = setUp();
    const names = ["gas3", "gas4", "gas5-long", "gas1"];
    for (const name of names) await mempool.add(tx(name));
    const reap = (bytes: number, gas: bigint) => mempool.reap(bytes, gas).map(text);
    expect(reap(6, -1n)).toEqual(["gas3"]);
    expect(reap(5, -1n)).toEqual([]);
    expect(reap(12 + 11, -1n)).toEqual(["gas3", "gas4", "gas5-long"]);
    expect(reap(12 + 10, -1n)).toEqual(["gas3", "gas4"]);
    expect(reap(1e9, 7n)).toEqual(["gas3", "gas4"]);
    expect(reap(1e9, 0n)).toEqual([]);
    expect(reap(1e9, 13n)).toEqual(names);
    expect(mempool.size()).toBe(4);
  });

  test("counts tags and lengths", () => {
    for (const length of [0, 1, 127, 128, 16_383, 16_384, 2_097_152]) {
      const digits = length < 128 ? 1 : length < 16_384 ? 2 : length < 2_097_152 ? 3 : 4;
      expect(txSize(new Uint8Array(length))).toBe(1 + digits + length);
    }
  });
});

describe("a commit", () => {
  test("takes out what the block holds and checks the rest again, in order", async () => {
    const { app, mempool, commit, list } = setUp();
    for (const name of ["a", "b", "c", "d", "e"]) await mempool.add(tx(name));
    app.refused.add("d");
    app.seen.length = 0;
    await commit([
      ["a", 0],
      ["b", 9],
      ["unknown", 0],
    ]);
    expect(app.seen).toEqual(["again c", "again d", "again e"]);
    expect(list()).toEqual(["c", "e"]);
    expect([mempool.size(), mempool.totalBytes()]).toEqual([2, 2]);
    // What worked is known for good; what failed, and what the application dropped, may come back.
    await expect(mempool.add(tx("a"))).rejects.toThrow("cache");
    await expect(mempool.add(tx("unknown"))).rejects.toThrow("cache");
    await mempool.add(tx("b"));
    app.refused.clear();
    await mempool.add(tx("d"));
    expect(list()).toEqual(["c", "e", "b", "d"]);
  });

  test("waits for checks in flight and holds back new ones", async () => {
    const { app, mempool, commit, list } = setUp({}, false);
    const events: string[] = [];
    const early = mempool.add(tx("early")).then(() => events.push("early"));
    const committed = commit([], async () => {
      events.push("commit");
      expect(app.pending).toEqual([]);
    }).then(() => events.push("committed"));
    const late = mempool.add(tx("late")).then(() => events.push("late"));
    const later = mempool.add(tx("later")).then(() => events.push("later"));
    expect(app.seen).toEqual(["early"]);
    await app.answer();
    await committed;
    await app.answer();
    await Promise.all([early, late, later]);
    expect(events).toEqual(["early", "commit", "committed", "late", "later"]);
    expect(app.seen).toEqual(["early", "again early", "late", "later"]);
    expect(list()).toEqual(["early", "late", "later"]);
  });

  test("that fails lets new transactions in all the same", async () => {
    const { mempool, commit, list } = setUp();
    await mempool.add(tx("a"));
    await expect(commit([["a", 0]], () => Promise.reject(new Error("disk gone")))).rejects.toThrow(
      "disk gone",
    );
    await mempool.add(tx("b"));
    expect(list()).toEqual(["a", "b"]);
  });

  test("with a transaction that waits to be checked leaves it where it belongs", async () => {
    const { mempool, commit, list } = setUp();
    let added: Promise<unknown> = Promise.resolve();
    await commit([["a", 0]], async () => {
      added = mempool.add(tx("a"));
      await Promise.resolve();
    });
    await added;
    expect(list()).toEqual([]);
    expect([mempool.size(), mempool.totalBytes()]).toEqual([0, 0]);
  });
});

test("an arrival wakes those who wait, and so does giving up", async () => {
  const { mempool } = setUp();
  const stop = new AbortController();
  let woken = 0;
  const wait = async (): Promise<void> => {
    await mempool.arrival(stop.signal);
    woken++;
  };
  const first = [wait(), wait()];
  await new Promise((resolve) => setImmediate(resolve));
  expect(woken).toBe(0);
  await mempool.add(tx("a"));
  await Promise.all(first);
  expect([woken, mempool.arrivals()]).toEqual([2, 1]);
  const second = wait();
  stop.abort();
  await second;
  await wait();
  expect(woken).toBe(4);
});

type Step =
  | { readonly add: number }
  | { readonly answer: number }
  | { readonly commit: number; readonly failed: number; readonly refuse: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ add: fc.nat(15) }) },
  { weight: 3, arbitrary: fc.record({ answer: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({ commit: fc.nat(6), failed: fc.nat(63), refuse: fc.nat(0xffff) }),
  },
);

test("whatever comes: no transaction twice, order kept, caps respected, and only what failed comes back", async () => {
  const limits = { maxTxs: 6, maxTotalBytes: 60, maxTxBytes: 14, cacheSize: 100 };
  const nameOf = (n: number): string => `tx${n}${"x".repeat(n)}`;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { app, mempool, commit, list } = setUp(limits, false);
      const arrived: string[] = [];
      const done = new Set<string>();
      const open = new Set<Promise<unknown>>();
      let inFlight: string[] = [];
      const check = (): void => {
        const names = list();
        expect(new Set(names).size).toBe(names.length);
        expect([...names].sort((a, b) => arrived.lastIndexOf(a) - arrived.lastIndexOf(b))).toEqual(names);
        const all = [...names, ...inFlight];
        expect(all.length).toBeLessThanOrEqual(limits.maxTxs);
        expect(all.join("").length).toBeLessThanOrEqual(limits.maxTotalBytes);
        expect([mempool.size(), mempool.totalBytes()]).toEqual([names.length, names.join("").length]);
        for (const name of names) expect(done.has(name)).toBe(false);
      };
      for (const now of steps) {
        if ("add" in now) {
          const name = nameOf(now.add);
          const known = list().includes(name) || inFlight.includes(name) || done.has(name);
          const before = app.seen.length;
          const added = mempool.add(tx(name)).catch((error: unknown) => error as MempoolError);
          if (app.seen.length > before) {
            expect(known).toBe(false);
            inFlight.push(name);
            arrived.push(name);
            open.add(added);
          } else {
            const error = await added;
            expect(error).toBeInstanceOf(MempoolError);
            const { code } = error as MempoolError;
            if (code === "in_cache") expect(known).toBe(true);
            else if (code === "too_large") expect(name.length).toBeGreaterThan(limits.maxTxBytes);
            else {
              const all = [...list(), ...inFlight];
              const bytes = all.join("").length + name.length;
              expect(all.length >= limits.maxTxs || bytes > limits.maxTotalBytes).toBe(true);
            }
          }
        } else if ("answer" in now) {
          inFlight = inFlight.slice(now.answer);
          await app.answer(now.answer);
        } else {
          inFlight = [];
          const answered = app.answer();
          const reaped = mempool.reap(1e9, -1n).slice(0, now.commit).map(text);
          const block = reaped.map((name, i) => [name, (now.failed >> i) & 1] as const);
          app.refused.clear();
          for (let n = 0; n < 16; n++) if (((now.refuse >> n) & 5) === 5) app.refused.add(nameOf(n));
          await commit(block);
          await answered;
          for (const [name, code] of block) if (code === 0) done.add(name);
          for (const name of list()) expect(app.refused.has(name)).toBe(false);
        }
        check();
      }
      await app.answer();
      await Promise.all(open);
    }),
    { numRuns: 300 },
  );
});
