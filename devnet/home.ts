/**
 * Makes a devnet's home: genesis, keys, configuration. Everything is fixed by the config but the genesis time, so two
 * homes of one config differ in nothing else.
 *
 * @module
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configFile, configText } from "@assay/chain/config";
import { homePaths } from "@assay/chain/home";
import { BaseAccount } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import { Metadata } from "@assay/proto/gen/cosmos/bank/v1beta1/bank";
import { Any } from "@assay/proto/gen/google/protobuf/any";
import { type Json, messageToJson } from "@assay/proto/wire/json";
import { type DevnetAccount, type DevnetConfig, DevnetConfigError, type DevnetValidator } from "./config.ts";
import { accountKey, type DevnetKey, validatorKey } from "./keys.ts";
import type { Ports } from "./ports.ts";

export interface DevnetHome {
  readonly accounts: readonly DevnetKey[];
  /** Operators, who answer for themselves. */
  readonly validators: readonly DevnetKey[];
}

/**
 * Names to keys: the same every time.
 * @throws DevnetConfigError for words that are no mnemonic, and an address that two of them share.
 */
export async function devnetKeys(config: DevnetConfig): Promise<DevnetHome> {
  const key = async ({
    name,
    mnemonic,
    addressIndex,
  }: DevnetAccount | (DevnetValidator & { addressIndex?: 0 })) => {
    try {
      return await accountKey(name, mnemonic, config.bech32Prefix, addressIndex);
    } catch (error) {
      throw new DevnetConfigError(`the mnemonic of ${name}: ${(error as Error).message}`);
    }
  };
  const accounts = await Promise.all(config.accounts.map(key));
  const validators = await Promise.all(config.validators.map(key));
  // An operator may be an account too.
  for (const keys of [accounts, validators]) {
    const names = new Map<string, string>();
    for (const { name, address } of keys) {
      const other = names.get(address);
      if (other !== undefined)
        throw new DevnetConfigError(`${other} and ${name} have the same address ${address}`);
      names.set(address, name);
    }
  }
  return { accounts, validators };
}

/** Millionths of a base unit for a unit of gas. */
function priceMicro(decimal: string): string {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return String(BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0").slice(0, 6)));
}

/** What an operator needs to pay the fees of its answers, in base units. */
const OPERATOR_COINS = 1_000_000_000n;

/** The genesis document. */
export function genesisDocument(config: DevnetConfig, keys: DevnetHome, genesisTime: string): Json {
  const balances = [
    ...config.accounts.map(({ coins }, i) => ({
      address: keys.accounts[i]!.address,
      coins: [...coins].sort((a, b) => (a.denom < b.denom ? -1 : 1)),
    })),
    ...keys.validators
      .filter(({ address }) => keys.accounts.every((account) => account.address !== address))
      .map(({ address }) => ({
        address,
        coins: [{ denom: config.denom, amount: String(OPERATOR_COINS) }],
      })),
  ].filter(({ coins }) => coins.length > 0);
  const appState: Record<string, Json> = {
    chain: {
      bech32_prefix: config.bech32Prefix,
      fee_denom: config.denom,
      min_gas_price_micro: priceMicro(config.minGasPrice),
    },
    // Named here, they have the first account numbers, in the config's order.
    auth: {
      accounts: keys.accounts.map(({ address }, i) => {
        const account = BaseAccount.fromPartial({ address, accountNumber: BigInt(i) });
        const { typeUrl } = BaseAccount;
        return messageToJson(Any, Any.fromPartial({ typeUrl, value: BaseAccount.toBytes(account) }));
      }),
    },
    bank: {
      balances: balances as unknown as Json,
      denom_metadata: config.denomMetadata.map((metadata) => messageToJson(Metadata, metadata)),
    },
    staking: {
      validators: config.validators.map(({ name, power }, i) => ({
        operator: keys.validators[i]!.address,
        consensus_pubkey: validatorKey(name).pub_key.value,
        attestor: keys.validators[i]!.address,
        power,
        moniker: name,
      })),
    },
    data: { params: { stake_denom: config.denom } },
  };
  for (const [module, params] of Object.entries(config.params)) {
    const section = (appState[module] ?? {}) as Record<string, Json>;
    appState[module] = {
      ...section,
      params: { ...((section.params as object | undefined) ?? {}), ...params },
    };
  }
  return {
    genesis_time: genesisTime,
    chain_id: config.chainId,
    initial_height: String(config.initialHeight),
    consensus_params: {
      block: { max_bytes: String(4 * 1024 * 1024), max_gas: "100000000" },
      evidence: { max_age_num_blocks: "100000", max_age_duration: "172800000000000", max_bytes: "1048576" },
      validator: { pub_key_types: ["ed25519"] },
      version: { app: "1" },
      abci: { vote_extensions_enable_height: "0" },
    },
    validators: config.validators.map(({ name, power }) => {
      const { address, pub_key } = validatorKey(name);
      return { address, pub_key, power, name };
    }),
    app_hash: "",
    app_state: appState,
  };
}

/** Whole or not at all, also where the machine stops in between. */
function write(path: string, text: string, mode = 0o644): void {
  const part = `${path}.part`;
  writeFileSync(part, text, { mode });
  renameSync(part, path);
}

/** File mode. */
const SECRET = 0o600;

/** Key file of a service: the mnemonic alone. */
export const keyFile = (home: string, name: string): string => join(home, "keys", `${name}.mnemonic`);

/**
 * Writes the home's files; what a ledger writes later (`data/`, `content/`) is not touched.
 * @param settings of the node, over the ports.
 * @param parts `genesis: false` leaves genesis and keys as they are: a ledger is there already.
 */
export async function writeHome(
  home: string,
  config: DevnetConfig,
  ports: Ports,
  settings: Readonly<Record<string, number | string>> = {},
  page: Json = {},
  parts: { readonly genesis: boolean } = { genesis: true },
): Promise<DevnetHome> {
  const keys = await devnetKeys(config);
  const paths = homePaths(home);
  mkdirSync(join(home, "keys"), { recursive: true, mode: 0o700 });
  mkdirSync(join(home, "data"), { recursive: true });
  if (parts.genesis) {
    write(
      paths.validators,
      JSON.stringify(
        config.validators.map(({ name }) => validatorKey(name)),
        null,
        2,
      ),
      SECRET,
    );
    write(paths.nodeKey, JSON.stringify(validatorKey(`node of ${config.chainId}`), null, 2), SECRET);
    for (const { name, mnemonic } of [...keys.accounts, ...keys.validators])
      write(keyFile(home, name), mnemonic, SECRET);
    // The last: a home that has it has all.
    const genesis = genesisDocument(config, keys, new Date().toISOString());
    write(paths.genesis, `${JSON.stringify(genesis, null, 2)}\n`);
  }
  write(paths.page, `${JSON.stringify(page, null, 2)}\n`);
  write(
    configFile(home),
    configText({
      moniker: "devnet",
      rpc_port: ports.rpc,
      web_port: ports.web,
      metrics_port: ports.metrics,
      grpc_port: ports.grpc,
      block_time_ms: config.blockTimeMs,
      min_gas_price: config.minGasPrice,
      // Browsers of other local pages may call a devnet.
      cors_origin: "*",
      ...settings,
    }),
  );
  return keys;
}
