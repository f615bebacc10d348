import type { WriteCtx } from "@assay/kernel/context";
import { Msg } from "@assay/proto/gen/assay/data/v1/tx";
import {
  Access,
  type Claim,
  ClaimKind,
  type Dataset,
  type DatasetTerms,
} from "@assay/proto/gen/assay/data/v1/types";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_UNIQUE,
  claim,
  coins,
  salt,
  sampleRows,
  TestSet,
} from "../../test/harness/dataset.ts";
import { describeFailureOrder } from "../../test/harness/failure-order.ts";
import { ASSAY, address, Market } from "../../test/harness/market.ts";
import { withClaim } from "./math.ts";
import { state } from "./state.ts";

const RICH = { olga: 10_000n * ASSAY, ben: 10_000n * ASSAY, poor: 1000n };

const pause = ({ market }: { market: Market }): void =>
  market.write((ctx) => state.params.set(ctx, { ...state.params.must(ctx), paused: true }));

const otherDenom = { denom: "uother", amount: "100000000" };

/** Changes a stored dataset behind the module's back. */
function edit(market: Market, set: TestSet, change: (dataset: Dataset) => Dataset): void {
  market.write((ctx: WriteCtx) => state.datasets.set(ctx, set.id, change(state.datasets.get(ctx, set.id)!)));
}

const editClaim = (market: Market, set: TestSet, change: Partial<Claim>): void =>
  edit(market, set, (dataset) => withClaim(dataset, CLAIM_KIND_UNIQUE, (c) => ({ ...c, ...change })));

function putSeal(market: Market, owner: string, hash: Uint8Array, height = market.height): void {
  market.write((ctx) => state.commits.set(ctx, [ctx.address(owner), hash], { owner, hash, height }));
}

const commitDraft = () => ({
  market: new Market({ coins: RICH, data: { maxCommitsPerOwner: 2 } }),
  message: { owner: address("olga"), hash: salt("hash") },
});

describeFailureOrder<ReturnType<typeof commitDraft>>(
  "data",
  "MsgCommitPublish",
  commitDraft,
  ({ market, message }) => market.deliver(Msg.CommitPublish, message),
  [
    { code: "sdk/7", message: { owner: "assay1nobody" } },
    { code: "data/3", message: { hash: new Uint8Array(31) } },
    { code: "data/2", breaks: pause },
    { code: "data/18", breaks: ({ market, message }) => putSeal(market, message.owner, message.hash) },
    {
      code: "data/19",
      breaks({ market, message }) {
        for (const word of ["one", "two"]) putSeal(market, message.owner, salt(word));
      },
    },
    { code: "sdk/5", message: { owner: address("poor") } },
  ],
);

/** A publish whose seal is there, and can be changed in any respect but its roots. */
function publishDraft() {
  const market = new Market({ coins: RICH });
  const set = new TestSet("olga", sampleRows(3, 0));
  set.seal(market);
  market.next();
  const message = {
    owner: address("olga"),
    terms: { ...set.terms } as DatasetTerms | undefined,
    claims: [claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_UNIQUE)],
    salt: salt("publish"),
  };
  return { market, set, message };
}
type PublishDraft = ReturnType<typeof publishDraft>;

const terms = (change: Partial<DatasetTerms>) => (draft: PublishDraft) => {
  if (draft.message.terms !== undefined) Object.assign(draft.message.terms, change);
};

/** Seals whatever the message would publish, so that only what it says is wrong. */
function reseal(draft: PublishDraft, change: Partial<DatasetTerms>): void {
  terms(change)(draft);
  const set = new TestSet("olga", draft.set.rows, { ...draft.message.terms! });
  putSeal(draft.market, address("olga"), set.sealHash(), draft.market.height - 1n);
}

const changeStakes =
  (stake: { denom: string; amount: string }) =>
  ({ message }: PublishDraft): void => {
    message.claims = message.claims.map((c) => ({ ...c, stake }));
  };

const dropSeals = (market: Market): void =>
  market.write((ctx) => {
    for (const [key] of [...state.commits.iterate(ctx)]) state.commits.delete(ctx, key);
  });

describeFailureOrder<PublishDraft>(
  "data",
  "MsgPublishDataset",
  publishDraft,
  ({ market, message }) => market.deliver(Msg.PublishDataset, message),
  [
    { code: "sdk/7", message: { owner: "" } },
    { code: "data/11", message: { terms: undefined } },
    { code: "data/3", message: { salt: new Uint8Array(0) } },
    { code: "data/7", breaks: terms({ name: "a".repeat(65) }) },
    { code: "data/2", breaks: pause },
    { code: "data/4", breaks: ({ market }) => dropSeals(market) },
    // Too young: shown in the block of its seal.
    {
      code: "data/5",
      breaks: (draft) => {
        draft.message.salt = salt("publish");
        draft.market.height -= 1n;
      },
    },
    { code: "data/6", message: { salt: salt("other") } },
    { code: "data/7", breaks: (draft) => reseal(draft, { name: "Reviews" }) },
    { code: "data/8", breaks: (draft) => reseal(draft, { version: 2, prev: new Uint8Array(0) }) },
    {
      code: "data/9",
      breaks({ market, set }) {
        market.write((ctx) =>
          state.datasets.set(ctx, set.id, {
            ...state.datasets.map.valueCodec.decode(new Uint8Array(0)),
            id: set.id,
            owner: address("olga"),
          }),
        );
      },
    },
    { code: "data/10", breaks: terms({ rowCount: 100_001n }) },
    { code: "data/11", breaks: terms({ labels: ["only"] }) },
    { code: "data/12", breaks: terms({ access: Access.ACCESS_LICENSED }) },
    { code: "data/13", breaks: terms({ windowBlocks: 59n }) },
    { code: "data/15", message: { claims: [claim(ClaimKind.CLAIM_KIND_ORIGINAL)] } },
    { code: "data/14", message: { claims: [claim(CLAIM_KIND_UNIQUE)] } },
    {
      code: "sdk/10",
      breaks: changeStakes(otherDenom),
    },
    {
      code: "data/16",
      breaks: changeStakes(coins(100n * ASSAY - 1n)),
    },
    { code: "data/17", breaks: terms({ card: "é".repeat(2049) }) },
    {
      code: "sdk/5",
      message: { claims: [claim(CLAIM_KIND_AVAILABLE, 9_999n * ASSAY)] },
    },
  ],
);

