/**
 * The attestor's view of the ledger, through the client library alone.
 *
 * @module
 */
import { AssayError, isClientError } from "@assay/client/errors";
import { answer as answerMessage } from "@assay/client/modules/attest/messages";
import { type Answer, type Question, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import type { ServiceAccount } from "../account.ts";

/** What the attestor asks of the ledger. */
export interface AttestorLedger {
  height(): Promise<bigint>;
  /** Questions whose deadline is ahead of this height, decided or not: a late answer counts as having taken part. */
  liveQuestions(height: bigint): Promise<readonly Question[]>;
  dataset(id: Uint8Array): Promise<Dataset | undefined>;
  /**
   * Hands an answer over, for a block up to `lastHeight`; the questions show later whether it got into one.
   * @param onSend is called before the node has it: from then on it may get into a block, whatever this throws.
   */
  answer(questionId: bigint, answer: Answer, lastHeight: bigint, onSend: () => void): Promise<void>;
}

const PAGE = 50;
/** `attest/8`. */
const ALREADY_ANSWERED = 8;

export function attestorLedger({ client, address }: ServiceAccount): AttestorLedger {
  /** Newest first, page by page, until `enough`. */
  async function collect(
    status: QuestionStatus,
    live: Map<bigint, Question>,
    isLive: (question: Question) => boolean,
    enough: (page: readonly Question[]) => boolean,
  ): Promise<void> {
    for (let key = new Uint8Array(0); ; ) {
      const page = await client.query.attest.questions({ status, page: { key, limit: PAGE } });
      for (const question of page.questions) if (isLive(question)) live.set(question.id, question);
      key = new Uint8Array(page.pagination?.nextKey ?? []);
      if (key.length === 0 || enough(page.questions)) return;
    }
  }

  return {
    height: async () => BigInt(await client.getHeight()),

    async liveQuestions(height) {
      const isLive = (question: Question): boolean => question.deadlineHeight > height;
      const live = new Map<bigint, Question>();
      await collect(QuestionStatus.QUESTION_STATUS_OPEN, live, isLive, () => false);
      // Decided ones are among the newest; there is no end of older ones.
      await collect(QuestionStatus.QUESTION_STATUS_UNSPECIFIED, live, isLive, (page) => !page.some(isLive));
      return [...live.values()];
    },

    async dataset(id) {
      try {
        return await client.query.data.dataset(id);
      } catch (error) {
        if (isClientError(error, "notFound")) return undefined;
        throw error;
      }
    },

    async answer(questionId, answer, lastHeight, onSend) {
      const message = answerMessage({ attestor: address, questionId, answer });
      try {
        await client.signAndBroadcastSync(address, [message], {
          timeoutHeight: Number(lastHeight),
          beforeBroadcast: async () => onSend(),
        });
      } catch (error) {
        // Its own answer came into a block between the reading and now.
        if (error instanceof AssayError && error.is("attest", ALREADY_ANSWERED)) return;
        throw error;
      }
    },
  };
}
