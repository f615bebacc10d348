/**
 * The state of the ledger: one tree a module in memory, its leaves on disk, and one durable batch a block.
 *
 * A block's way: `overlay()` -> writes -> `stage()` gives the app hash -> `commit()` makes it durable, then visible.
 * What was staged and not committed leaves no trace.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import type { StoreReader } from "@assay/kernel/store";
import type { Backend, BatchOp } from "./backend.ts";
import { Forest } from "./forest.ts";
import { sharedHasher } from "./hasher.ts";
import { isReserved, layoutKey, leafKey, leafPrefix, MAX_MODULES, metaKey } from "./keys.ts";
import { corrupt, encodeLeaf, layoutValue, loadMeta, plant, rebuild } from "./load.ts";
import { encodeMeta } from "./meta.ts";
import { multistoreRoot } from "./multistore.ts";
import { Overlay, type Write } from "./overlay.ts";
import { type Proof, proveKey } from "./proof.ts";
import { NODE_BYTES } from "./slab.ts";
import { LatestReader, moduleNumber, type Version, VersionReader } from "./version-reader.ts";

export interface StateStoreOptions {
  /** Names of the trees, ASCII; the order does not matter. */
  readonly modules: readonly string[];
  /** Of what the modules write. Data of another one is refused. */
  readonly layoutVersion: number;
  /** Heights that can be queried and proved, the latest included; 1 at least. */
  readonly keepVersions: number;
  /** What heights before the latest may hold in memory besides it; past this the oldest go first. */
  readonly memoryBudgetBytes: number;
  /** Of the first block; absent takes the one that the first commit names, as genesis is not read here. */
  readonly initialHeight?: number;
}

export interface Leaf {
  readonly module: string;
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

export interface StoreStats {
  /** Leaves of the latest state. */
  readonly keys: number;
  /** Of all versions in memory. */
  readonly nodes: number;
  /** In use by nodes, keys, values and the index. */
  readonly bytes: number;
  readonly versions: number;
}

interface Stage {
  readonly roots: Uint32Array;
  readonly appHash: Uint8Array;
  /** Only those that changed something. */
  readonly writes: readonly Write[];
  readonly leaves: number;
}

export class StateStore {
  readonly #backend: Backend;
  readonly #forest: Forest;
  /** Sorted by name. */
  readonly #modules: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #options: StateStoreOptions;
  /** Retained versions, the oldest first; never empty. */
  #versions: Version[];
  #heldBytes = 0;
  #leaves: number;
  #stage: Stage | undefined;
  #committing = false;
  readonly #latest: LatestReader;

  private constructor(
    backend: Backend,
    forest: Forest,
    modules: readonly string[],
    options: StateStoreOptions,
    version: Version,
    leaves: number,
  ) {
    this.#backend = backend;
    this.#forest = forest;
    this.#modules = modules;
    this.#numbers = new Map(modules.map((name, i) => [name, i]));
    this.#options = options;
    this.#versions = [version];
    this.#leaves = leaves;
    this.#latest = new LatestReader(forest, this.#numbers, () => this.#versions.at(-1)!);
  }

  /**
   * Rebuilds the trees from the leaves and compares the root with the one that was committed.
   * @throws StoreError `layout` for other data than this program's, `corrupt` for damaged data.
   */
  static async open(backend: Backend, options: StateStoreOptions): Promise<StateStore> {
    const modules = sortedModules(options.modules);
    const { layoutVersion, keepVersions } = options;
    assert(Number.isInteger(keepVersions) && keepVersions > 0, "at least one version is kept");
    assert(
      Number.isInteger(layoutVersion) && layoutVersion >>> 0 === layoutVersion,
      "a layout version is a u32",
    );
    const forest = new Forest(sharedHasher());
    const meta = await loadMeta(backend, modules, layoutVersion);
    const roots =
      meta === undefined ? plant(forest, modules, layoutVersion) : await rebuild(backend, forest, meta);
    const appHash = rootOf(forest, modules, roots);
    if (meta !== undefined && Buffer.compare(appHash, meta.appHash) !== 0) {
      const [found, expected] = [appHash, meta.appHash].map((hash) => Buffer.from(hash).toString("hex"));
      throw corrupt(backend, `at height ${meta.height} the app hash is ${found}, committed was ${expected}`);
    }
    forest.publish();
    const height = meta?.height ?? 0n;
    const version = { height, appHash, roots, orphans: [], orphanBytes: 0, retained: true };
    return new StateStore(backend, forest, modules, options, version, meta?.leaves ?? modules.length);
  }

  /** Last committed; 0 before the first commit. */
  get height(): bigint {
    return this.#versions.at(-1)!.height;
  }

  /** Of `height`; before the first commit that of trees with nothing but their layout version. */
  get appHash(): Uint8Array {
    return this.#versions.at(-1)!.appHash;
  }

  /** The first height that `at` and `prove` answer. Heights before the last opening are gone. */
  get oldestHeight(): bigint {
    return this.#versions[0]!.height;
  }

  /** The committed state, always the newest. */
  latest(): StoreReader {
    return this.#latest;
  }

