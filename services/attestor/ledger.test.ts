import { AssayError } from "@assay/client/errors";
import { Answer, Question, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { describe, expect, test } from "vitest";
import type { ServiceAccount } from "../account.ts";
import { attestorLedger } from "./ledger.ts";

const { QUESTION_STATUS_OPEN, QUESTION_STATUS_PASSED } = QuestionStatus;

/** A node's list of questions, newest first, in pages of at most `limit`. */
function node(questions: readonly Question[]) {
  const calls: number[] = [];
  const client = {
    query: {
      attest: {
        async questions({ status, page }: { status: number; page: { key: Uint8Array; limit: number } }) {
          calls.push(status);
          const list = [...questions].reverse().filter((q) => status === 0 || q.status === status);
          const at = page.key.length === 0 ? 0 : Buffer.from(page.key).readUInt32BE();
          const end = at + page.limit;
          const nextKey = Buffer.alloc(4);
          nextKey.writeUInt32BE(end);
          return {
            questions: list.slice(at, end),
            pagination: { nextKey: end < list.length ? nextKey : new Uint8Array(0), total: 0n },
          };
        },
      },
    },
  };
  return { calls, ledger: attestorLedger({ client, address: "assay1me" } as unknown as ServiceAccount) };
}

const question = (id: number, deadline: number, status: QuestionStatus = QUESTION_STATUS_OPEN): Question =>
  Question.fromPartial({ id: BigInt(id), deadlineHeight: BigInt(deadline), status });

describe("live questions", () => {
  test("are all that are open, over all pages, each once", async () => {
    const all = Array.from({ length: 230 }, (_, i) => question(i + 1, 1_000));
    const { ledger } = node(all);
    const ids = (await ledger.liveQuestions(100n)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(230);
    expect(ids).toHaveLength(230);
  });

  test("are those decided, too, but not the long row of old ones", async () => {
    const old = Array.from({ length: 5_000 }, (_, i) => question(i + 1, 50, QUESTION_STATUS_PASSED));
    const recent = Array.from({ length: 60 }, (_, i) => question(6_000 + i, 1_000, QUESTION_STATUS_PASSED));
    const { ledger, calls } = node([...old, question(5_500, 1_000), ...recent]);
    expect(await ledger.liveQuestions(100n)).toHaveLength(61);
    expect(calls.length).toBeLessThanOrEqual(4);
  });

  test("end with their deadline", async () => {
    const { ledger } = node([question(1, 100), question(2, 101)]);
    expect((await ledger.liveQuestions(100n)).map(({ id }) => id)).toEqual([2n]);
  });
});

describe("an answer", () => {
  const send = (failure?: unknown) => {
    const sent: unknown[] = [];
    const client = {
      async signAndBroadcastSync(
        from: string,
        messages: unknown[],
        options: { beforeBroadcast: () => Promise<void> },
      ) {
        if (failure !== undefined) throw failure;
        await options.beforeBroadcast();
        sent.push([from, messages, options]);
      },
    };
    let onSend = 0;
    const ledger = attestorLedger({ client, address: "assay1me" } as unknown as ServiceAccount);
    const done = ledger.answer(7n, Answer.ANSWER_YES, 130n, () => onSend++);
    return { done, sent, count: () => onSend };
  };

  test("is a transaction that lives until a height, and is told of before the node has it", async () => {
    const { done, sent, count } = send();
    await done;
    expect(count()).toBe(1);
    expect(sent).toEqual([
      [
        "assay1me",
        [
          {
            typeUrl: "/assay.attest.v1.MsgAnswer",
            value: { attestor: "assay1me", questionId: 7n, answer: Answer.ANSWER_YES, measured: 0n },
          },
        ],
        expect.objectContaining({ timeoutHeight: 130 }),
      ],
    ]);
  });

  test("that is on the ledger already is no failure; any other refusal is", async () => {
    const refusal = (codespace: string, code: number) => new AssayError({ codespace, code, log: "" });
    const twice = send(refusal("attest", 8));
    await twice.done;
    expect(twice.count()).toBe(0);
    await expect(send(refusal("attest", 5)).done).rejects.toThrow("answers for no validator");
  });
});
