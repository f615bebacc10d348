import type { Module } from "@assay/kernel/module";
import { authGenesis, type ModuleAccountSpec } from "./genesis.ts";
import { invariants } from "./invariants.ts";
import { authQueries } from "./queries.ts";
import { state } from "./state.ts";

/** @param moduleAccounts of the whole application: genesis makes them. */
export const authModule = (moduleAccounts: readonly ModuleAccountSpec[]): Module => ({
  name: "auth",
  schema: state.$schema,
  queries: authQueries(moduleAccounts),
  genesis: authGenesis(moduleAccounts),
  invariants,
});
