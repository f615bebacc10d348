/**
 * The state trees: writes with their hashes, reads, proofs, reopening, memory; beside them what hashing alone costs in
 * the same run.
 *
 * @module
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LevelBackend } from "@assay/chain/store/backend-level";
import { Forest } from "@assay/chain/store/forest";
import { type Hasher, sharedHasher } from "@assay/chain/store/hasher";
import type { Overlay } from "@assay/chain/store/overlay";
import { StateStore } from "@assay/chain/store/state-store";
import { median, usPerCall } from "./measure.ts";
import { nativeHashUs } from "./raw.ts";

export interface WriteFigures {
  readonly batch: number;
  /** Tree and hashes, median of the batches. */
  readonly usPerWrite: number;
  readonly hashesPerWrite: number;
  /** By what as many native hashes (110 bytes, into a Buffer) take, median of interleaved rounds. */
  readonly ratioToHashing: number;
  /** The same through stage and commit, on disk and synced. */
  readonly usPerWriteCommitted: number;
}

export interface TreeFigures {
  readonly keys: number;
  /** node:crypto's `hash("sha256", 110 bytes)` into a Buffer, median. */
  readonly nativeHashUs: number;
  readonly writes: readonly WriteFigures[];
  readonly getUs: number;
  /** Of a height: down the tree instead of through the index. */
  readonly getAtHeightUs: number;
  readonly proofUs: number;
  /** From a closed folder to checked trees. */
  readonly reopenMs: number;
  /** Of it, hashing alone: 3 native hashes a key. */
  readonly reopenRatioToHashing: number;
  /** Nodes, keys, values and index of one version. */
  readonly bytesPerKey: number;
}

const BATCHES = [400, 4000];
const VALUE_BYTES = 20;
const REOPENINGS = 3;

/** As a balance has it: prefix, length, an address, a denom. */
function keyOf(i: number): Uint8Array {
  const key = new Uint8Array(29);
  key.set([2, 20]);
  const view = new DataView(key.buffer);
  for (let word = 0; word < 5; word++) view.setUint32(2 + word * 4, mix(i * 5 + word));
  key.set(Buffer.from("uassay\0"), 22);
  return key;
}

function mix(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  return (x ^ (x >>> 16)) >>> 0;
}

function amountOf(i: number): Uint8Array {
  const value = new Uint8Array(VALUE_BYTES);
  new DataView(value.buffer).setUint32(0, i);
  return value;
}

/** Microseconds a call, median of rounds. */
function time(count: number, run: (i: number) => unknown, rounds = 5): number {
  return median(Array.from({ length: rounds }, () => usPerCall(count, run)));
}

/** The hasher that the store uses, counting. */
class CountingHasher implements Hasher {
  readonly #hasher = sharedHasher();
  readonly slots = this.#hasher.slots;
  readonly input = this.#hasher.input;
  readonly lengths = this.#hasher.lengths;
  readonly output = this.#hasher.output;
  count = 0;

  run(count: number): void {
    this.count += count;
    this.#hasher.run(count);
  }
}

async function fill(store: StateStore, keys: number): Promise<void> {
  const overlay = store.overlay();
  for (let i = 0; i < keys; i++) overlay.set("bank", keyOf(i), amountOf(i));
  store.stage(overlay);
  await store.commit(store.height + 1n, []);
}

function update(overlay: Overlay, keys: number, batch: number, round: number): void {
  for (let i = 0; i < batch; i++) {
    const key = mix(round * 1_000_003 + i) % keys;
    overlay.set("bank", keyOf(key), amountOf(round * batch + i + keys));
  }
}

/** The forest alone, each batch beside as many native hashes as it took, so that both see the same machine. */
function writesToForest(keys: number, batch: number, rounds: number) {
  const hasher = new CountingHasher();
  const forest = new Forest(hasher);
  forest.begin(new Uint32Array(1));
  for (let i = 0; i < keys; i++) forest.set(0, keyOf(i), amountOf(i));
  let roots = forest.finish();
  forest.publish();
  const us: number[] = [];
  const hashes: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const picked = Array.from({ length: batch }, (_, i) => mix(round * 1_000_003 + i) % keys);
    const writes = picked.map((key, i) => [keyOf(key), amountOf(round * batch + i + keys)] as const);
    hasher.count = 0;
    const start = performance.now();
    forest.begin(roots);
    for (const [key, value] of writes) forest.set(0, key, value);
    roots = forest.finish();
    forest.release(forest.publish());
    const ms = performance.now() - start;
    us.push((ms * 1000) / batch);
    hashes.push(hasher.count / batch);
    ratios.push((ms * 1000) / (hasher.count * nativeHashUs(hasher.count)));
  }
  return { usPerWrite: median(us), hashesPerWrite: median(hashes), ratioToHashing: median(ratios) };
}

async function writesToStore(
  store: StateStore,
  keys: number,
  batch: number,
  rounds: number,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const overlay = store.overlay();
    update(overlay, keys, batch, round);
    const start = performance.now();
    store.stage(overlay);
    await store.commit(store.height + 1n, []);
    times.push(((performance.now() - start) * 1000) / batch);
  }
  return median(times);
}

export async function benchTree(sizes: readonly number[]): Promise<TreeFigures[]> {
  const figures: TreeFigures[] = [];
  for (const keys of sizes) figures.push(await benchSize(keys));
  return figures;
}

async function benchSize(keys: number): Promise<TreeFigures> {
  const folder = await mkdtemp(join(tmpdir(), "assay-bench-"));
  try {
    return await benchIn(folder, keys);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchIn(folder: string, keys: number): Promise<TreeFigures> {
  const options = { modules: ["bank"], layoutVersion: 1, keepVersions: 2, memoryBudgetBytes: 1 << 30 };
  let store = await StateStore.open(await LevelBackend.open(folder), options);
  await fill(store, keys);
  const writes: WriteFigures[] = [];
  for (const batch of BATCHES) {
    const rounds = Math.max(5, Math.ceil(20_000 / batch));
    writes.push({
      batch,
      ...writesToForest(keys, batch, rounds),
      usPerWriteCommitted: await writesToStore(store, keys, batch, rounds),
    });
  }
  const probes = Array.from({ length: 10_000 }, (_, i) => keyOf(mix(i) % keys));
  const latest = store.latest();
  const getUs = time(probes.length, (i) => latest.get("bank", probes[i]!));
  const at = store.at(store.height)!;
  const getAtHeightUs = time(probes.length, (i) => at.get("bank", probes[i]!));
  const proofUs = time(1000, (i) => store.prove(store.height, "bank", probes[i]!));
  await store.close();
  const reopened: number[] = [];
  const hashed: number[] = [];
  let bytesPerKey = 0;
  for (let round = 0; round < REOPENINGS; round++) {
    hashed.push(nativeHashUs(3 * keys));
    const started = performance.now();
    store = await StateStore.open(await LevelBackend.open(folder), options);
    reopened.push(performance.now() - started);
    bytesPerKey = store.stats().bytes / keys;
    await store.close();
  }
  const hashUs = median(hashed);
  const reopenMs = median(reopened);
  const reopenRatioToHashing = (reopenMs * 1000) / (3 * keys * hashUs);
  return {
    keys,
    nativeHashUs: hashUs,
    writes,
    getUs,
    getAtHeightUs,
    proofUs,
    reopenMs,
    reopenRatioToHashing,
    bytesPerKey,
  };
}