function stakeDraft() {
  const market = new Market({ coins: RICH });
  const set = new TestSet("olga", sampleRows(3, 0));
  set.activate(market, [claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_UNIQUE)]);
  const message = {
    staker: address("ben"),
    datasetId: set.id,
    claim: CLAIM_KIND_UNIQUE as number,
    amount: coins(10n * ASSAY),
  };
  return { market, set, message };
}
type StakeDraft = ReturnType<typeof stakeDraft>;

const noSuchDataset = { datasetId: salt("no dataset") };

describeFailureOrder<StakeDraft>(
  "data",
  "MsgStake",
  stakeDraft,
  ({ market, message }) => market.deliver(Msg.Stake, message),
  [
    {
      code: "sdk/7",
      message: { staker: address("ben").replace("assay", "cosmos") },
    },
    { code: "data/3", message: { datasetId: new Uint8Array(33) } },
    { code: "data/14", message: { claim: 6 } },
    { code: "data/2", breaks: pause },
    { code: "sdk/10", message: { amount: otherDenom } },
    { code: "data/20", message: noSuchDataset },
    { code: "data/21", breaks: ({ market, set }) => edit(market, set, (d) => ({ ...d, status: 3 })) },
    { code: "data/22", message: { claim: ClaimKind.CLAIM_KIND_ORIGINAL } },
    { code: "data/23", breaks: ({ market, set }) => editClaim(market, set, { status: 3 }) },
    { code: "data/24", breaks: ({ market, set }) => editClaim(market, set, { openCase: 1n }) },
    {
      code: "data/25",
      breaks: ({ market, set }) => {
        market.height = set.dataset(market).windowEnd + 1n;
      },
    },
    { code: "data/26", message: { staker: address("olga") } },
    { code: "data/16", message: { amount: coins(ASSAY - 1n) } },
    {
      code: "data/27",
      message: { amount: coins(400n * ASSAY + 1n) },
    },
    { code: "sdk/5", message: { staker: address("poor") } },
  ],
);

describeFailureOrder<StakeDraft>(
  "data",
  "MsgUnstake",
  () => {
    const draft = stakeDraft();
    draft.market.must(Msg.Stake, draft.message);
    return draft;
  },
  ({ market, message }) => market.deliver(Msg.Unstake, message),
  [
    { code: "sdk/7", message: { staker: "x" } },
    { code: "data/3", message: { datasetId: new Uint8Array(1) } },
    { code: "data/14", message: { claim: 0 } },
    { code: "sdk/10", message: { amount: otherDenom } },
    { code: "data/20", message: noSuchDataset },
    { code: "data/22", message: { claim: ClaimKind.CLAIM_KIND_SCHEMA_VALID } },
    { code: "data/28", message: { staker: address("poor") } },
    { code: "data/23", breaks: ({ market, set }) => editClaim(market, set, { status: 4 }) },
    { code: "data/29", message: { staker: address("olga") } },
    { code: "data/30", message: { amount: coins(10n * ASSAY + 1n) } },
    {
      code: "data/31",
      breaks({ market, message }) {
        for (let i = 0; i < 16; i++) market.must(Msg.Unstake, { ...message, amount: coins(1n) });
        message.amount = coins(1n);
      },
    },
  ],
);

describeFailureOrder(
  "data",
  "MsgWithdraw",
  () => {
    const draft = stakeDraft();
    draft.market.must(Msg.Stake, draft.message);
    draft.market.nextTo(draft.set.dataset(draft.market).finalHeight + 1n);
    return { ...draft, message: { account: address("ben"), datasetId: draft.set.id } };
  },
  ({ market, message }) => market.deliver(Msg.Withdraw, message),
  [
    { code: "sdk/7", message: { account: "x" } },
    { code: "data/3", message: { datasetId: new Uint8Array(1) } },
    { code: "data/20", message: noSuchDataset },
    { code: "data/32", message: { account: address("poor") } },
  ],
);

describeFailureOrder(
  "data",
  "MsgRetire",
  () => {
    const { market, set } = stakeDraft();
    return { market, set, message: { owner: address("olga"), datasetId: set.id } };
  },
  ({ market, message }) => market.deliver(Msg.Retire, message),
  [
    { code: "sdk/7", message: { owner: "x" } },
    { code: "data/3", message: { datasetId: new Uint8Array(1) } },
    { code: "data/20", message: noSuchDataset },
    { code: "data/33", message: { owner: address("ben") } },
    { code: "data/21", breaks: ({ market, set }) => edit(market, set, (d) => ({ ...d, status: 1 })) },
    { code: "data/24", breaks: ({ market, set }) => edit(market, set, (d) => ({ ...d, openCases: 1 })) },
  ],
);
