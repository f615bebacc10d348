/**
 * What a row, a label and a name may be, and the form in which two rows are compared.
 *
 * @module
 */
import { isUtf8, utf8Length } from "../utf8.ts";

/** Bytes of a row's feature, from 1. */
export const MAX_FEATURE_BYTES = 4096;
export const MAX_ROWS = 100_000;
/** Bytes of a blob: 64 MiB. */
export const MAX_BLOB_BYTES = 64 * 1024 * 1024;
export const MIN_LABELS = 2;
export const MAX_LABELS = 32;
/** Bytes of a label's name, from 1. */
export const MAX_LABEL_NAME_BYTES = 64;

/** A charset as SCHEMA_VALID knows it. */
export type RowCharset = "ascii" | "utf8";

/** Why a feature breaks the schema. */
export type RowFault = "empty" | "too_long" | "nul" | "not_ascii" | "not_utf8";

/** The first rule that a feature breaks, in the order of `RowFault`; undefined where it breaks none. */
export function rowFault(bytes: Uint8Array, charset: RowCharset): RowFault | undefined {
  if (bytes.length === 0) return "empty";
  if (bytes.length > MAX_FEATURE_BYTES) return "too_long";
  let ascii = true;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0) return "nul";
    if (bytes[i]! >= 0x80) ascii = false;
  }
  if (ascii) return undefined;
  if (charset === "ascii") return "not_ascii";
  return isUtf8(bytes) ? undefined : "not_utf8";
}

/** Why a list of label names is none. */
export type LabelsFault = "too_few" | "too_many" | "empty" | "too_long" | "nul" | "repeated";

/** The first rule that label names break; undefined where they break none. Names differ by bytes: no folding. */
export function labelsFault(labels: readonly string[]): LabelsFault | undefined {
  if (labels.length < MIN_LABELS) return "too_few";
  if (labels.length > MAX_LABELS) return "too_many";
  for (const label of labels) {
    if (label.length === 0) return "empty";
    if (utf8Length(label) > MAX_LABEL_NAME_BYTES) return "too_long";
    if (label.includes("\0")) return "nul";
  }
  return new Set(labels).size === labels.length ? undefined : "repeated";
}

/** A dataset's name: 3 to 64 of a-z, 0-9 and hyphen. */
export function isDatasetName(name: string): boolean {
  return /^[a-z0-9-]{3,64}$/.test(name);
}

/**
 * The form in which rows are compared: A-Z as a-z, each run of white space (09 to 0D, 20) as one space, none at the
 * ends. Nothing is ever hashed in this form.
 */
export function canon(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let gap = false;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b === 0x20 || (b >= 0x09 && b <= 0x0d)) {
      gap = length > 0;
      continue;
    }
    if (gap) {
      out[length++] = 0x20;
      gap = false;
    }
    out[length++] = b >= 0x41 && b <= 0x5a ? b + 0x20 : b;
  }
  return out.subarray(0, length);
}
