/**
 * The app hash: RFC 6962's Merkle root over the modules by name, as the Cosmos SDK's multistore has it.
 *
 * A leaf is uv(name length) name 0x20 sha256(root of the module's tree).
 *
 * @module
 */
import { digestOf } from "./hasher.ts";

/** One level up in a proof. */
export interface AuntStep {
  readonly prefix: Uint8Array;
  readonly suffix: Uint8Array;
}

const LEAF = 0;
const INNER = 1;
const NOTHING = new Uint8Array(0);

/** @param roots one a module, modules sorted by name. */
export function multistoreRoot(modules: readonly string[], roots: readonly Uint8Array[]): Uint8Array {
  return merkleRoot(leafHashes(modules, roots));
}

/** Steps from module number `index` up to the root. */
export function multistorePath(
  modules: readonly string[],
  roots: readonly Uint8Array[],
  index: number,
): AuntStep[] {
  const steps: AuntStep[] = [];
  let leaves = leafHashes(modules, roots);
  let at = index;
  // From the top down, so the steps come out backwards.
  while (leaves.length > 1) {
    const split = splitPoint(leaves.length);
    const left = leaves.slice(0, split);
    const right = leaves.slice(split);
    if (at < split) {
      steps.push({ prefix: Uint8Array.of(INNER), suffix: merkleRoot(right) });
      leaves = left;
    } else {
      steps.push({ prefix: Uint8Array.of(INNER, ...merkleRoot(left)), suffix: NOTHING });
      leaves = right;
      at -= split;
    }
  }
  return steps.reverse();
}

function leafHashes(modules: readonly string[], roots: readonly Uint8Array[]): Uint8Array[] {
  return modules.map((name, i) => {
    const bytes = Buffer.from(name, "latin1");
    return digestOf(Uint8Array.of(LEAF, bytes.length, ...bytes, 0x20, ...digestOf(roots[i] ?? NOTHING)));
  });
}

/** As deep as the logarithm of the number of modules. */
function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return digestOf(NOTHING);
  if (leaves.length === 1) return leaves[0]!;
  const split = splitPoint(leaves.length);
  const left = merkleRoot(leaves.slice(0, split));
  const right = merkleRoot(leaves.slice(split));
  return digestOf(Uint8Array.of(INNER, ...left, ...right));
}

/** The largest power of two below `length`. */
function splitPoint(length: number): number {
  return 1 << (31 - Math.clz32(length - 1));
}
