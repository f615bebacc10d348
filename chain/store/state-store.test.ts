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

function expectSame(reader: Reader, state: OracleState, probes: readonly string[]): void {
  for (const [name, module] of state) {
    const entries = sortedEntries(module);
    const listed = (range: object): [string, string][] =>
      [...reader.iterate(name, range)].map(([key, value]) => [hex(key), hex(value)]);
    expect(listed({})).toEqual(entries);
    expect(listed({ reverse: true })).toEqual([...entries].reverse());
    for (const probe of probes) {
      expect(optional(reader.get(name, bytes(probe)))).toBe(module.get(probe));
      expect(reader.has(name, bytes(probe))).toBe(module.has(probe));
    }
    for (let i = 0; i + 1 < probes.length; i += 2) {
      const [gte, lt] = [probes[i]!, probes[i + 1]!];
      const within = entries.filter(([key]) => key >= gte && key < lt);
      expect(listed({ gte: bytes(gte), lt: bytes(lt) })).toEqual(within);
      expect(listed({ gte: bytes(gte), lt: bytes(lt), reverse: true })).toEqual(within.reverse());
      expect(listed({ gte: bytes(gte) })).toEqual(entries.filter(([key]) => key >= gte));
      expect(listed({ lt: bytes(lt), reverse: true })).toEqual(entries.filter(([key]) => key < lt).reverse());
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
});
