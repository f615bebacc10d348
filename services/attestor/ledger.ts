/** The attestor's view of the ledger, through the client library alone. */
import { isClientError } from "@assay/client/errors";
import { answer } from "@assay/client/modules/attest/messages";
import { QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import type { ServiceAccount } from "../account.ts";
import type { AttestorLedger } from "./main.ts";

export function attestorLedger({ client, address }: ServiceAccount): AttestorLedger {
  return {
    height: async () => BigInt(await client.getHeight()),
    openQuestions: async () =>
      (await client.query.attest.questions({ status: QuestionStatus.QUESTION_STATUS_OPEN })).questions,
    async dataset(id) {
      try {
        return await client.query.data.dataset(id);
      } catch (error) {
        if (isClientError(error, "notFound")) return undefined;
        throw error;
      }
    },
    async answer(questionId, given) {
      await client.signAndBroadcast(address, [answer({ attestor: address, questionId, answer: given })]);
    },
  };
}
