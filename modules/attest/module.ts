import { type Module, message } from "@assay/kernel/module";
import {
  EventQuestionAnswered,
  EventQuestionClosed,
  EventQuestionOpened,
} from "@assay/proto/gen/assay/attest/v1/event";
import { Msg } from "@assay/proto/gen/assay/attest/v1/tx";
import type { StakingView } from "../staking/keeper.ts";
import { errors } from "./errors.ts";
import { attestGenesis } from "./genesis.ts";
import { answer } from "./handlers.ts";
import { invariants } from "./invariants.ts";
import type { Askers, AttestKeeper } from "./keeper.ts";
import { checkAnswer } from "./messages.ts";
import { queries } from "./queries.ts";
import { closeDue, createAttestKeeper } from "./questions.ts";
import { state } from "./state.ts";

export interface AttestDeps {
  readonly staking: StakingView;
  readonly askers: Askers;
}

export interface AttestParts {
  readonly module: Module;
  readonly attest: AttestKeeper;
}

/** The module, and the keeper that other modules ask by. Its end hook runs before its askers'. */
export function createAttestModule({ staking, askers }: AttestDeps): AttestParts {
  const module: Module = {
    name: "attest",
    schema: state.$schema,
    messages: [
      message(Msg.Answer, {
        signer: ({ attestor }) => attestor,
        check: checkAnswer,
        handle: (ctx, msg) => answer(staking, ctx, msg),
      }),
    ],
    queries,
    errors,
    events: [EventQuestionOpened, EventQuestionAnswered, EventQuestionClosed],
    endBlock: (ctx) => closeDue(ctx, askers),
    genesis: attestGenesis,
    invariants,
  };
  return { module, attest: createAttestKeeper(staking) };
}
