import { CommitmentProof, type InnerOp } from "@assay/proto/gen/cosmos/ics23/v1/proofs";
import { iavlSpec, ics23, tendermintSpec, verifyMembership, verifyNonMembership } from "@confio/ics23";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { MemoryBackend } from "./backend-memory.ts";
import { layoutKey } from "./keys.ts";
import type { Proof } from "./proof.ts";
import { StateStore } from "./state-store.ts";

const MODULES = ["auth", "bank", "data"];
const options = { modules: MODULES, layoutVersion: 1, keepVersions: 3, memoryBudgetBytes: 1 << 30 };

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));
const hex = (value: Uint8Array): string => Buffer.from(value).toString("hex");

/** What a light client does with the two operations, by a verifier that is not ours. */
function accepted(proof: Proof, appHash: Uint8Array, module: string, key: Uint8Array): boolean {
  const [iavl, simple] = proof.ops;
  expect(proof.ops.map((op) => op.type)).toEqual(["ics23:iavl", "ics23:simple"]);
  expect(hex(iavl!.key)).toBe(hex(key));
  expect(hex(simple!.key)).toBe(hex(Buffer.from(module)));
  const outer = ics23.CommitmentProof.decode(simple!.data);
  const inner = ics23.CommitmentProof.decode(iavl!.data);
  const moduleRoot = outer.exist!.value!;
  if (!verifyMembership(outer, tendermintSpec, appHash, Buffer.from(module), moduleRoot)) return false;
  return proof.value === undefined
    ? verifyNonMembership(inner, iavlSpec, moduleRoot, key)
    : verifyMembership(inner, iavlSpec, moduleRoot, key, proof.value);
}

/** ibc-go's own check of IAVL proofs, which @confio/ics23 does not know: heights grow with the path. */
function wellFormed(proof: Proof): boolean {
  const { exist, nonexist } = CommitmentProof.fromBytesStrict(proof.ops[0]!.data);
  return [exist, nonexist?.left, nonexist?.right].every((each) =>
    (each?.path ?? []).every((op: InnerOp, layer) => {
      const [height, at] = readVarint(op.prefix, 0);
      const [, next] = readVarint(op.prefix, at);
      const [version, end] = readVarint(op.prefix, next);
      return height / 2 > layer && version === 2 && [1, 34].includes(op.prefix.length - end);
    }),
  );
}

function readVarint(from: Uint8Array, at: number): [number, number] {
  let value = 0;
  for (let scale = 1; ; scale *= 128, at++) {
    value += (from[at]! & 127) * scale;
    if (from[at]! < 128) return [value, at + 1];
  }
}

function expectProved(store: StateStore, height: bigint, appHash: Uint8Array, key: string): void {
  for (const module of MODULES) {
    const proof = store.prove(height, module, bytes(key))!;
    const value = store.at(height)!.get(module, bytes(key));
    expect(proof.value && hex(proof.value)).toBe(value && hex(value));
    expect(accepted(proof, appHash, module, bytes(key))).toBe(true);
    expect(wellFormed(proof)).toBe(true);
  }
}

