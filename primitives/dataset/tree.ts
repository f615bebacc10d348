/**
 * The two trees of a dataset, and single rows opened against their roots.
 *
 * feature leaf: sha256(00 | u64 index | content | key hash), label leaf: sha256(00 | u64 index | label | salt).
 * What is public has 32 zero bytes for key hash and salt.
 *
 * @module
 */
import { u64be } from "../bytes.ts";
import { sha256 } from "../hash.ts";
import { MerkleTree, verifyPath } from "../merkle.ts";

/** Key hash of a public feature, and salt of a published label. */
const OPEN: Uint8Array = new Uint8Array(32);
const LEAF = new Uint8Array([0]);

/** @throws RangeError for a negative index. */
export function featureLeaf(index: bigint, content: Uint8Array): Uint8Array {
  return sha256(LEAF, u64be(index), content, OPEN);
}

/**
 * @param label 0 to 255
 * @throws RangeError for another label, or a negative index.
 */
export function labelLeaf(index: bigint, label: number, salt: Uint8Array = OPEN): Uint8Array {
  if (!isLabel(label)) throw new RangeError(`${label} is no label`);
  return sha256(LEAF, u64be(index), new Uint8Array([label]), salt);
}

function isLabel(label: number): boolean {
  return Number.isInteger(label) && label >= 0 && label <= 255;
}

/** A row's content with its way to the features root; shaped as `assay.challenge.v1.Opening`. */
export interface FeatureOpening {
  readonly index: bigint;
  readonly content: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** A row's label with its way to the labels root; shaped as `assay.challenge.v1.LabelOpening`. */
export interface LabelOpening {
  readonly index: bigint;
  readonly label: number;
  readonly salt: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** Features with their tree: a root, and an opening of any row without further hashing. */
export class FeatureTree {
  readonly rows: readonly Uint8Array[];
  readonly #tree: MerkleTree;

  constructor(rows: readonly Uint8Array[]) {
    this.rows = rows;
    this.#tree = new MerkleTree(rows.map((row, i) => featureLeaf(BigInt(i), row)));
  }

  get root(): Uint8Array {
    return this.#tree.root;
  }

  /** @throws RangeError where there is no such row. */
  opening(index: number): { index: bigint; content: Uint8Array; path: Uint8Array[] } {
    const path = this.#tree.path(index);
    return { index: BigInt(index), content: this.rows[index]!, path };
  }
}

/** Published labels with their tree. */
export class LabelTree {
  readonly labels: Uint8Array;
  readonly #tree: MerkleTree;

  /** @param labels one byte a row */
  constructor(labels: Uint8Array) {
    this.labels = labels;
    this.#tree = new MerkleTree(Array.from(labels, (label, i) => labelLeaf(BigInt(i), label)));
  }

  get root(): Uint8Array {
    return this.#tree.root;
  }

  /** @throws RangeError where there is no such row. */
  opening(index: number): { index: bigint; label: number; salt: Uint8Array; path: Uint8Array[] } {
    const path = this.#tree.path(index);
    return { index: BigInt(index), label: this.labels[index]!, salt: OPEN.slice(), path };
  }
}

function isPlace(index: bigint, rowCount: bigint): boolean {
  return index >= 0n && index < rowCount && rowCount <= BigInt(Number.MAX_SAFE_INTEGER);
}

/** True where this content is row `index` of the dataset of `rowCount` rows with this root. Never throws. */
export function verifyFeatureOpening(root: Uint8Array, rowCount: bigint, opening: FeatureOpening): boolean {
  if (!isPlace(opening.index, rowCount)) return false;
  const leaf = featureLeaf(opening.index, opening.content);
  return verifyPath(root, leaf, Number(opening.index), Number(rowCount), opening.path);
}

/** True where this label is that of row `index` of the dataset of `rowCount` rows with this root. Never throws. */
export function verifyLabelOpening(root: Uint8Array, rowCount: bigint, opening: LabelOpening): boolean {
  if (!isPlace(opening.index, rowCount) || !isLabel(opening.label) || opening.salt.length !== 32)
    return false;
  const leaf = labelLeaf(opening.index, opening.label, opening.salt);
  return verifyPath(root, leaf, Number(opening.index), Number(rowCount), opening.path);
}
