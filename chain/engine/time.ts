/**
 * Arithmetic on protobuf timestamps.
 *
 * @module
 */
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";

/** Go's zero time, year 1: what an absent vote carries. */
export const ZERO_TIME: Timestamp = { seconds: -62135596800n, nanos: 0 };

const NANOS = 1_000_000_000;

/** Negative, zero or positive. */
export function compareTime(a: Timestamp, b: Timestamp): number {
  if (a.seconds !== b.seconds) return a.seconds < b.seconds ? -1 : 1;
  return a.nanos - b.nanos;
}

/** Not for negative `ms`. */
export function addMs(time: Timestamp, ms: number): Timestamp {
  const nanos = time.nanos + (ms % 1000) * 1_000_000;
  const carry = nanos >= NANOS ? 1 : 0;
  return { seconds: time.seconds + BigInt(Math.floor(ms / 1000) + carry), nanos: nanos - carry * NANOS };
}

/** Milliseconds since 1970 to a timestamp. */
export function timeFromMs(ms: number): Timestamp {
  const seconds = Math.floor(ms / 1000);
  return { seconds: BigInt(seconds), nanos: (ms - seconds * 1000) * 1_000_000 };
}

/** Whole milliseconds since 1970, rounded down. */
export function timeToMs(time: Timestamp): number {
  return Number(time.seconds) * 1000 + Math.floor(time.nanos / 1_000_000);
}

export function laterTime(a: Timestamp, b: Timestamp): Timestamp {
  return compareTime(a, b) < 0 ? b : a;
}

const RFC3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** RFC 3339 to a timestamp, nanoseconds kept; undefined for anything else, days that do not exist included. */
export function parseTime(text: string): Timestamp | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const [, whole, fraction = "", zone] = match;
  const local = Date.parse(`${whole}Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 19) !== whole) return undefined;
  const ms = Date.parse(`${whole}${zone}`);
  if (Number.isNaN(ms)) return undefined;
  return { seconds: BigInt(ms / 1000), nanos: Number(fraction.padEnd(9, "0")) };
}

/** RFC 3339 in UTC with as many digits of a second as it has, as Go prints it. */
export function formatTime(time: Timestamp): string {
  const whole = new Date(Number(time.seconds) * 1000).toISOString().slice(0, 19);
  const fraction = String(time.nanos).padStart(9, "0").replace(/0+$/, "");
  return `${whole}${fraction === "" ? "" : `.${fraction}`}Z`;
}
