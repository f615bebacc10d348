/**
 * Where the engine keeps what in the backend that it shares with the application's state.
 *
 * @module
 */
import { u64be } from "@assay/primitives/bytes";

/** First byte of each kind of key; the engine owns 0x10 to 0x1f. Numbers are never reused. */
export const KEYS = {
  /** height -> `Block` */
  block: 0x10,
  /** height -> `BlockID` */
  blockId: 0x11,
  /** -> `Commit` of the last block, whose canonical place is in the block that is to come */
  seenCommit: 0x12,
  /** height -> `ResponseFinalizeBlock` */
  outcome: 0x13,
  /** height -> `ValidatorSet`, for two heights past the last block too */
  validators: 0x14,
  /** height from which they hold -> `ConsensusParams` */
  params: 0x15,
  /** block hash -> height */
  hash: 0x16,
  /** -> sha256 of what of the genesis document cannot change */
  genesis: 0x17,
} as const;

export function key(kind: number, rest: Uint8Array = new Uint8Array(0)): Uint8Array {
  const bytes = new Uint8Array(1 + rest.length);
  bytes[0] = kind;
  bytes.set(rest, 1);
  return bytes;
}

export const atHeight = (kind: number, height: number): Uint8Array => key(kind, u64be(BigInt(height)));
export const heightIn = (stored: Uint8Array, offset: number): number =>
  Number(new DataView(stored.buffer, stored.byteOffset).getBigUint64(offset));
