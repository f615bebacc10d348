/**
 * The transaction that showed a proof: found by its event, decoded, and verified in this browser with the chain's code.
 *
 * @module
 */
import { type ProofVerdict, verifyProof } from "@assay/client/dataset/proof";
import { decodeTx } from "@assay/client/tx";
import { toHex } from "@assay/primitives/bytes";
import { featureLeaf } from "@assay/primitives/dataset/tree";
import { MsgChallenge } from "@assay/proto/gen/assay/challenge/v1/tx";
import type { Case } from "@assay/proto/gen/assay/challenge/v1/types";
import type { Claim, Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { client } from "./node.ts";
import { useResource } from "./resource.ts";

export interface Reveal {
  readonly hash: string;
  readonly height: number;
  readonly message: MsgChallenge;
}

/** Undefined where this node's index has no such transaction. */
async function loadReveal(item: Case): Promise<Reveal | undefined> {
  const { items } = await client.searchTx(`challenge.challenge_revealed.case_id='${item.id}'`, {
    perPage: 5,
  });
  for (const tx of items) {
    const messages = decodeTx(tx.tx)?.messages ?? [];
    for (const { any } of messages) {
      if (any.typeUrl !== MsgChallenge.typeUrl) continue;
      const message = MsgChallenge.fromBytes(any.value);
      if (message.claim === item.claim && toHex(message.datasetId) === toHex(item.datasetId)) {
        return { hash: tx.hash, height: tx.height, message };
      }
    }
  }
  return undefined;
}

export const useReveal = (item: Case) => useResource(`reveal:${item.id}`, () => loadReveal(item));

export interface Verified {
  readonly verdict: ProofVerdict;
  readonly ms: number;
}

/** Runs the verification now. */
export function verify(
  reveal: Reveal,
  dataset: Dataset,
  claim: Pick<Claim, "kind" | "max">,
): Verified | undefined {
  const { proof } = reveal.message;
  if (proof === undefined || dataset.terms === undefined) return undefined;
  const before = performance.now();
  const verdict = verifyProof(proof, dataset.terms, claim);
  return { verdict, ms: performance.now() - before };
}

/** A row's leaf in the features tree, lower hex. */
export function leafOf(index: bigint, content: Uint8Array): string {
  return toHex(featureLeaf(index, content));
}
