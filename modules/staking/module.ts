import type { Module } from "@assay/kernel/module";
import { stakingGenesis } from "./genesis.ts";
import { invariants } from "./invariants.ts";
import { queries } from "./queries.ts";
import { state } from "./state.ts";

export const stakingModule: Module = {
  name: "staking",
  schema: state.$schema,
  queries,
  genesis: stakingGenesis,
  invariants,
};
