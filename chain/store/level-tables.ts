/**
 * The check that LevelDB leaves out: through this binding it reads tables without comparing their checksums, and a
 * flipped byte may then end the process in an assertion that names nothing. So the tables are read once before opening.
 *
 * A table (LevelDB's `table_format.md`): blocks, each followed by u8 compression and u32 masked crc32c of both; index
 * blocks hold the places of the others; a footer of 48 bytes holds the places of the index blocks and ends in a magic
 * number. Everything is little-endian.
 *
 * @module
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32c } from "./crc32c.ts";

const FOOTER_BYTES = 48;
const TRAILER_BYTES = 5;
const MAGIC = 0xdb4775248b80fb57n;
const RAW = 0;
const SNAPPY = 1;

/** The name of a table whose checksums do not match; undefined where all do. A missing folder has none. */
export async function findDamagedTable(folder: string): Promise<string | undefined> {
  for (const name of await filesOf(folder)) {
    if (!/^\d+\.(ldb|sst)$/.test(name)) continue;
    const table = await contentOf(join(folder, name));
    if (table !== undefined && !isSound(table)) return name;
  }
  return undefined;
}

async function filesOf(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}

/** Undefined where it is gone meanwhile, which is for LevelDB to judge. */
async function contentOf(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined);
}

/** A table without its footer was never finished; LevelDB knows whether it needs it. */
export function isSound(table: Buffer): boolean {
  const footer = table.length - FOOTER_BYTES;
  if (footer < 0 || table.readBigUInt64LE(footer + 40) !== MAGIC) return true;
  try {
    const [metaIndex, next] = readHandle(table, footer);
    const [index] = readHandle(table, next);
    for (const handle of [metaIndex, index]) {
      for (const inner of handlesIn(blockOf(table, handle))) checkBlock(table, inner);
    }
    return true;
  } catch (error) {
    if (error instanceof DamagedError) return false;
    throw error;
  }
}

class DamagedError extends Error {}

interface Handle {
  readonly offset: number;
  readonly size: number;
}

function readHandle(from: Buffer, at: number): [Handle, number] {
  const [offset, middle] = readVarint(from, at);
  const [size, end] = readVarint(from, middle);
  return [{ offset, size }, end];
}

function readVarint(from: Uint8Array, start: number): [number, number] {
  let value = 0;
  for (let at = start, scale = 1; at < from.length && at < start + 8; at++, scale *= 128) {
    const byte = from[at]!;
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at + 1];
  }
  throw new DamagedError();
}

function checkBlock(table: Buffer, { offset, size }: Handle): void {
  const end = offset + size;
  if (end + TRAILER_BYTES > table.length) throw new DamagedError();
  const masked = table.readUInt32LE(end + 1);
  const rotated = (masked - 0xa282ead8) >>> 0;
  const stored = ((rotated >>> 17) | (rotated << 15)) >>> 0;
  if (crc32c(table, offset, end + 1) !== stored) throw new DamagedError();
}

function blockOf(table: Buffer, handle: Handle): Buffer {
  checkBlock(table, handle);
  const end = handle.offset + handle.size;
  const bytes = table.subarray(handle.offset, end);
  if (table[end] === RAW) return bytes;
  if (table[end] === SNAPPY) return unsnappy(bytes);
  throw new DamagedError();
}

/** The values of an index block: entries of varints shared, unshared and value length, key and value; then restarts. */
function handlesIn(block: Buffer): Handle[] {
  if (block.length < 4) throw new DamagedError();
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const handles: Handle[] = [];
  for (let at = 0; at < end; ) {
    const [, afterShared] = readVarint(block, at);
    const [unshared, afterUnshared] = readVarint(block, afterShared);
    const [length, key] = readVarint(block, afterUnshared);
    handles.push(readHandle(block, key + unshared)[0]);
    at = key + unshared + length;
  }
  return handles;
}

/** Snappy's raw format (`format_description.txt`): the length, then literals and copies of what came before. */
export function unsnappy(from: Uint8Array): Buffer {
  const [length, start] = readVarint(from, 0);
  if (length > 64 << 20) throw new DamagedError();
  const to = Buffer.alloc(length);
  let written = 0;
  for (let at = start; at < from.length; ) {
    const tag = from[at++]!;
    const kind = tag & 3;
    if (kind === 0) {
      let count = (tag >>> 2) + 1;
      if (count > 60) {
        const bytes = count - 60;
        count = littleEndian(from, at, bytes) + 1;
        at += bytes;
      }
      if (at + count > from.length || written + count > length) throw new DamagedError();
      to.set(from.subarray(at, at + count), written);
      at += count;
      written += count;
      continue;
    }
    const bytes = kind === 3 ? 4 : kind;
    const count = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    const high = kind === 1 ? (tag >>> 5) << 8 : 0;
    const distance = high + littleEndian(from, at, bytes);
    at += bytes;
    if (distance === 0 || distance > written || written + count > length) throw new DamagedError();
    // Byte by byte: a copy may overlap what it writes.
    for (let i = 0; i < count; i++, written++) to[written] = to[written - distance]!;
  }
  if (written !== length) throw new DamagedError();
  return to;
}

function littleEndian(from: Uint8Array, at: number, bytes: number): number {
  if (at + bytes > from.length) throw new DamagedError();
  let value = 0;
  for (let i = bytes - 1; i >= 0; i--) value = value * 256 + from[at + i]!;
  return value;
}
