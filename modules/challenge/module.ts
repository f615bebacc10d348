import { type Module, message } from "@assay/kernel/module";
import {
  EventChallengeCommitted,
  EventChallengeExpired,
  EventChallengeRevealed,
  EventChallengeSettled,
} from "@assay/proto/gen/assay/challenge/v1/event";
import { Msg } from "@assay/proto/gen/assay/challenge/v1/tx";
import { type ChallengeDeps, endBlock } from "./cases.ts";
import { errors } from "./errors.ts";
import { challengeGenesis } from "./genesis.ts";
import { challenge, commitChallenge } from "./handlers.ts";
import { challengeInvariants } from "./invariants.ts";
import type { ChallengeView } from "./keeper.ts";
import {
  checkChallenge,
  checkCommitChallenge,
  MAX_CHALLENGE_TX_BYTES,
  type ShownChallenge,
} from "./messages.ts";
import { getParams } from "./params.ts";
import { queries } from "./queries.ts";
import { state } from "./state.ts";

export interface ChallengeParts {
  readonly module: Module;
  readonly challenge: ChallengeView;
}

/** The module, and what others are handed. Its end hook runs before data's; its genesis after the bank's and data's. */
export function createChallengeModule(deps: ChallengeDeps): ChallengeParts {
  const invariants = challengeInvariants(deps);
  const module: Module = {
    name: "challenge",
    schema: state.$schema,
    messages: [
      message(Msg.CommitChallenge, {
        signer: ({ challenger }) => challenger,
        check: checkCommitChallenge,
        handle: (ctx, msg) => commitChallenge(deps, ctx, msg),
      }),
      message(Msg.Challenge, {
        signer: ({ challenger }) => challenger,
        check: checkChallenge,
        handle: (ctx, msg) => challenge(deps, ctx, msg as ShownChallenge),
        maxTxBytes: MAX_CHALLENGE_TX_BYTES,
      }),
    ],
    queries,
    errors,
    events: [EventChallengeCommitted, EventChallengeExpired, EventChallengeRevealed, EventChallengeSettled],
    endBlock: (ctx) => endBlock(deps, ctx),
    genesis: challengeGenesis(deps.data, invariants),
    invariants,
  };
  return { module, challenge: { revealBlocks: (ctx) => getParams(ctx).revealMaxBlocks } };
}
