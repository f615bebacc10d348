import { type Module, message } from "@assay/kernel/module";
import {
  EventLineageGranted,
  EventModelOffered,
  EventModelPublished,
  EventModelTransferred,
  EventPaid,
  EventPulled,
  EventReceived,
  EventScoreReported,
  EventVersionActivated,
  EventVersionPublished,
  EventVersionRejected,
  EventVersionRetired,
} from "@assay/proto/gen/assay/registry/v1/event";
import { Msg, type MsgPublishModel, type MsgPublishVersion } from "@assay/proto/gen/assay/registry/v1/tx";
import type { Asker } from "../attest/keeper.ts";
import { errors } from "./errors.ts";
import { registryGenesis } from "./genesis.ts";
import { grantLineage } from "./handlers/grant-lineage.ts";
import { publishModel, publishVersion } from "./handlers/publish.ts";
import { pullEdges } from "./handlers/pull.ts";
import { reportScore } from "./handlers/report-score.ts";
import { retireVersion } from "./handlers/retire-version.ts";
import { acceptModel, offerModel } from "./handlers/transfer.ts";
import { createRegistryKeeper } from "./income.ts";
import { registryInvariants } from "./invariants.ts";
import type { RegistryKeeper } from "./keeper.ts";
import type { RegistryDeps } from "./ledger.ts";
import { loadsAnswered } from "./lifecycle.ts";
import {
  checkAcceptModel,
  checkGrantLineage,
  checkOfferModel,
  checkPublishModel,
  checkPublishVersion,
  checkPull,
  checkReportScore,
  checkRetireVersion,
  type WithTerms,
} from "./messages.ts";
import { registryQueries } from "./queries.ts";
import { state } from "./state.ts";

export interface RegistryParts {
  readonly module: Module;
  readonly registry: RegistryKeeper;
  /** Is told by attest about MODEL_LOADS. */
  readonly loadsAnswered: Asker;
}

/** The module, and what others are handed. It has no end hook of its own: attest's tells it what validators said. */
export function createRegistryModule(deps: RegistryDeps): RegistryParts {
  const invariants = registryInvariants(deps.bank, deps.data);
  const module: Module = {
    name: "registry",
    schema: state.$schema,
    messages: [
      message(Msg.PublishModel, {
        signer: ({ owner }) => owner,
        check: checkPublishModel,
        handle: (ctx, msg) => publishModel(deps, ctx, msg as WithTerms<MsgPublishModel>),
      }),
      message(Msg.PublishVersion, {
        signer: ({ owner }) => owner,
        check: checkPublishVersion,
        handle: (ctx, msg) => publishVersion(deps, ctx, msg as WithTerms<MsgPublishVersion>),
      }),
      message(Msg.RetireVersion, {
        signer: ({ owner }) => owner,
        check: checkRetireVersion,
        handle: retireVersion,
      }),
      message(Msg.OfferModel, { signer: ({ owner }) => owner, check: checkOfferModel, handle: offerModel }),
      message(Msg.AcceptModel, {
        signer: ({ newOwner }) => newOwner,
        check: checkAcceptModel,
        handle: acceptModel,
      }),
      message(Msg.GrantLineage, {
        signer: ({ owner }) => owner,
        check: checkGrantLineage,
        handle: grantLineage,
      }),
      message(Msg.ReportScore, {
        signer: ({ owner }) => owner,
        check: checkReportScore,
        handle: (ctx, msg) => reportScore(deps, ctx, msg),
      }),
      message(Msg.Pull, {
        signer: ({ account }) => account,
        check: checkPull,
        handle: (ctx, msg) => pullEdges(deps, ctx, msg),
      }),
    ],
    queries: registryQueries(deps.data),
    errors,
    events: [
      EventModelPublished,
      EventVersionPublished,
      EventVersionActivated,
      EventVersionRejected,
      EventVersionRetired,
      EventModelOffered,
      EventModelTransferred,
      EventLineageGranted,
      EventScoreReported,
      EventReceived,
      EventPulled,
      EventPaid,
    ],
    genesis: registryGenesis(invariants),
    invariants,
  };
  return { module, registry: createRegistryKeeper(deps), loadsAnswered };
}
