/**
 * A block's parts, of which its id holds the root.
 *
 * @module
 */
import type { PartSetHeader } from "@assay/proto/gen/tendermint/types/types";
import { merkleRoot } from "./merkle.ts";

export const PART_BYTES = 65_536;

/** @param block encoded; never empty. */
export function partSetHeader(block: Uint8Array): PartSetHeader {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < block.length; at += PART_BYTES) parts.push(block.subarray(at, at + PART_BYTES));
  return { total: parts.length, hash: merkleRoot(parts) };
}
