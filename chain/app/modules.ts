/**
 * The application's modules: which there are, in which order they run, and who is handed whose keeper. Written by
 * hand; nothing registers itself.
 *
 * @module
 */
import type { Module } from "@assay/kernel/module";
import { type AttestParts, createAttestModule } from "@assay/modules/attest/module";
import type { ModuleAccountSpec } from "@assay/modules/auth/genesis";
import { type AuthSigner, authKeeper } from "@assay/modules/auth/keeper";
import { authModule } from "@assay/modules/auth/module";
import type { Bank } from "@assay/modules/bank/ledger";
import { createBankModule } from "@assay/modules/bank/module";
import { type ChallengeParts, createChallengeModule } from "@assay/modules/challenge/module";
import { createDataModule, type DataParts } from "@assay/modules/data/module";
import { createRegistryModule, type RegistryParts } from "@assay/modules/registry/module";
import type { StakingView } from "@assay/modules/staking/keeper";
import { stakingModule } from "@assay/modules/staking/module";
import { stakingView } from "@assay/modules/staking/view";
import { moduleAddress } from "@assay/primitives/address";
import { Msg as AttestMsg } from "@assay/proto/gen/assay/attest/v1/tx";
import { QuestionKind } from "@assay/proto/gen/assay/attest/v1/types";
import { Msg as ChallengeMsg } from "@assay/proto/gen/assay/challenge/v1/tx";
import { Msg as DataMsg } from "@assay/proto/gen/assay/data/v1/tx";
import { chainModule } from "./chain-info.ts";

/** Modules' own accounts. No key controls them and no message may pay them. */
const moduleAccounts: readonly ModuleAccountSpec[] = [
  { name: "data", permissions: ["burner"] },
  { name: "challenge", permissions: ["burner"] },
  { name: "registry", permissions: ["burner"] },
];

export interface AppModules {
  /** In genesis order: who is needed comes before who needs. */
  readonly all: readonly Module[];
  readonly beginBlock: readonly Module[];
  readonly endBlock: readonly Module[];
  readonly auth: AuthSigner;
  readonly bank: Bank;
  readonly staking: StakingView;
  /** Messages with a deadline: a share of each block is kept for transactions of these alone. */
  readonly deadlineMessages: ReadonlySet<string>;
}

export function createModules(): AppModules {
  const auth = authKeeper;
  const moduleAddresses = moduleAccounts.map(({ name }) => moduleAddress(name));
  const { module: bankModule, bank } = createBankModule({ auth, moduleAddresses });
  const staking = stakingView;
  const attest: AttestParts = createAttestModule({
    staking,
    askers: {
      [QuestionKind.QUESTION_KIND_CONTENT_HELD]: (ctx, asked) => data.contentAnswered(ctx, asked),
      [QuestionKind.QUESTION_KIND_MODEL_LOADS]: (ctx, asked) => registry.loadsAnswered(ctx, asked),
    },
  });
  const data: DataParts = createDataModule({
    bank,
    attest: attest.attest,
    revealBlocks: (ctx) => challenge.challenge.revealBlocks(ctx),
  });
  const challenge: ChallengeParts = createChallengeModule({ bank, data: data.data });
  const registry: RegistryParts = createRegistryModule({ bank, attest: attest.attest, data: data.data });
  return {
    all: [
      chainModule,
      authModule(moduleAccounts),
      bankModule,
      stakingModule,
      attest.module,
      data.module,
      challenge.module,
      registry.module,
    ],
    beginBlock: [],
    // What validators said comes first; then cases take claims; what still stands becomes final.
    endBlock: [attest.module, challenge.module, data.module],
    auth,
    bank,
    staking,
    deadlineMessages: new Set([
      AttestMsg.Answer.request.typeUrl,
      DataMsg.PublishDataset.request.typeUrl,
      ChallengeMsg.Challenge.request.typeUrl,
    ]),
  };
}
