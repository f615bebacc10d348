import { CommitmentProof } from "@assay/proto/gen/cosmos/ics23/v1/proofs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OracleState, oracleAppHash, sortedEntries } from "../../test/conformance/state-oracle.ts";
import { MemoryBackend } from "./backend-memory.ts";
import type { Overlay } from "./overlay.ts";
import { StateStore, type StateStoreOptions } from "./state-store.ts";

const MODULES = ["bank", "auth", "data"];
const LAYOUT = 7;
const options: StateStoreOptions = {
  modules: MODULES,
  layoutVersion: LAYOUT,
  keepVersions: 4,
  memoryBudgetBytes: 1 << 30,
};

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));
const hex = (value: Uint8Array): string => Buffer.from(value).toString("hex");
const optional = (value: Uint8Array | undefined): string | undefined => value && hex(value);

/** What every tree holds from the start. */
function emptyState(): Map<string, Map<string, string>> {
  const layout = hex(Uint8Array.of(0xff, ...Buffer.from("layout")));
  return new Map(MODULES.map((name) => [name, new Map([[layout, "00000007"]])]));
}

function copy(state: OracleState): Map<string, Map<string, string>> {
  return new Map([...state].map(([name, module]) => [name, new Map(module)]));
}

interface Reader {
  get(module: string, key: Uint8Array): Uint8Array | undefined;
  has(module: string, key: Uint8Array): boolean;
  iterate(
    module: string,
    range: { gte?: Uint8Array; lt?: Uint8Array; reverse?: boolean },
  ): Iterable<readonly [Uint8Array, Uint8Array]>;
}

