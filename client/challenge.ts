/**
 * Challenging in one call: the seal with its bond, the wait, and the proof.
 *
 * @module
 */
import { challengeCommitHash } from "@assay/primitives/dataset/id";
import { MsgChallengeResponse } from "@assay/proto/gen/assay/challenge/v1/tx";
import type { Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { type ClaimKind, ClaimStatus } from "@assay/proto/gen/assay/data/v1/types";
import { coin } from "./amount.ts";
import type { IndexedTx } from "./comet.ts";
import { newSalt, type SealOptions, sealAndShow } from "./commit-reveal.ts";
import { proofHash, verifyProof } from "./dataset/proof.ts";
import { decodeAnswer } from "./decode-answer.ts";
import { AssayError, clientError } from "./errors.ts";
import { commitChallenge, revealChallenge } from "./modules/challenge/messages.ts";
import { type BytesLike, toBytes } from "./query.ts";
import { rawAddress } from "./raw-address.ts";
import type { SigningAssayClient } from "./signing.ts";

export interface ChallengeArgs {
  readonly challenger: string;
  readonly datasetId: BytesLike;
  readonly claim: ClaimKind;
  /** From `proofAgainst`, or `uniqueProof` and `schemaProof`. */
  readonly proof: Proof;
  /** Base units; the least one if not given. Lost where the proof does not hold or is not shown in time. */
  readonly bond?: bigint;
  /** For people, in a list of what is pending. */
  readonly title?: string;
}

export interface Challenged extends MsgChallengeResponse {
  readonly tx: IndexedTx;
}

const ledgerError = (code: number, log: string): AssayError =>
  new AssayError({ codespace: "challenge", code, log });

/** Reads what a challenging transaction answered. */
export function challengedBy(tx: IndexedTx): Challenged {
  const response = decodeAnswer(MsgChallengeResponse, tx.msgResponses[0]?.value ?? new Uint8Array(0));
  return { ...response, tx };
}

/**
 * Challenges a claim. The verdict on the proof is in the answer; the claim is taken some blocks later, when no earlier
 * seal can be shown any more.
 * @throws AssayError. What was sealed by then is in the store: `resumeReveal` goes on with it.
 */
export async function challenge(
  client: SigningAssayClient,
  args: ChallengeArgs,
  options: SealOptions,
): Promise<Challenged> {
  const { challenger, claim, proof } = args;
  const datasetId = toBytes(args.datasetId);
  const dataset = await client.query.data.dataset(datasetId);
  const made = dataset.claims.find(({ kind }) => kind === claim);
  if (made === undefined || dataset.terms === undefined) throw ledgerError(12, "the claim was not made");
  if (made.status !== ClaimStatus.CLAIM_STATUS_OPEN) throw ledgerError(13, "it is not open now");
  // A bond is not to be lost on a proof that anyone can see does not hold.
  const verdict = verifyProof(proof, dataset.terms, made);
  if (!verdict.holds) throw clientError("invalid", `the proof does not hold: ${verdict.reason}`);
  const salt = newSalt();
  const hash = challengeCommitHash({
    challenger: rawAddress(challenger),
    datasetId,
    claim,
    proofHash: proofHash(proof),
    salt,
  });
  const params = await client.query.challenge.params();
  const { stakeDenom } = await client.query.data.params();
  const tx = await sealAndShow(
    client,
    {
      kind: "challenge",
      account: challenger,
      datasetId,
      title: args.title ?? "a challenge",
      hash,
      commit: commitChallenge({ challenger, hash, bond: coin(args.bond ?? params.minBond, stakeDenom) }),
      reveal: revealChallenge({ challenger, datasetId, claim, proof, salt }),
      minBlocks: Number(params.revealMinBlocks),
      maxBlocks: Number(params.revealMaxBlocks),
    },
    options,
  );
  return challengedBy(tx);
}
