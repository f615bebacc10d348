/**
 * Committed state as modules read it: one version, or always the latest.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import type { KeyRange, StoredValue, StoreReader } from "@assay/kernel/store";
import { StoreError } from "./errors.ts";
import type { Forest } from "./forest.ts";

/** A committed version whose trees are in memory. */
export interface Version {
  readonly height: bigint;
  readonly appHash: Uint8Array;
  /** One a module, in the order of their names. */
  readonly roots: Uint32Array;
  /** Nodes of the version before that this one replaced: nobody needs them once that one is pruned. */
  orphans: readonly number[];
  orphanBytes: number;
  /** False once pruned: its nodes may be others' by now. */
  retained: boolean;
}

/** Module name -> its number. */
export type ModuleNumbers = ReadonlyMap<string, number>;

export function moduleNumber(numbers: ModuleNumbers, module: string): number {
  const number = numbers.get(module);
  assert(number !== undefined, `the store has no module ${module}`);
  return number;
}

export class VersionReader implements StoreReader {
  readonly #forest: Forest;
  readonly #numbers: ModuleNumbers;
  readonly #version: Version;

  constructor(forest: Forest, numbers: ModuleNumbers, version: Version) {
    this.#forest = forest;
    this.#numbers = numbers;
    this.#version = version;
  }

  /** @throws StoreError `pruned` where the version has been given up since. */
  get(module: string, key: Uint8Array): Uint8Array | undefined {
    const leaf = this.#find(module, key);
    return leaf === 0 ? undefined : this.#forest.valueAt(leaf);
  }

  entry(module: string, key: Uint8Array): StoredValue {
    return { value: this.get(module, key), decoded: undefined };
  }

  has(module: string, key: Uint8Array): boolean {
    return this.#find(module, key) !== 0;
  }

  iterate(module: string, range: KeyRange): Iterable<readonly [Uint8Array, Uint8Array]> {
    assertRetained(this.#version);
    return iterateVersion(this.#forest, this.#version, moduleNumber(this.#numbers, module), range);
  }

  #find(module: string, key: Uint8Array): number {
    assertRetained(this.#version);
    return this.#forest.find(this.#version.roots[moduleNumber(this.#numbers, module)]!, key);
  }
}

/** The latest committed version, whichever that is at the call. */
export class LatestReader implements StoreReader {
  readonly #forest: Forest;
  readonly #numbers: ModuleNumbers;
  readonly #latest: () => Version;

  constructor(forest: Forest, numbers: ModuleNumbers, latest: () => Version) {
    this.#forest = forest;
    this.#numbers = numbers;
    this.#latest = latest;
  }

  get(module: string, key: Uint8Array): Uint8Array | undefined {
    const leaf = this.#find(module, key);
    return leaf === 0 ? undefined : this.#forest.valueAt(leaf);
  }

  entry(module: string, key: Uint8Array): StoredValue {
    return { value: this.get(module, key), decoded: undefined };
  }

  has(module: string, key: Uint8Array): boolean {
    return this.#find(module, key) !== 0;
  }

  /** Of the version that is the latest at the call, to the end. */
  iterate(module: string, range: KeyRange): Iterable<readonly [Uint8Array, Uint8Array]> {
    return iterateVersion(this.#forest, this.#latest(), moduleNumber(this.#numbers, module), range);
  }

  #find(module: string, key: Uint8Array): number {
    const number = moduleNumber(this.#numbers, module);
    const { index } = this.#forest;
    return index.find(number, key, index.hash(number, key));
  }
}

function* iterateVersion(forest: Forest, version: Version, module: number, range: KeyRange) {
  const root = version.roots[module]!;
  const { gte, lt } = range;
  if (gte !== undefined && lt !== undefined && Buffer.compare(gte, lt) >= 0) return;
  const leaves = range.reverse ? forest.descending(root, lt) : forest.ascending(root, gte);
  const end = range.reverse ? gte : lt;
  const sign = range.reverse ? -1 : 1;
  for (const leaf of leaves) {
    if (end !== undefined) {
      const order = sign * forest.compareKey(leaf, end);
      if (order > 0 || (order === 0 && !range.reverse)) return;
    }
    yield [forest.keyAt(leaf), forest.valueAt(leaf)] as const;
    assertRetained(version);
  }
}

function assertRetained(version: Version): void {
  if (version.retained) return;
  throw new StoreError(
    "pruned",
    `Height ${version.height} has been pruned`,
    "Ask for a later height, or keep more versions.",
  );
}
