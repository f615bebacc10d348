/**
 * The application's modules: which there are, in which order they run, and who is handed whose keeper. Written by
 * hand; nothing registers itself.
 *
 * @module
 */
import type { Module } from "@assay/kernel/module";
import type { ModuleAccountSpec } from "@assay/modules/auth/genesis";
import { type AuthSigner, authKeeper } from "@assay/modules/auth/keeper";
import { authModule } from "@assay/modules/auth/module";
import type { Bank } from "@assay/modules/bank/ledger";
import { createBankModule } from "@assay/modules/bank/module";
import type { StakingView } from "@assay/modules/staking/keeper";
import { stakingModule } from "@assay/modules/staking/module";
import { stakingView } from "@assay/modules/staking/view";
import { moduleAddress } from "@assay/primitives/address";
import { chainModule } from "./chain-info.ts";

/** Modules' own accounts. No key controls them and no message may pay them. */
const moduleAccounts: readonly ModuleAccountSpec[] = [];

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
  return {
    all: [chainModule, authModule(moduleAccounts), bankModule, stakingModule],
    beginBlock: [],
    endBlock: [],
    auth,
    bank,
    staking,
    deadlineMessages: new Set([]),
  };
}
