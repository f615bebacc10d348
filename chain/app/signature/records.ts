/**
 * How checks travel to the worker: 132 bytes each in one transferred buffer, one byte each back.
 *
 * | at | bytes | |
 * |---|---|---|
 * | 0 | 32 | digest |
 * | 32 | 33 | key |
 * | 65 | 64 | signature |
 * | 129 | 3 | - |
 *
 * @module
 */
import type { SignatureCheck } from "./verifier.ts";

const RECORD_BYTES = 132;

export interface VerifyJob {
  readonly id: number;
  readonly records: ArrayBuffer;
}

/** `valid[i]` is 1 where check `i` holds. */
export interface VerifyAnswer {
  readonly id: number;
  readonly valid: Uint8Array;
}

/** Of well-formed checks. */
export function packChecks(checks: readonly SignatureCheck[]): ArrayBuffer {
  const records = new Uint8Array(checks.length * RECORD_BYTES);
  checks.forEach(({ digest, key, signature }, i) => {
    records.set(digest, i * RECORD_BYTES);
    records.set(key, i * RECORD_BYTES + 32);
    records.set(signature, i * RECORD_BYTES + 65);
  });
  return records.buffer;
}

export function unpackChecks(records: ArrayBuffer): SignatureCheck[] {
  return Array.from({ length: records.byteLength / RECORD_BYTES }, (_, i) => ({
    digest: new Uint8Array(records, i * RECORD_BYTES, 32),
    key: new Uint8Array(records, i * RECORD_BYTES + 32, 33),
    signature: new Uint8Array(records, i * RECORD_BYTES + 65, 64),
  }));
}