/** As `toEqual`, which takes most of a property's time where things are equal. */
function expectEqual(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

function expectSame(reader: Reader, state: OracleState, probes: readonly string[]): void {
  for (const [name, module] of state) {
    const entries = sortedEntries(module);
    const listed = (range: object): [string, string][] =>
      [...reader.iterate(name, range)].map(([key, value]) => [hex(key), hex(value)]);
    expectEqual(listed({}), entries);
    expectEqual(listed({ reverse: true }), [...entries].reverse());
    for (const probe of probes) {
      expectEqual([optional(reader.get(name, bytes(probe)))], [module.get(probe)]);
      expectEqual(reader.has(name, bytes(probe)), module.has(probe));
    }
    for (let i = 0; i + 1 < probes.length; i += 2) {
      const [gte, lt] = [probes[i]!, probes[i + 1]!];
      const within = entries.filter(([key]) => key >= gte && key < lt);
      expectEqual(listed({ gte: bytes(gte), lt: bytes(lt) }), within);
      expectEqual(listed({ gte: bytes(gte), lt: bytes(lt), reverse: true }), within.reverse());
      const from = entries.filter(([key]) => key >= gte);
      expectEqual(listed({ gte: bytes(gte) }), from);
      const to = entries.filter(([key]) => key < lt);
      expectEqual(listed({ lt: bytes(lt), reverse: true }), to.reverse());
    }
  }
}

/** Few bytes and short keys, so that keys meet, and are prefixes of each other. */
const keyArbitrary = fc
  .array(fc.constantFrom(0x00, 0x01, 0x80, 0x81, 0xfe), { minLength: 1, maxLength: 4 })
  .map((list) => hex(Uint8Array.from(list)));
const writeArbitrary = fc.record({
  module: fc.constantFrom(...MODULES),
  key: keyArbitrary,
  value: fc.option(
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((value) => hex(value)),
    { nil: undefined, freq: 3 },
  ),
});
const blockArbitrary = fc.record({
  /** Each a fork that is merged or thrown away; in a fork another, likewise. */
  transactions: fc.array(
    fc.record({
      writes: fc.array(writeArbitrary, { maxLength: 8 }),
      merge: fc.boolean(),
      inner: fc.array(writeArbitrary, { maxLength: 4 }),
      mergeInner: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  /** Staged before the block itself, and forgotten. */
  staged: fc.option(fc.array(writeArbitrary, { maxLength: 8 }), { nil: undefined, freq: 3 }),
  reopen: fc.boolean(),
});

type WriteText = { module: string; key: string; value: string | undefined };

function apply(overlay: Overlay, state: Map<string, Map<string, string>>, writes: readonly WriteText[]) {
  for (const { module, key, value } of writes) {
    if (value === undefined) {
      overlay.delete(module, bytes(key));
      state.get(module)!.delete(key);
    } else {
      overlay.set(module, bytes(key), bytes(value));
      state.get(module)!.set(key, value);
    }
  }
}

describe("a state store", () => {
  test("agrees with sorted maps over random blocks, forks, stages, prunings and openings", async () => {
    const run = async (
      blocks: readonly (typeof blockArbitrary extends fc.Arbitrary<infer T> ? T : never)[],
      probes: readonly string[],
      keepVersions: number,
    ): Promise<void> => {
      const backend = new MemoryBackend();
      let store = await StateStore.open(backend, { ...options, keepVersions });
      let state = emptyState();
      let retained: [bigint, OracleState][] = [];
      expect(hex(store.appHash)).toBe(oracleAppHash(state));
      for (const block of blocks) {
        if (block.staged !== undefined) {
          const forgotten = store.overlay();
          apply(forgotten, copy(state), block.staged);
          store.stage(forgotten);
        }
        const overlay = store.overlay();
        const next = copy(state);
        for (const tx of block.transactions) {
          const fork = overlay.fork();
          const after = copy(next);
          apply(fork, after, tx.writes);
          const inner = fork.fork();
          const afterInner = copy(after);
          apply(inner, afterInner, tx.inner);
          expectSame(inner, afterInner, probes);
          if (tx.mergeInner) inner.merge();
          const wanted = tx.mergeInner ? afterInner : after;
          expectSame(fork, wanted, probes);
          if (!tx.merge) continue;
          fork.merge();
          for (const [name, module] of wanted) next.set(name, module);
        }
        expectSame(overlay, next, probes);
        const root = store.stage(overlay);
        expect(hex(root)).toBe(oracleAppHash(next));
        expectSame(store.latest(), state, probes);
        const height = store.height + 1n;
        await store.commit(height, []);
        expect(store.height).toBe(height);
        expect(hex(store.appHash)).toBe(hex(root));
        state = next;
        retained = [...retained, [height, state] as [bigint, OracleState]].slice(-keepVersions);
        if (block.reopen) {
          store = await StateStore.open(backend, { ...options, keepVersions });
          retained = retained.slice(-1);
          expect(hex(store.appHash)).toBe(hex(root));
        }
        expect(store.oldestHeight).toBe(retained[0]![0]);
        expect(store.at(retained[0]![0] - 1n)).toBeUndefined();
        expect(store.at(height + 1n)).toBeUndefined();
        for (const [at, then] of retained) expectSame(store.at(at)!, then, probes);
        expectSame(store.latest(), state, probes);
        const keys = [...state.values()].reduce((sum, module) => sum + module.size, 0);
        expect(store.stats()).toMatchObject({ keys, versions: retained.length });
        // With one version there is nothing but that version: n leaves and n - 1 inner nodes a module.
        if (retained.length === 1) expect(store.stats().nodes).toBe(2 * keys - MODULES.length);
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(blockArbitrary, { minLength: 1, maxLength: 10 }),
        fc.array(keyArbitrary, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        run,
      ),
      { numRuns: 60 },
    );
  });

  const fill = async (store: StateStore, writes: readonly (readonly [string, string])[]): Promise<string> => {
    const overlay = store.overlay();
    for (const [key, value] of writes) overlay.set("bank", bytes(key), bytes(value));
    const root = store.stage(overlay);
    await store.commit(store.height + 1n, []);
    return hex(root);
  };
  const fresh = (more: Partial<StateStoreOptions> = {}): Promise<StateStore> =>
    StateStore.open(new MemoryBackend(), { ...options, ...more });

  test("has the same root whatever the order of writes, blocks and detours", async () => {
    const pairs = fc.uniqueArray(fc.tuple(keyArbitrary, keyArbitrary), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(
        pairs,
        fc.nat(),
        fc.array(keyArbitrary, { maxLength: 5 }),
        async (writes, seed, detours) => {
          const straight = await fill(await fresh(), writes);
          const winding = await fresh();
          await fill(
            winding,
            detours.map((key) => [key, "aa"] as const),
          );
          const shuffled = [...writes].sort(
            ([a], [b]) => ((parseInt(a, 16) * seed) % 97) - ((parseInt(b, 16) * seed) % 97),
          );
          const half = shuffled.length >> 1;
          await fill(winding, shuffled.slice(half));
          await fill(winding, shuffled.slice(0, half));
          const overlay = winding.overlay();
          const wanted = new Set(writes.map(([key]) => key));
          for (const key of detours) if (!wanted.has(key)) overlay.delete("bank", bytes(key));
          expect(hex(winding.stage(overlay))).toBe(straight);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("gives the same root when its leaves are exported and imported", async () => {
    const store = await fresh();
    const writes = Array.from(
      { length: 300 },
      (_, i) => [`02${(i * 7919).toString(16).padStart(8, "0")}`, "01"] as const,
    );
    await fill(store, writes.slice(0, 200));
    await fill(store, writes.slice(100));
    const leaves = [...store.exportLeaves(2n)!];
    expect(leaves).toHaveLength(300);
    const other = await fresh();
    const overlay = other.overlay();
    for (const { module, key, value } of leaves.reverse()) overlay.set(module, key, value);
    expect(hex(other.stage(overlay))).toBe(hex(store.appHash));
    expect([...store.exportLeaves(1n)!]).toHaveLength(200);
    expect(store.exportLeaves(3n)).toBeUndefined();
  });

  test("staging again forgets what was staged before, and keeps nothing of it", async () => {
    const store = await fresh();
    await fill(store, [
      ["0201", "01"],
      ["0202", "01"],
    ]);
    const { nodes, bytes: held } = store.stats();
    const root = (writes: readonly (readonly [string, string])[]): string => {
      const overlay = store.overlay();
      for (const [key, value] of writes) overlay.set("bank", bytes(key), bytes(value));
      return hex(store.stage(overlay));
    };
    const first = root([["0203", "05"]]);
    for (let i = 0; i < 50; i++)
      root([
        ["0201", "ab"],
        [`03${(i + 16).toString(16)}`, "ff".repeat(2000)],
      ]);
    expect(root([["0203", "05"]])).toBe(first);
    expect(root([])).toBe(hex(store.appHash));
    expect(store.stats()).toMatchObject({ nodes, bytes: held });
  });

  test("a tree as deep as keys allow is walked, hashed, proved and rebuilt without recursion", async () => {
    const backend = new MemoryBackend();
    const store = await StateStore.open(backend, options);
    const state = emptyState();
    const overlay = store.overlay();
    const spine = new Uint8Array(255).fill(0x01);
    const add = (key: Uint8Array): void => {
      overlay.set("bank", key, Uint8Array.of(1));
      state.get("bank")!.set(hex(key), "01");
    };
    add(spine);
    for (let byte = 0; byte < 255; byte++) {
      if (byte > 0) add(spine.slice(0, byte));
      for (let bit = 0; bit < 8; bit++) {
        const key = spine.slice(0, byte + 1);
        key[byte]! ^= 1 << bit;
        add(key);
      }
    }
    const root = store.stage(overlay);
    expect(hex(root)).toBe(oracleAppHash(state));
    await store.commit(1n, []);
    // 8 bits a byte, and a shorter key at each but the first.
    const proof = CommitmentProof.fromBytesStrict(store.prove(1n, "bank", spine)!.ops[0]!.data);
    expect(proof.exist!.path).toHaveLength(255 * 8 + 254);
    expect([...store.latest().iterate("bank", { reverse: true })]).toHaveLength(state.get("bank")!.size);
    expect(hex((await StateStore.open(backend, options)).appHash)).toBe(hex(root));
    const after = store.overlay();
    after.delete("bank", spine);
    state.get("bank")!.delete(hex(spine));
    expect(hex(store.stage(after))).toBe(oracleAppHash(state));
  });

  test("retains heights by count", async () => {
    const store = await fresh({ keepVersions: 3 });
    for (let i = 1; i <= 6; i++) await fill(store, [["0201", `0${i}`]]);
    expect(store.oldestHeight).toBe(4n);
    expect(hex(store.at(4n)!.get("bank", bytes("0201"))!)).toBe("04");
    expect(store.at(3n)).toBeUndefined();
  });

  test("retains heights within the memory budget, and the latest whatever it takes", async () => {
    const store = await fresh({ keepVersions: 100, memoryBudgetBytes: 20_000 });
    for (let i = 1; i <= 9; i++) await fill(store, [["0201", `0${i}`.repeat(4000)]]);
    expect(Number(store.oldestHeight)).toBeGreaterThan(4);
    expect(Number(store.oldestHeight)).toBeLessThan(9);
    const tight = await fresh({ keepVersions: 100, memoryBudgetBytes: 0 });
    for (let i = 1; i <= 3; i++) await fill(tight, [["0201", `0${i}`]]);
    expect(tight.oldestHeight).toBe(3n);
  });

  test("a reader or an iterator of a height that was pruned says so", async () => {
    const store = await fresh({ keepVersions: 2 });
    await fill(store, [
      ["0201", "01"],
      ["0202", "02"],
      ["0203", "03"],
    ]);
    const reader = store.at(1n)!;
    const iterator = reader.iterate("bank", {})[Symbol.iterator]();
    iterator.next();
    await fill(store, [["0201", "04"]]);
    expect(hex(reader.get("bank", bytes("0201"))!)).toBe("01");
    await fill(store, [["0201", "05"]]);
    const pruned = expect.objectContaining({ code: "pruned" });
    expect(() => reader.get("bank", bytes("0201"))).toThrow(pruned);
    expect(() => reader.has("bank", bytes("0201"))).toThrow(pruned);
    expect(() => reader.iterate("bank", {})).toThrow(pruned);
    expect(() => iterator.next()).toThrow(pruned);
  });

  test("an iteration of the latest state is not disturbed by a commit", async () => {
    const store = await fresh();
    await fill(store, [
      ["0201", "01"],
      ["0202", "02"],
      ["0203", "03"],
    ]);
    const values: string[] = [];
    for (const [, value] of store.latest().iterate("bank", { lt: bytes("ff") })) {
      values.push(hex(value));
      if (values.length === 1)
        await fill(store, [
          ["0202", "0a"],
          ["0204", "0b"],
        ]);
    }
    expect(values).toEqual(["01", "02", "03"]);
    expect(hex(store.latest().get("bank", bytes("0202"))!)).toBe("0a");
  });

  test("every tree holds its layout version from the start, and no module may write there", async () => {
    const store = await fresh();
    const layout = bytes("ff6c61796f7574");
    expect(hex(store.latest().get("bank", layout)!)).toBe("00000007");
    const overlay = store.overlay();
    for (const bad of [layout, bytes("ff")]) {
      expect(() => overlay.set("bank", bad, bytes("01"))).toThrow("store's own");
      expect(() => overlay.delete("bank", bad)).toThrow("store's own");
    }
  });

  test("keys, values, modules and heights that may not be are refused as faults of ours", async () => {
    const store = await fresh({ initialHeight: 10 });
    const overlay = store.overlay();
    const one = Uint8Array.of(1);
    const refused = expect.objectContaining({ name: "AssertionError" });
    expect(() => overlay.set("bank", new Uint8Array(0), one)).toThrow(refused);
    expect(() => overlay.set("bank", new Uint8Array(256), one)).toThrow(refused);
    expect(() => overlay.set("bank", one, new Uint8Array(0))).toThrow(refused);
    expect(() => overlay.set("bank", one, new Uint8Array((1 << 20) + 1))).toThrow(refused);
    expect(() => store.latest().get("nothing", one)).toThrow(refused);
    await expect(store.commit(10n, [])).rejects.toThrow("a commit follows a stage");
    overlay.set("bank", new Uint8Array(255), new Uint8Array(1 << 20));
    expect(() => store.stage(overlay.fork())).toThrow(refused);
    expect(() => overlay.merge()).toThrow(refused);
    store.stage(overlay);
    await expect(store.commit(1n, [])).rejects.toThrow("height 10 is next");
    await store.commit(10n, []);
    expect([store.height, store.oldestHeight]).toEqual([10n, 10n]);
    expect(store.latest().get("bank", new Uint8Array(255))).toHaveLength(1 << 20);
    expect(store.latest().get("bank", new Uint8Array(0))).toBeUndefined();
    expect(store.latest().get("bank", new Uint8Array(256))).toBeUndefined();
    const other = store.overlay();
    other.set("nothing", one, one);
    expect(() => store.stage(other)).toThrow("no module nothing");
    store.stage(store.overlay());
    await store.commit(11n, []);
  });

  test("memory is given back: many blocks of updates, insertions and deletions end where they began", async () => {
    const store = await fresh({ keepVersions: 2 });
    await fill(store, [["02", "01"]]);
    for (let i = 0; i < 2; i++) await fill(store, []);
    const { nodes, bytes: held } = store.stats();
    for (let round = 0; round < 40; round++) {
      const overlay = store.overlay();
      for (let i = 0; i < 50; i++) {
        const key = Uint8Array.of(3, (i * 31 + round) & 0xff);
        if ((i + round) % 3 === 0) overlay.delete("bank", key);
        else overlay.set("bank", key, new Uint8Array(1 + ((i * 101 * round) % 3000)));
      }
      store.stage(overlay);
      await store.commit(store.height + 1n, []);
    }
    const overlay = store.overlay();
    for (const [key] of store.latest().iterate("bank", { gte: bytes("03"), lt: bytes("04") }))
      overlay.delete("bank", key);
    store.stage(overlay);
    await store.commit(store.height + 1n, []);
    for (let i = 0; i < 2; i++) await fill(store, []);
    expect(store.stats()).toMatchObject({ nodes, bytes: held });
  });
});
