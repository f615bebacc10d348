/**
 * The state store by its definition: a sorted map a module, and the root computed from scratch. Slow and plain, so that
 * it can be believed.
 *
 * @module
 */
import { createHash } from "node:crypto";

/** Hex key -> hex value. */
export type OracleModule = ReadonlyMap<string, string>;
export type OracleState = ReadonlyMap<string, OracleModule>;
interface Entry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  readonly bits: string;
}

export function sortedEntries(module: OracleModule): [string, string][] {
  return [...module].sort(([a], [b]) => (a < b ? -1 : 1));
}

export function oracleAppHash(state: OracleState): string {
  const names = [...state.keys()].sort();
  const leaves = names.map((name) => {
    const root = treeRoot(
      sortedEntries(state.get(name)!).map(([k, v]) => {
        const key = Buffer.from(k, "hex");
        return { key, value: Buffer.from(v, "hex"), bits: bitText(key) };
      }),
    ).hash;
    return sha256([0], varint(name.length), Buffer.from(name), [32], sha256(root));
  });
  return Buffer.from(merkle(leaves)).toString("hex");
}

/** A crit-bit tree: split where the first and the last key, and so all of them, differ first. */
function treeRoot(entries: readonly Entry[]): { hash: Uint8Array; height: number } {
  if (entries.length === 1) {
    const { key, value } = entries[0]!;
    return { hash: sha256([0, 2, 2], varint(key.length), key, [32], sha256(value)), height: 0 };
  }
  const [first, last] = [entries[0]!.bits, entries.at(-1)!.bits];
  let crit = 0;
  while (first[crit] === last[crit]) crit++;
  const split = entries.findIndex(({ bits }) => bits[crit] === "1");
  const left = treeRoot(entries.slice(0, split));
  const right = treeRoot(entries.slice(split));
  const height = 1 + Math.max(left.height, right.height);
  const head = [...varint(height * 2), ...varint(entries.length * 2), 2];
  return { hash: sha256(head, [32], left.hash, [32], right.hash), height };
}

/** Each byte as a one and its bits; then zeros without end, of which one is enough. */
function bitText(key: Uint8Array): string {
  return `${[...key].map((byte) => `1${byte.toString(2).padStart(8, "0")}`).join("")}0`;
}

function merkle(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256([1], merkle(leaves.slice(0, split)), merkle(leaves.slice(split)));
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function sha256(...parts: (Uint8Array | number[])[]): Uint8Array {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(Uint8Array.from(part));
  return hash.digest();
}
