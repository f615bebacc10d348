/**
 * A home whose genesis has so many accounts: with coins and, as accounts have that have sent before, with their keys.
 *
 * @module
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { homePaths } from "@assay/chain/home";
import type { Overlay } from "@assay/chain/store/overlay";
import { defaultConfig } from "@assay/devnet/config";
import { writeHome } from "@assay/devnet/home";
import { decimalValue } from "@assay/kernel/codec/value-codec";
import { accountValue } from "@assay/modules/auth/account";
import { state as auth } from "@assay/modules/auth/state";
import { state as bank } from "@assay/modules/bank/state";
import { BaseAccount } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import type { Load } from "./load.ts";

export interface BenchHome {
  readonly home: string;
  remove(): void;
}

const DENOM = "uassay";
const AMOUNT = 1_000_000_000n;
const COINS = [{ denom: DENOM, amount: String(AMOUNT) }];
const NO_PORTS = { rpc: 0, web: 0, metrics: 0, grpc: 0, p2p: 0, content: 0, faucet: 0, attestor: 0 };

/** Gas of a block: 2,250 transfers fit, three times as many as in a devnet's, which must stay quick on any machine. */
const BLOCK_GAS = "300000000";

/** Puts a load's senders into a genesis document. */
export function addAccounts(path: string, load: Load): void {
  const genesis = JSON.parse(readFileSync(path, "utf8"));
  genesis.consensus_params.block.max_gas = BLOCK_GAS;
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

/**
 * Writes a load's idle accounts into the state before the first block, as if they stood in the genesis: a document of a
 * million accounts takes longer to make and read than all that is measured.
 */
export function writeIdle(overlay: Overlay, load: Load): void {
  const { pubKey } = load.accounts[0]!;
  for (let i = 0; i < load.idle; i++) {
    const { address, bytes } = load.idleAccount(i);
    const base = { address, pubKey, accountNumber: BigInt(load.accounts.length + i) + 1000n, sequence: 0n };
    const account = accountValue.encode({ base, module: undefined });
    overlay.set(auth.$schema.module, auth.accounts.rawKey(bytes), account);
    overlay.set(bank.$schema.module, bank.balances.rawKey([bytes, DENOM]), decimalValue.encode(AMOUNT));
  }
}
