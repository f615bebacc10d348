/** A dataset on a real node that is published, attested and open to stakes, without content behind it. */
import { coin } from "@assay/client/amount";
import { contentTerms, type PackedDataset } from "@assay/client/dataset/pack";
import { answer } from "@assay/client/modules/attest/messages";
import { MemoryPendingStore } from "@assay/client/pending";
import { type Published, publishDataset } from "@assay/client/publish";
import type { SigningAssayClient } from "@assay/client/signing";
import { Answer, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { Access, ClaimKind } from "@assay/proto/gen/assay/data/v1/types";

export interface Signing {
  readonly assay: SigningAssayClient;
  readonly address: string;
}

/** Claims that it is available, and that no two rows are near. */
export async function publishSet(owner: Signing, packed: PackedDataset, name: string): Promise<Published> {
  const { challengeWindowBlocks, minOwnerStake, stakeDenom } = await owner.assay.query.data.params();
  const stake = coin(minOwnerStake, stakeDenom);
  return publishDataset(
    owner.assay,
    {
      owner: owner.address,
      terms: {
        ...contentTerms(packed),
        name,
        version: 1,
        task: "text-classification",
        licence: "CC0-1.0",
        card: '# A card with "quotes", <tags> & 漢😀\n',
        access: Access.ACCESS_PUBLIC,
        windowBlocks: challengeWindowBlocks,
      },
      claims: [
        { kind: ClaimKind.CLAIM_KIND_AVAILABLE, stake },
        { kind: ClaimKind.CLAIM_KIND_UNIQUE, max: 0, stake },
      ],
    },
    { store: new MemoryPendingStore() },
  );
}

/** Each validator says yes to every open question. */
export async function attestAll(validators: readonly Signing[]): Promise<void> {
  for (const { assay, address } of validators) {
    const { questions } = await assay.query.attest.questions({ status: QuestionStatus.QUESTION_STATUS_OPEN });
    const messages = questions.map(({ id }) =>
      answer({ attestor: address, questionId: id, answer: Answer.ANSWER_YES }),
    );
    if (messages.length > 0) await assay.signAndBroadcast(address, messages);
  }
}
