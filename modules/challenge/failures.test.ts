import { Msg } from "@assay/proto/gen/assay/challenge/v1/tx";
import type { Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_UNIQUE,
  claim,
  coins,
  salt,
  sampleRows,
  TestChallenge,
  TestSet,
} from "../../test/harness/dataset.ts";
import { describeFailureOrder } from "../../test/harness/failure-order.ts";
import { ASSAY, address, Market } from "../../test/harness/market.ts";
import { state } from "./state.ts";

const RICH = { olga: 10_000n * ASSAY, carl: 10_000n * ASSAY, poor: 1000n };

const commitDraft = () => ({
  market: new Market({ coins: RICH, challenge: { maxCommitsPerAccount: 2 } }),
  message: { challenger: address("carl"), hash: salt("hash"), bond: coins(5n * ASSAY) },
});

function putSeal(market: Market, challenger: string, hash: Uint8Array): void {
  market.write((ctx) => {
    const id = state.nextCommitId.next(ctx);
    const seal = { id, challenger, hash, bond: 1n, height: market.height, index: 0, revealUntil: 100n };
    state.commits.set(ctx, id, seal);
  });
}

describeFailureOrder<ReturnType<typeof commitDraft>>(
  "challenge",
  "MsgCommitChallenge",
  commitDraft,
  ({ market, message }) => market.deliver(Msg.CommitChallenge, message),
  [
    { code: "sdk/7", message: { challenger: "" } },
    { code: "challenge/3", message: { hash: new Uint8Array(33) } },
    {
      code: "challenge/2",
      breaks: ({ market }) =>
        market.write((ctx) => state.params.set(ctx, { ...state.params.must(ctx), paused: true })),
    },
    { code: "sdk/10", message: { bond: { denom: "uother", amount: "5000000" } } },
    { code: "challenge/6", message: { bond: coins(5n * ASSAY - 1n) } },
    {
      code: "challenge/7",
      breaks: ({ market, message }) => putSeal(market, message.challenger, message.hash),
    },
    {
      code: "challenge/8",
      breaks({ market, message }) {
        for (const word of ["one", "two"]) putSeal(market, message.challenger, salt(word));
      },
    },
    { code: "sdk/5", message: { challenger: address("poor") } },
  ],
);

/** A valid proof whose seal is a block old. */
function challengeDraft() {
  const market = new Market({ coins: RICH });
  const set = new TestSet("olga", sampleRows(2, 1));
  set.activate(market, [claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_UNIQUE)]);
  const proof: Proof | undefined = set.uniqueProof([2, 3]);
  set.challenge("carl", CLAIM_KIND_UNIQUE, proof).seal(market);
  market.next();
  const message = {
    challenger: address("carl"),
    datasetId: set.id,
    claim: CLAIM_KIND_UNIQUE as number,
    proof: proof as Proof | undefined,
    salt: salt("carl"),
  };
  return { market, set, message, gasLimit: 1_000_000 };
}
type ChallengeDraft = ReturnType<typeof challengeDraft>;

/** Seals what the draft says now, so that only what it says is wrong. */
function reseal({ market, message: { datasetId, claim, proof } }: ChallengeDraft): void {
  new TestChallenge({ id: datasetId }, "carl", claim, proof!, "carl").seal(market);
  market.height += 1n;
}

describeFailureOrder<ChallengeDraft>(
  "challenge",
  "MsgChallenge",
  challengeDraft,
  ({ market, message, gasLimit }) => market.deliver(Msg.Challenge, message, gasLimit),
  [
    { code: "sdk/7", message: { challenger: "x" } },
    { code: "challenge/3", message: { datasetId: new Uint8Array(31) } },
    { code: "challenge/4", message: { claim: CLAIM_KIND_AVAILABLE } },
    { code: "challenge/5", message: { proof: undefined } },
    { code: "challenge/9", message: { salt: salt("another") } },
    {
      code: "challenge/10",
      breaks: ({ market }) => {
        market.height += 20n;
      },
    },
    {
      code: "challenge/11",
      message: { datasetId: salt("no dataset") },
      breaks: reseal,
    },
    {
      code: "challenge/12",
      message: { claim: ClaimKind.CLAIM_KIND_SCHEMA_VALID },
      breaks: reseal,
    },
    {
      code: "challenge/13",
      // A seal of the block in which the claim opened is too early: it was not open yet.
      breaks({ market, set }) {
        market.write((ctx) => {
          for (const [id, seal] of [...state.commits.iterate(ctx)]) {
            state.commits.set(ctx, id, { ...seal, height: set.dataset(market).activeHeight });
          }
        });
      },
    },
    {
      code: "sdk/11",
      breaks: (draft) => {
        draft.gasLimit = 20_000;
      },
    },
  ],
);
