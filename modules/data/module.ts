import { type Module, message } from "@assay/kernel/module";
import {
  EventClaimFinalized,
  EventClaimLost,
  EventDatasetActivated,
  EventDatasetFinalized,
  EventDatasetPublished,
  EventDatasetRejected,
  EventDatasetRetired,
  EventPublishCommitted,
  EventPublishDropped,
  EventStaked,
  EventUnstaked,
  EventWithdrawn,
} from "@assay/proto/gen/assay/data/v1/event";
import { Msg } from "@assay/proto/gen/assay/data/v1/tx";
import type { Asker } from "../attest/keeper.ts";
import { createDataKeeper } from "./claims.ts";
import { errors } from "./errors.ts";
import { dataGenesis } from "./genesis.ts";
import { commitPublish } from "./handlers/commit-publish.ts";
import { publishDataset } from "./handlers/publish-dataset.ts";
import { retire } from "./handlers/retire.ts";
import { stake } from "./handlers/stake.ts";
import { unstake } from "./handlers/unstake.ts";
import { withdraw } from "./handlers/withdraw.ts";
import { dataInvariants } from "./invariants.ts";
import type { DataKeeper } from "./keeper.ts";
import type { DataDeps } from "./ledger.ts";
import { contentAnswered, endBlock } from "./lifecycle.ts";
import {
  checkCommitPublish,
  checkPublishDataset,
  checkRetire,
  checkStake,
  checkWithdraw,
  type PublishMessage,
  refuseTransfer,
} from "./messages.ts";
import { queries } from "./queries.ts";
import { state } from "./state.ts";

export interface DataParts {
  readonly module: Module;
  readonly data: DataKeeper;
  /** Is told by attest about CONTENT_HELD. */
  readonly contentAnswered: Asker;
}

/** The module, and what others are handed. Its end hook runs after attest's and challenge's. */
export function createDataModule(deps: DataDeps): DataParts {
  const invariants = dataInvariants(deps.bank);
  const module: Module = {
    name: "data",
    schema: state.$schema,
    messages: [
      message(Msg.CommitPublish, {
        signer: ({ owner }) => owner,
        check: checkCommitPublish,
        handle: (ctx, msg) => commitPublish(deps, ctx, msg),
      }),
      message(Msg.PublishDataset, {
        signer: ({ owner }) => owner,
        check: checkPublishDataset,
        handle: (ctx, msg) => publishDataset(deps, ctx, msg as PublishMessage),
      }),
      message(Msg.Stake, {
        signer: ({ staker }) => staker,
        check: checkStake,
        handle: (ctx, msg) => stake(deps, ctx, msg),
      }),
      message(Msg.Unstake, { signer: ({ staker }) => staker, check: checkStake, handle: unstake }),
      message(Msg.Withdraw, {
        signer: ({ account }) => account,
        check: checkWithdraw,
        handle: (ctx, msg) => withdraw(deps, ctx, msg),
      }),
      message(Msg.Retire, { signer: ({ owner }) => owner, check: checkRetire, handle: retire }),
      message(Msg.OfferTransfer, {
        signer: ({ owner }) => owner,
        check: () => refuseTransfer(),
        handle: () => refuseTransfer(),
      }),
      message(Msg.AcceptTransfer, {
        signer: ({ newOwner }) => newOwner,
        check: () => refuseTransfer(),
        handle: () => refuseTransfer(),
      }),
    ],
    queries,
    errors,
    events: [
      EventPublishCommitted,
      EventPublishDropped,
      EventDatasetPublished,
      EventDatasetActivated,
      EventDatasetRejected,
      EventDatasetFinalized,
      EventDatasetRetired,
      EventClaimFinalized,
      EventClaimLost,
      EventStaked,
      EventUnstaked,
      EventWithdrawn,
    ],
    endBlock,
    genesis: dataGenesis(invariants),
    invariants,
  };
  return {
    module,
    data: createDataKeeper(deps),
    contentAnswered: (ctx, asked) => contentAnswered(deps, ctx, asked),
  };
}
