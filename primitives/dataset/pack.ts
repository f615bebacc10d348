/**
 * The two files of a dataset. One spelling for one content: their sha256 is what the ledger knows.
 *
 * features: "assay-f" 01 | u32 rows | per row: u32 length, bytes
 * labels:   "assay-l" 01 | u32 rows | per row: one byte
 *
 * The files bound counts and lengths; what else a row must be is the claim SCHEMA_VALID's to say, so an empty or
 * ill-spelled row can be packed, and challenged.
 *
 * @module
 */
import { ascii, concat, u32be } from "../bytes.ts";
import { MAX_BLOB_BYTES, MAX_FEATURE_BYTES, MAX_ROWS } from "./row.ts";

const FEATURES_MAGIC = ascii("assay-f");
const LABELS_MAGIC = ascii("assay-l");
const VERSION = 1;
/** Magic, version, row count. */
const HEADER_BYTES = 12;

/** Why bytes are no blob, or rows make none. */
export type PackErrorCode =
  | "magic"
  | "version"
  | "truncated"
  | "trailing"
  | "no_rows"
  | "too_many_rows"
  | "row_too_long"
  | "too_large";

/** The only error of this file, whatever the input. */
export class PackError extends Error {
  readonly code: PackErrorCode;

  constructor(code: PackErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = "PackError";
    this.code = code;
  }
}

function checkRowCount(rows: number): void {
  if (rows === 0) throw new PackError("no_rows", "a dataset has at least one row");
  if (rows > MAX_ROWS) throw new PackError("too_many_rows", `${rows} rows, at most ${MAX_ROWS}`);
}

function checkSize(bytes: number): void {
  if (bytes > MAX_BLOB_BYTES) throw new PackError("too_large", `${bytes} bytes, at most ${MAX_BLOB_BYTES}`);
}

function checkRowLength(row: number, bytes: number): void {
  if (bytes > MAX_FEATURE_BYTES) {
    throw new PackError("row_too_long", `row ${row} has ${bytes} bytes, at most ${MAX_FEATURE_BYTES}`);
  }
}

function readU32(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
}

/** Row count, after the header is found right. */
function readHeader(bytes: Uint8Array, magic: Uint8Array): number {
  checkSize(bytes.length);
  for (let i = 0; i < magic.length; i++) {
    if (i === bytes.length) throw new PackError("truncated", "the header is cut");
    if (bytes[i] !== magic[i]) throw new PackError("magic", "this is not such a file");
  }
  if (bytes.length < HEADER_BYTES) throw new PackError("truncated", "the header is cut");
  const version = bytes[magic.length]!;
  if (version !== VERSION) throw new PackError("version", `version ${version}, known is ${VERSION}`);
  const rows = readU32(bytes, magic.length + 1);
  checkRowCount(rows);
  return rows;
}

/** @throws PackError for no row, or a bound passed. */
export function packFeatures(rows: readonly Uint8Array[]): Uint8Array {
  checkRowCount(rows.length);
  let size = HEADER_BYTES;
  rows.forEach((row, i) => {
    checkRowLength(i, row.length);
    size += 4 + row.length;
  });
  checkSize(size);
  const blob = new Uint8Array(size);
  blob.set(concat(FEATURES_MAGIC, new Uint8Array([VERSION]), u32be(rows.length)));
  let at = HEADER_BYTES;
  for (const row of rows) {
    blob.set(u32be(row.length), at);
    blob.set(row, at + 4);
    at += 4 + row.length;
  }
  return blob;
}

/** @param labels one byte a row @throws PackError for no row, or too many. */
export function packLabels(labels: Uint8Array): Uint8Array {
  checkRowCount(labels.length);
  return concat(LABELS_MAGIC, new Uint8Array([VERSION]), u32be(labels.length), labels);
}

/**
 * Rows of a features blob, as views into it.
 * @throws PackError for anything that `packFeatures` would not have written.
 */
export function unpackFeatures(bytes: Uint8Array): Uint8Array[] {
  const count = readHeader(bytes, FEATURES_MAGIC);
  const rows: Uint8Array[] = [];
  let at = HEADER_BYTES;
  for (let i = 0; i < count; i++) {
    if (at + 4 > bytes.length) throw new PackError("truncated", `row ${i} of ${count} is missing`);
    const length = readU32(bytes, at);
    checkRowLength(i, length);
    if (at + 4 + length > bytes.length) throw new PackError("truncated", `row ${i} of ${count} is cut`);
    rows.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  if (at < bytes.length) throw new PackError("trailing", `${bytes.length - at} bytes after the last row`);
  return rows;
}

/**
 * Labels of a labels blob, one byte a row, as a view into it.
 * @throws PackError for anything that `packLabels` would not have written.
 */
export function unpackLabels(bytes: Uint8Array): Uint8Array {
  const count = readHeader(bytes, LABELS_MAGIC);
  if (bytes.length < HEADER_BYTES + count) throw new PackError("truncated", `fewer than ${count} labels`);
  if (bytes.length > HEADER_BYTES + count) {
    throw new PackError("trailing", `${bytes.length - HEADER_BYTES - count} bytes after the last label`);
  }
  return bytes.subarray(HEADER_BYTES);
}
