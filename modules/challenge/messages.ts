/** What can be said against a message without state. */
import { checkAddress } from "@assay/kernel/checks";
import type { ChainInfo } from "@assay/kernel/context";
import type { MsgChallenge, MsgCommitChallenge } from "@assay/proto/gen/assay/challenge/v1/tx";
import type { Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import { errors } from "./errors.ts";

/** A proof of max+1 pairs of the longest rows fits: 64 openings of 4,096 bytes and 17 hashes. */
export const MAX_CHALLENGE_TX_BYTES = 384 * 1024;

function check32(bytes: Uint8Array, what: string): void {
  if (bytes.length !== 32) throw errors.invalidHash(`${what} has ${bytes.length} bytes`);
}

export function checkCommitChallenge({ challenger, hash }: MsgCommitChallenge, chain: ChainInfo): void {
  checkAddress(challenger, chain, "challenger");
  check32(hash, "hash");
}

/** A challenge that shows something. */
export interface ShownChallenge extends MsgChallenge {
  proof: Proof;
}

export function checkChallenge(message: MsgChallenge, chain: ChainInfo): void {
  checkAddress(message.challenger, chain, "challenger");
  check32(message.datasetId, "dataset_id");
  check32(message.salt, "salt");
  const { CLAIM_KIND_SCHEMA_VALID, CLAIM_KIND_UNIQUE } = ClaimKind;
  if (message.claim !== CLAIM_KIND_SCHEMA_VALID && message.claim !== CLAIM_KIND_UNIQUE) {
    throw errors.claimNotChallengeable();
  }
  if (message.proof === undefined) throw errors.noProof();
}
