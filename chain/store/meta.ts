/**
 * The record that says what the leaves on disk are: written with them in one batch.
 *
 *     "assay-state" u8 0 | u32 format | u32 layout version | u64 height | 32 app hash | u64 leaves
 *     | u8 modules, each u8 length + name | u32 crc32c of all before
 *
 * @module
 */
import { crc32c } from "./crc32c.ts";

export interface StateMeta {
  /** Of the application's data, not of this file. */
  readonly layoutVersion: number;
  readonly height: bigint;
  readonly appHash: Uint8Array;
  /** In all modules together. */
  readonly leaves: number;
  readonly modules: readonly string[];
}

const MAGIC = Buffer.from("assay-state\0", "latin1");
/** Of the leaves and of this record. */
const FORMAT = 1;
const FIXED = MAGIC.length + 4 + 4 + 8 + 32 + 8 + 1;

export function encodeMeta(meta: StateMeta): Uint8Array {
  const names = meta.modules.map((name) => Buffer.from(name, "latin1"));
  const length = FIXED + names.reduce((sum, name) => sum + 1 + name.length, 0) + 4;
  const bytes = Buffer.alloc(length);
  let at = MAGIC.copy(bytes, 0);
  at = bytes.writeUInt32BE(FORMAT, at);
  at = bytes.writeUInt32BE(meta.layoutVersion, at);
  at = bytes.writeBigUInt64BE(meta.height, at);
  bytes.set(meta.appHash, at);
  at = bytes.writeBigUInt64BE(BigInt(meta.leaves), at + 32);
  at = bytes.writeUInt8(names.length, at);
  for (const name of names) {
    at = bytes.writeUInt8(name.length, at);
    at += name.copy(bytes, at);
  }
  bytes.writeUInt32BE(crc32c(bytes, 0, at), at);
  return bytes;
}

/** What is wrong with the bytes, as a string, or what they say. */
export function decodeMeta(input: Uint8Array): StateMeta | string {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.length);
  if (bytes.length < FIXED + 4) return "it is too short";
  const end = bytes.length - 4;
  if (bytes.readUInt32BE(end) !== crc32c(bytes, 0, end)) return "its checksum does not match";
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return "it is not Assay's";
  let at = MAGIC.length;
  const format = bytes.readUInt32BE(at);
  if (format !== FORMAT) return `its format is ${format}, this program reads ${FORMAT}`;
  const layoutVersion = bytes.readUInt32BE(at + 4);
  const height = bytes.readBigUInt64BE(at + 8);
  const appHash = Uint8Array.from(bytes.subarray(at + 16, at + 48));
  const leaves = Number(bytes.readBigUInt64BE(at + 48));
  const modules: string[] = [];
  at += 57;
  for (let i = bytes[at - 1]!; i > 0; i--) {
    const length = bytes[at]!;
    modules.push(bytes.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { layoutVersion, height, appHash, leaves, modules };
}