  /** Undefined where pruned or not committed yet. */
  at(height: bigint): StoreReader | undefined {
    const version = this.#version(height);
    return version && new VersionReader(this.#forest, this.#numbers, version);
  }

  /** On the latest state. */
  overlay(): Overlay {
    return new Overlay(this.#latest);
  }

  /**
   * The app hash of the next version: the latest state with the overlay's writes. Persists nothing; staging again
   * discards what was staged before.
   */
  stage(overlay: Overlay): Uint8Array {
    assert(!this.#committing, "nothing is staged while a commit is under way");
    assert(overlay.parent === this.#latest, "what is staged lies directly on the latest state");
    const latest = this.#versions.at(-1)!;
    this.#forest.discard();
    this.#stage = undefined;
    this.#forest.begin(latest.roots);
    const writes: Write[] = [];
    for (const write of overlay.writes()) {
      const { key, value } = write;
      const number = moduleNumber(this.#numbers, write.module);
      const changed =
        value === undefined ? this.#forest.delete(number, key) : this.#forest.set(number, key, value);
      if (changed) writes.push(write);
    }
    const leaves = this.#leaves + this.#forest.growth();
    const roots = this.#forest.finish();
    const appHash = rootOf(this.#forest, this.#modules, roots);
    this.#stage = { roots, appHash, writes, leaves };
    return appHash;
  }

  /**
   * Writes the staged version and `extra` as one batch and, once it is on disk, publishes it and prunes.
   * @throws StoreError where the disk refuses; the stage stands and may be committed again.
   */
  async commit(height: bigint, extra: readonly BatchOp[]): Promise<void> {
    const stage = this.#stage;
    assert(stage !== undefined && !this.#committing, "a commit follows a stage");
    const first = this.height === 0n;
    const { initialHeight } = this.#options;
    const expected = !first ? this.height + 1n : initialHeight === undefined ? height : BigInt(initialHeight);
    assert(height === expected, `height ${expected} is next, not ${height}`);
    this.#committing = true;
    try {
      const ops = this.#batch(stage, height, first);
      for (const op of extra) ops.push(op);
      await this.#backend.batch(ops, { sync: true });
    } finally {
      this.#committing = false;
    }
    this.#publish(stage, height);
    this.#prune();
  }

  /** Existence or absence of a key; undefined where the height is not retained or there is no such module. */
  prove(height: bigint, module: string, key: Uint8Array): Proof | undefined {
    const version = this.#version(height);
    const number = this.#numbers.get(module);
    if (version === undefined || number === undefined) return undefined;
    return proveKey(this.#forest, this.#modules, version.roots, number, key);
  }

  /**
   * All leaves of a height, by module and key, without the store's own: written to an empty store of the same layout
   * version they give the same app hash. Undefined where the height is not retained.
   */
  exportLeaves(height: bigint): Iterable<Leaf> | undefined {
    const reader = this.at(height);
    return reader && leavesOf(reader, this.#modules);
  }

  stats(): StoreStats {
    const { slab, arena, index } = this.#forest;
    return {
      keys: this.#leaves,
      nodes: slab.used,
      bytes: slab.used * NODE_BYTES + arena.usedBytes + index.bytes,
      versions: this.#versions.length,
    };
  }

  async close(): Promise<void> {
    await this.#backend.close();
  }

  #version(height: bigint): Version | undefined {
    return this.#versions[Number(height - this.oldestHeight)];
  }

  #batch(stage: Stage, height: bigint, first: boolean): BatchOp[] {
    const prefixes = this.#modules.map(leafPrefix);
    const ops: BatchOp[] = [];
    for (const { module, key, value } of stage.writes) {
      const whole = leafKey(prefixes[moduleNumber(this.#numbers, module)]!, key);
      if (value === undefined) ops.push({ type: "del", key: whole });
      else ops.push({ type: "put", key: whole, value: encodeLeaf(key, value) });
    }
    const { layoutVersion } = this.#options;
    if (first) {
      const value = encodeLeaf(layoutKey, layoutValue(layoutVersion));
      for (const prefix of prefixes) ops.push({ type: "put", key: leafKey(prefix, layoutKey), value });
    }
    const { appHash, leaves } = stage;
    const meta = { layoutVersion, height, appHash, leaves, modules: this.#modules };
    ops.push({ type: "put", key: metaKey, value: encodeMeta(meta) });
    return ops;
  }

  #publish(stage: Stage, height: bigint): void {
    const orphans = this.#forest.publish();
    const orphanBytes = this.#forest.bytesOf(orphans);
    const { roots, appHash } = stage;
    this.#versions.push({ height, appHash, roots, orphans, orphanBytes, retained: true });
    this.#heldBytes += orphanBytes;
    this.#leaves = stage.leaves;
    this.#stage = undefined;
  }

  #prune(): void {
    const { keepVersions, memoryBudgetBytes } = this.#options;
    const versions = this.#versions;
    const last = versions.length - 1;
    let drop = 0;
    while (drop < last) {
      const oldest = versions[drop]!;
      const wanted = last - drop < keepVersions && this.#heldBytes <= memoryBudgetBytes;
      // Height 0 was never committed.
      if (wanted && oldest.height !== 0n) break;
      oldest.retained = false;
      const next = versions[++drop]!;
      this.#forest.release(next.orphans);
      this.#heldBytes -= next.orphanBytes;
      next.orphans = [];
      next.orphanBytes = 0;
    }
    this.#versions = versions.slice(drop);
  }
}

function sortedModules(names: readonly string[]): string[] {
  const sorted = [...names].sort();
  assert(sorted.length > 0 && sorted.length <= MAX_MODULES, `a store has 1 to ${MAX_MODULES} modules`);
  for (const name of sorted) assert(/^[a-z][a-z0-9_-]{0,63}$/.test(name), `${name} is no name for a module`);
  assert(new Set(sorted).size === sorted.length, "modules have different names");
  return sorted;
}

function rootOf(forest: Forest, modules: readonly string[], roots: Uint32Array): Uint8Array {
  return multistoreRoot(
    modules,
    [...roots].map((id) => forest.slab.hash(id)),
  );
}

function* leavesOf(reader: StoreReader, modules: readonly string[]): Iterable<Leaf> {
  for (const module of modules) {
    for (const [key, value] of reader.iterate(module, {})) {
      if (!isReserved(key)) yield { module, key, value };
    }
  }
}
