import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BatchOp } from "./backend.ts";
import { MemoryBackend } from "./backend-memory.ts";
import { leafPrefix, leavesRange, metaKey } from "./keys.ts";
import { encodeLeaf } from "./load.ts";
import { StateStore } from "./state-store.ts";

const options = {
  modules: ["auth", "bank"],
  layoutVersion: 1,
  keepVersions: 10,
  memoryBudgetBytes: 1 << 30,
};
const hex = (value: Uint8Array): string => Buffer.from(value).toString("hex");
const key = (i: number): Uint8Array => Uint8Array.of(2, i >> 8, i & 255);

async function block(store: StateStore, from: number, to: number, extra: readonly BatchOp[] = []) {
  const overlay = store.overlay();
  for (let i = from; i < to; i++) overlay.set("bank", key(i), Uint8Array.of(1 + (to & 127)));
  store.stage(overlay);
  await store.commit(store.height + 1n, extra);
}

async function threeBlocks(): Promise<[MemoryBackend, StateStore]> {
  const backend = new MemoryBackend();
  const store = await StateStore.open(backend, options);
  for (const to of [20, 30, 40]) await block(store, to - 20, to);
  return [backend, store];
}

async function entries(backend: MemoryBackend): Promise<(readonly [Uint8Array, Uint8Array])[]> {
  const found: (readonly [Uint8Array, Uint8Array])[] = [];
  for await (const entry of backend.iterate({})) found.push(entry);
  return found;
}

const put = (k: Uint8Array, value: Uint8Array): BatchOp => ({ type: "put", key: k, value });

describe("what is on disk", () => {
  test("a commit is one synced batch, with the engine's part", async () => {
    const backend = new MemoryBackend();
    const batches: [number, boolean][] = [];
    const batch = backend.batch.bind(backend);
    backend.batch = (ops, how) => {
      batches.push([ops.length, how.sync]);
      return batch(ops, how);
    };
    const store = await StateStore.open(backend, options);
    expect(batches).toEqual([]);
    await block(store, 0, 5, [put(Uint8Array.of(0x10), Uint8Array.of(9))]);
    // 5 leaves, 2 layout versions, the record, the engine's.
    expect(batches).toEqual([[9, true]]);
    await block(store, 0, 5);
    // The same values again change nothing but the height.
    expect(batches.at(-1)).toEqual([1, true]);
    expect(hex(backend.getSync(Uint8Array.of(0x10))!)).toBe("09");
  });

  test("what was staged and not committed is gone after reopening", async () => {
    const [backend, store] = await threeBlocks();
    const overlay = store.overlay();
    overlay.set("bank", key(0), Uint8Array.of(99));
    const staged = store.stage(overlay);
    const again = await StateStore.open(backend, options);
    expect(again.height).toBe(3n);
    expect(hex(again.appHash)).toBe(hex(store.appHash));
    expect(hex(again.appHash)).not.toBe(hex(staged));
    expect(hex(again.latest().get("bank", key(0))!)).not.toBe("63");
    expect(again.oldestHeight).toBe(3n);
    expect(again.at(2n)).toBeUndefined();
  });

  test("a batch that the disk refuses is not published, and may be tried again", async () => {
    const [backend, store] = await threeBlocks();
    const before = hex(store.appHash);
    const overlay = store.overlay();
    overlay.set("bank", key(0), Uint8Array.of(99));
    const staged = store.stage(overlay);
    const { batch } = backend;
    backend.batch = async () => {
      throw new Error("no space left on device");
    };
    await expect(store.commit(4n, [])).rejects.toThrow("no space");
    expect(store.height).toBe(3n);
    expect(hex(store.appHash)).toBe(before);
    expect(store.latest().get("bank", key(0))).not.toEqual(Uint8Array.of(99));
    backend.batch = batch;
    await store.commit(4n, []);
    expect(hex(store.appHash)).toBe(hex(staged));
    expect(hex((await StateStore.open(backend, options)).appHash)).toBe(hex(staged));
  });

  test("another layout version or other modules are refused with the remedy", async () => {
    const [backend] = await threeBlocks();
    const refused = { code: "layout", remedy: expect.stringContaining("Export it") };
    await expect(StateStore.open(backend, { ...options, layoutVersion: 2 })).rejects.toMatchObject(refused);
    const modules = ["auth", "bank", "data"];
    await expect(StateStore.open(backend, { ...options, modules })).rejects.toMatchObject(refused);
    await expect(StateStore.open(backend, { ...options, modules: ["bank", "auth"] })).resolves.toBeDefined();
  });

  test("any flipped bit of the state is found", async () => {
    const [backend, store] = await threeBlocks();
    const stored = await entries(backend);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(7), fc.boolean(), async (which, place, bit, inKey) => {
        const [k, value] = stored[which % stored.length]!;
        const damaged = new MemoryBackend();
        for (const [other, kept] of stored)
          if (other !== k) await damaged.batch([put(other, kept)], { sync: true });
        const [k2, v2] = [k.slice(), value.slice()];
        const target = inKey ? k2 : v2;
        target[place % target.length]! ^= 1 << bit;
        await damaged.batch([put(k2, v2)], { sync: true });
        const error = await StateStore.open(damaged, options).then(
          (opened) => opened,
          (thrown: unknown) => thrown,
        );
        expect(error).toMatchObject({ name: "StoreError", code: "corrupt" });
        expect((error as Error).message).toContain("memory");
      }),
      { numRuns: 200 },
    );
    expect(store.height).toBe(3n);
  });

  test("a leaf that is missing, added or exchanged is found", async () => {
    const prefix = leafPrefix("bank");
    const whole = (i: number): Uint8Array => Uint8Array.of(...prefix, ...key(i));
    const damages: BatchOp[][] = [
      [{ type: "del", key: whole(3) }],
      [put(whole(999), encodeLeaf(key(999), Uint8Array.of(1)))],
      [put(whole(3), encodeLeaf(key(3), Uint8Array.of(77)))],
      [put(prefix, encodeLeaf(new Uint8Array(0), Uint8Array.of(1)))],
      [
        put(
          Uint8Array.of(...prefix, ...new Uint8Array(256)),
          encodeLeaf(new Uint8Array(256), Uint8Array.of(1)),
        ),
      ],
      [put(whole(3), Uint8Array.of(1, 2))],
      [put(metaKey, new Uint8Array(0))],
      [{ type: "del", key: metaKey }],
    ];
    for (const damage of damages) {
      const [backend] = await threeBlocks();
      await backend.batch(damage, { sync: true });
      await expect(StateStore.open(backend, options)).rejects.toMatchObject({ code: "corrupt" });
    }
  });

  test("nothing but leaves and the record is written", async () => {
    const [backend] = await threeBlocks();
    for (const [k] of await entries(backend)) {
      const isLeaf = Buffer.compare(k, leavesRange.gte) >= 0 && Buffer.compare(k, leavesRange.lt) < 0;
      expect(isLeaf || hex(k) === hex(metaKey)).toBe(true);
    }
  });
});
