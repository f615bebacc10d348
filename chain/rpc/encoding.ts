/**
 * How CometBFT writes values in JSON: 64-bit numbers as strings, hashes in upper hex, other bytes in base64, times in
 * RFC 3339 with nanoseconds and no trailing zeros.
 *
 * @module
 */
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function upperHex(bytes: Uint8Array): string {
  return view(bytes).toString("hex").toUpperCase();
}

export function base64(bytes: Uint8Array): string {
  return view(bytes).toString("base64");
}

/** Absent bytes are null in protobuf JSON. */
export function base64OrNull(bytes: Uint8Array): string | null {
  return bytes.length === 0 ? null : base64(bytes);
}

/** What Go writes for no time. */
export const ZERO_TIME = "0001-01-01T00:00:00Z";
const ZERO_SECONDS = -62_135_596_800n;

export function time(timestamp: Timestamp | undefined): string {
  if (timestamp === undefined || timestamp.seconds <= ZERO_SECONDS) return ZERO_TIME;
  const text = new Date(Number(timestamp.seconds) * 1000).toISOString().slice(0, 19);
  const nanos = String(timestamp.nanos).padStart(9, "0").replace(/0+$/, "");
  return nanos === "" ? `${text}Z` : `${text}.${nanos}Z`;
}
