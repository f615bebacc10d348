/**
 * Opening: the trees are rebuilt from the leaves on disk, and the root must be the one that was committed.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import type { Backend } from "./backend.ts";
import { crc32c } from "./crc32c.ts";
import { StoreError } from "./errors.ts";
import type { Forest } from "./forest.ts";
import { layoutKey, leafPrefix, leavesRange, MAX_KEY_BYTES, metaKey } from "./keys.ts";
import { decodeMeta, type StateMeta } from "./meta.ts";

const CRC_BYTES = 4;

/** The crc lets an error name the very leaf; the app hash is what is trusted. */
export function encodeLeaf(key: Uint8Array, value: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafe(CRC_BYTES + value.length);
  bytes.writeUInt32BE(crc32c(value, 0, value.length, crc32c(key)), 0);
  bytes.set(value, CRC_BYTES);
  return bytes;
}

/** @throws StoreError where another layout or other modules are on disk, or the record is damaged. Absent: new. */
export async function loadMeta(
  backend: Backend,
  modules: readonly string[],
  layoutVersion: number,
): Promise<StateMeta | undefined> {
  const bytes = await backend.get(metaKey);
  if (bytes === undefined) {
    for await (const _ of backend.iterate({ ...leavesRange, limit: 1 })) {
      throw corrupt(backend, "there are leaves, but no record of what they are");
    }
    return undefined;
  }
  const meta = decodeMeta(bytes);
  if (typeof meta === "string") throw corrupt(backend, `of the state's record, ${meta}`);
  if (meta.layoutVersion !== layoutVersion) {
    throw new StoreError(
      "layout",
      `The state in ${backend.location} has layout version ${meta.layoutVersion}, this program has ${layoutVersion}`,
      "Export it with the program that wrote it and import it here, or start afresh in another folder.",
    );
  }
  if (meta.modules.join() !== modules.join()) {
    throw new StoreError(
      "layout",
      `The state in ${backend.location} has the modules ${meta.modules.join(", ")}; this program has ${modules.join(", ")}`,
      "Export it with the program that wrote it and import it here, or start afresh in another folder.",
    );
  }
  return meta;
}

/** Trees with nothing but the layout key. */
export function plant(forest: Forest, modules: readonly string[], layoutVersion: number): Uint32Array {
  forest.begin(new Uint32Array(modules.length));
  for (let i = 0; i < modules.length; i++) forest.set(i, layoutKey, layoutValue(layoutVersion));
  return forest.finish();
}

export function layoutValue(layoutVersion: number): Uint8Array {
  const value = new Uint8Array(4);
  new DataView(value.buffer).setUint32(0, layoutVersion);
  return value;
}

/** Trees of all leaves on disk; the caller checks the root. */
export async function rebuild(backend: Backend, forest: Forest, meta: StateMeta): Promise<Uint32Array> {
  forest.begin(new Uint32Array(meta.modules.length));
  let leaves = 0;
  for (const [number, module] of meta.modules.entries()) {
    const prefix = leafPrefix(module);
    const builder = forest.builder(number);
    for await (const [whole, bytes] of backend.iterate({ gte: prefix, lt: after(prefix) })) {
      const key = whole.subarray(prefix.length);
      const value = bytes.subarray(CRC_BYTES);
      if (key.length === 0 || key.length > MAX_KEY_BYTES || value.length === 0 || !crcMatches(key, bytes)) {
        throw corrupt(backend, `leaf ${module}/${Buffer.from(key).toString("hex")} is damaged`);
      }
      builder.add(key, value);
      leaves++;
    }
    builder.end();
  }
  if (leaves !== meta.leaves) {
    throw corrupt(backend, `${meta.leaves} leaves were committed, ${leaves} are there`);
  }
  return forest.finish();
}

export function corrupt(backend: Backend, what: string, cause?: unknown): StoreError {
  return new StoreError(
    "corrupt",
    `The data in ${backend.location} is not what was committed: ${what}`,
    "Move the folder away and restore it from a copy, or sync or replay the chain anew.",
    cause,
  );
}

function crcMatches(key: Uint8Array, leaf: Uint8Array): boolean {
  const stored = ((leaf[0]! << 24) | (leaf[1]! << 16) | (leaf[2]! << 8) | leaf[3]!) >>> 0;
  return stored === crc32c(leaf, CRC_BYTES, leaf.length, crc32c(key));
}

/** The first key that does not begin with `prefix`, whose last byte is a letter. */
function after(prefix: Uint8Array): Uint8Array {
  const next = prefix.slice();
  const last = next.length - 1;
  assert(next[last]! < 0xff, "module names are ASCII");
  next[last]!++;
  return next;
}