describe("proofs", () => {
  test("of existence and absence are accepted by a stock verifier, at each retained height", async () => {
    const key = fc
      .array(fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe), { minLength: 1, maxLength: 5 })
      .map((list) => hex(Uint8Array.from(list)));
    const write = fc.tuple(fc.constantFrom("bank", "data"), key, fc.boolean(), fc.nat(1000));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(write, { maxLength: 20 }), { minLength: 3, maxLength: 3 }),
        fc.array(key, { minLength: 3, maxLength: 8 }),
        async (blocks, probes) => {
          const store = await StateStore.open(new MemoryBackend(), options);
          const hashes: Uint8Array[] = [];
          for (const writes of blocks) {
            const overlay = store.overlay();
            for (const [module, k, set, value] of writes) {
              if (set) overlay.set(module, bytes(k), Buffer.from(`${value}`));
              else overlay.delete(module, bytes(k));
            }
            hashes.push(store.stage(overlay));
            await store.commit(store.height + 1n, []);
          }
          const keys = new Set([...probes, "00", "fe", "fefefefefe", hex(layoutKey), "ff", "ffff"]);
          for (const [, k] of blocks.flat()) keys.add(k);
          for (const [i, appHash] of hashes.entries()) {
            for (const each of keys) expectProved(store, BigInt(i + 1), appHash, each);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  describe("at 100,000 keys", () => {
    const COUNT = 100_000;
    let store: StateStore;
    /** Spread over 16 bytes by a multiplier, so that neighbours are not neighbours in number. */
    const keyOf = (i: number): Uint8Array => {
      const key = new Uint8Array(18);
      key[0] = 2;
      const view = new DataView(key.buffer);
      for (let word = 0; word < 4; word++) view.setUint32(2 + word * 4, Math.imul(i + word, 0x9e3779b1));
      return key;
    };
    beforeAll(async () => {
      store = await StateStore.open(new MemoryBackend(), options);
      const overlay = store.overlay();
      for (let i = 0; i < COUNT; i++) overlay.set("bank", keyOf(i), Buffer.from(`${i}`));
      store.stage(overlay);
      await store.commit(1n, []);
    });

    test("a sample of keys is proved, and of keys just above and below", () => {
      for (let i = 0; i < COUNT; i += 997) {
        const key = keyOf(i);
        expectProved(store, 1n, store.appHash, hex(key));
        expectProved(store, 1n, store.appHash, `${hex(key)}00`);
        key[17]! ^= 1;
        expectProved(store, 1n, store.appHash, hex(key));
      }
    });

    test("the first and the last key, and what lies beyond them", () => {
      const keys = [...store.latest().iterate("bank", {})].map(([key]) => hex(key));
      expect(keys).toHaveLength(COUNT + 1);
      for (const key of [keys[0]!, keys.at(-1)!, "00", "02", "ffff"]) {
        expectProved(store, 1n, store.appHash, key);
      }
    });
  });

  test("do not hold for another value, key, module or height", async () => {
    const store = await StateStore.open(new MemoryBackend(), options);
    const hashes: Uint8Array[] = [];
    for (const value of [1, 2]) {
      const overlay = store.overlay();
      for (const key of [0x11, 0x22, 0x33]) overlay.set("bank", Uint8Array.of(key), Uint8Array.of(value));
      hashes.push(store.stage(overlay));
      await store.commit(store.height + 1n, []);
    }
    const key = Uint8Array.of(0x22);
    const there = store.prove(1n, "bank", key)!;
    expect(accepted(there, hashes[0]!, "bank", key)).toBe(true);
    expect(accepted(there, hashes[1]!, "bank", key)).toBe(false);
    expect(accepted({ ...there, value: Uint8Array.of(2) }, hashes[0]!, "bank", key)).toBe(false);
    expect(accepted({ ...there, value: undefined }, hashes[0]!, "bank", key)).toBe(false);
    const absent = store.prove(1n, "bank", Uint8Array.of(0x23))!;
    const moved = { ...absent, ops: [{ ...absent.ops[0]!, key }, absent.ops[1]!] };
    expect(accepted(moved, hashes[0]!, "bank", key)).toBe(false);
    expect(accepted({ ...absent, value: Uint8Array.of(1) }, hashes[0]!, "bank", Uint8Array.of(0x23))).toBe(
      false,
    );
  });

  test("are undefined for heights that are not there and unknown modules", async () => {
    const store = await StateStore.open(new MemoryBackend(), { ...options, keepVersions: 1 });
    for (let height = 1n; height <= 2n; height++) {
      store.stage(store.overlay());
      await store.commit(height, []);
    }
    const key = Uint8Array.of(1);
    expect(store.prove(2n, "bank", key)).toBeDefined();
    for (const height of [-1n, 0n, 1n, 3n, 1n << 80n])
      expect(store.prove(height, "bank", key)).toBeUndefined();
    expect(store.prove(2n, "nothing", key)).toBeUndefined();
  });

  test("of a key that no module could write are proofs of absence", async () => {
    const store = await StateStore.open(new MemoryBackend(), options);
    const overlay = store.overlay();
    overlay.set("bank", new Uint8Array(255), Uint8Array.of(1));
    store.stage(overlay);
    await store.commit(1n, []);
    expectProved(store, 1n, store.appHash, "");
    expectProved(store, 1n, store.appHash, "00".repeat(256));
    expectProved(store, 1n, store.appHash, "00".repeat(70_000));
  });
});
