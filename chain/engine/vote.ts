/**
 * What a validator signs.
 *
 * @module
 */
import { present } from "@assay/kernel/assert";
import { CanonicalVote } from "@assay/proto/gen/tendermint/types/canonical";
import type { BlockID, Vote } from "@assay/proto/gen/tendermint/types/types";

/** The message behind its length, as protobuf streams delimit them. */
function delimited(message: Uint8Array): Uint8Array {
  const prefix: number[] = [];
  let rest = message.length;
  for (; rest >= 0x80; rest >>>= 7) prefix.push((rest & 0x7f) | 0x80);
  prefix.push(rest);
  const bytes = new Uint8Array(prefix.length + message.length);
  bytes.set(prefix);
  bytes.set(message, prefix.length);
  return bytes;
}

/** True for the id of no block, for which a vote is nil. */
function isNil(id: BlockID | undefined): boolean {
  if (id === undefined || id.hash.length > 0) return id === undefined;
  return (
    id.partSetHeader === undefined || (id.partSetHeader.total === 0 && id.partSetHeader.hash.length === 0)
  );
}

/** The part of a vote that its signature covers. */
export type SignedVote = Pick<Vote, "blockId" | "height" | "round" | "timestamp" | "type">;

/** The canonical vote, delimited. */
export function voteSignBytes(chainId: string, vote: SignedVote): Uint8Array {
  return delimited(
    CanonicalVote.toBytes({
      type: vote.type,
      height: vote.height,
      round: BigInt(vote.round),
      blockId: isNil(vote.blockId) ? undefined : vote.blockId,
      timestamp: present(vote.timestamp, "vote.timestamp"),
      chainId,
    }),
  );
}
