/**
 * A home whose genesis has so many accounts: with coins and, as accounts have that have sent before, with their keys.
 *
 * @module
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { homePaths } from "@assay/chain/home";
import { defaultConfig } from "@assay/devnet/config";
import { writeHome } from "@assay/devnet/home";
import { BaseAccount } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import type { Load } from "./load.ts";

export interface BenchHome {
  readonly home: string;
  remove(): void;
}

const COINS = [{ denom: "uassay", amount: "1000000000" }];
const NO_PORTS = { rpc: 0, web: 0, metrics: 0, grpc: 0, p2p: 0, content: 0, faucet: 0, attestor: 0 };

/** Puts a load's accounts into a genesis document. */
export function addAccounts(path: string, load: Load): void {
  const genesis = JSON.parse(readFileSync(path, "utf8"));
  genesis.app_state.auth = {
    accounts: load.accounts.map(({ address, pubKey }, i) => ({
      type_url: BaseAccount.typeUrl,
      value: Buffer.from(
        BaseAccount.toBytes({ address, pubKey, accountNumber: BigInt(i), sequence: 0n }),
      ).toString("base64"),
    })),
  };
  genesis.app_state.bank.balances.push(...load.accounts.map(({ address }) => ({ address, coins: COINS })));
  writeFileSync(path, JSON.stringify(genesis));
}

/**
 * A devnet's home, but for the accounts: its four validators, its limits of a block, its store settings.
 * @param settings for config.toml, by its keys.
 */
export async function makeHome(
  load: Load,
  settings: Readonly<Record<string, number | string>> = {},
): Promise<BenchHome> {
  const home = mkdtempSync(join(tmpdir(), "assay-bench-"));
  const config = { ...defaultConfig(), chainId: load.chainId, accounts: [] };
  await writeHome(home, config, NO_PORTS, settings);
  addAccounts(homePaths(home).genesis, load);
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
}
