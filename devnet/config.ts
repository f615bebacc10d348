/**
 * Everything that makes a devnet, as one JSON file in snake_case (`--config FILE`, schema in `config.schema.json`), with
 * the defaults of a newcomer's first start.
 *
 * @module
 */

import { Metadata } from "@assay/proto/gen/cosmos/bank/v1beta1/bank";
import { type Json, messageFromJson, messageToJson } from "@assay/proto/wire/json";
import { MAX_OFFSET } from "./ports.ts";

export interface DevnetAccount {
  readonly name: string;
  /** Absent makes a fixed one from the name: DEV ONLY. */
  readonly mnemonic?: string;
  /** Which account of the mnemonic, m/44'/118'/0'/0/INDEX; absent is 0. */
  readonly addressIndex?: number;
  readonly coins: readonly { readonly denom: string; readonly amount: string }[];
}

export interface DevnetValidator {
  readonly name: string;
  /** Absent makes a fixed one from the name: DEV ONLY. */
  readonly mnemonic?: string;
  readonly power: string;
}

/** Who orders transactions: all in one process, or real CometBFT nodes. */
export type DevnetEngine = "embedded" | "cometbft";

export interface DevnetConfig {
  readonly chainId: string;
  readonly engine: DevnetEngine;
  readonly bech32Prefix: string;
  /** Denom of stakes, fees and burns. */
  readonly denom: string;
  readonly denomMetadata: readonly Metadata[];
  readonly accounts: readonly DevnetAccount[];
  readonly validators: readonly DevnetValidator[];
  /** Milliseconds between blocks; 0 makes a block for each transaction. */
  readonly blockTimeMs: number;
  readonly initialHeight: number;
  readonly minGasPrice: string;
  /** Overrides of the modules' params, by module, as their genesis JSON. */
  readonly params: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly portOffset: number;
  readonly demo: boolean;
  /** What one faucet grant gives, in base units. */
  readonly faucetGrant: string;
}

/** Wrong configuration, or a folder that does not fit it: says where, what was expected and, where it helps, what to do. */
export class DevnetConfigError extends Error {
  readonly fix: string;

  constructor(message: string, fix = "") {
    super(message);
    this.name = "DevnetConfigError";
    this.fix = fix;
  }
}

const ASSAY = (amount: number): string => String(BigInt(amount) * 1_000_000n);

/** Windows of a devnet, in blocks (docs/MARKET.md): a claim is final 90 s after it was published. */
const DEVNET_PARAMS: DevnetConfig["params"] = {
  data: {
    attest_blocks: "30",
    reveal_max_blocks: "20",
    challenge_window_blocks: "60",
    unbonding_blocks: "40",
    max_window_blocks: "200000",
  },
  challenge: { reveal_max_blocks: "20" },
  registry: { attest_blocks: "30" },
};

/** Name of the account that gives test coins. */
export const FAUCET = "faucet";
export const MAX_VALIDATORS = 100;
/** Of real nodes on one machine: each is two processes. */
export const MAX_NODES = 16;
export const DEMO_ACCOUNTS = ["alice", "bob", "carol", "dave", "erin"] as const;

export function defaultConfig(): DevnetConfig {
  return {
    chainId: "assay-devnet",
    engine: "embedded",
    bech32Prefix: "assay",
    denom: "uassay",
    denomMetadata: [
      {
        description: "The coin of stakes and fees",
        denomUnits: [
          { denom: "uassay", exponent: 0, aliases: [] },
          { denom: "assay", exponent: 6, aliases: [] },
        ],
        base: "uassay",
        display: "assay",
        name: "Assay",
        symbol: "ASSAY",
        uri: "",
        uriHash: "",
      },
    ],
    accounts: [
      ...DEMO_ACCOUNTS.map((name) => ({ name, coins: [{ denom: "uassay", amount: ASSAY(10_000) }] })),
      { name: FAUCET, coins: [{ denom: "uassay", amount: ASSAY(1_000_000) }] },
    ],
    validators: ["val-1", "val-2", "val-3", "val-4"].map((name) => ({ name, power: "10" })),
    blockTimeMs: 1000,
    initialHeight: 1,
    minGasPrice: "0.025",
    params: DEVNET_PARAMS,
    portOffset: 0,
    demo: true,
    faucetGrant: ASSAY(500),
  };
}

type Fields = Readonly<Record<string, Json>>;

function object(value: Json | undefined, at: string): Fields {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new DevnetConfigError(`${at}: expected an object`);
  return value as Fields;
}

function text(value: Json | undefined, at: string, pattern: RegExp, expected: string): string {
  if (typeof value !== "string" || !pattern.test(value))
    throw new DevnetConfigError(`${at}: expected ${expected}`);
  return value;
}

function integer(value: Json | undefined, at: string, low: number, high: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < low || value > high) {
    throw new DevnetConfigError(`${at}: expected a whole number from ${low} to ${high}`);
  }
  return value;
}

/** @throws DevnetConfigError for a key that is none of these. */
function onlyKeys(fields: Fields, at: string, known: readonly string[]): void {
  const unknown = Object.keys(fields).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new DevnetConfigError(`${at}.${unknown}: unknown; known are ${known.join(", ")}`);
  }
}

function list(value: Json | undefined, at: string): readonly Json[] {
  if (!Array.isArray(value)) throw new DevnetConfigError(`${at}: expected a list`);
  return value;
}

/** Also file names: no dot, no slash. */
const NAME = /^[a-z0-9-]{1,64}$/;
const MNEMONIC = /^[a-z]+( [a-z]+){11,23}$/;
const DENOM = /^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}$/;
const DIGITS = /^(0|[1-9][0-9]{0,18})$/;

/** `1s`, `500ms`, `0`: milliseconds. @throws DevnetConfigError */
export function parseBlockTime(value: string): number {
  const match = /^(\d{1,7})(ms|s)?$/.exec(value);
  if (match === null)
    throw new DevnetConfigError(`block time "${value}": expected for example 1s, 500ms or 0`);
  const number = Number(match[1]);
  return match[2] === "s" ? number * 1000 : number;
}

/**
 * Reads a config file's JSON over the defaults.
 * @throws DevnetConfigError with the path of the first thing that does not fit.
 */
export function parseDevnetConfig(json: Json): DevnetConfig {
  const fields = object(json, "config");
  const base = defaultConfig();
  const config: { -readonly [K in keyof DevnetConfig]: DevnetConfig[K] } = { ...base };
  for (const [key, value] of Object.entries(fields)) {
    switch (key) {
      case "$schema":
        break;
      case "chain_id":
        config.chainId = text(value, key, /^[a-zA-Z0-9_.-]{1,50}$/, "1 to 50 letters, digits, - _ .");
        break;
      case "engine":
        config.engine = text(value, key, /^(embedded|cometbft)$/, "embedded or cometbft") as DevnetEngine;
        break;
      case "bech32_prefix":
        config.bech32Prefix = text(
          value,
          key,
          /^[a-z][a-z0-9]{0,19}$/,
          "1 to 20 lower-case letters and digits",
        );
        break;
      case "denom":
        config.denom = text(value, key, DENOM, "a denom");
        break;
      case "denom_metadata":
        config.denomMetadata = list(value, key).map((item, i) => {
          try {
            return messageFromJson(Metadata, item, `denom_metadata[${i}]`);
          } catch (error) {
            throw new DevnetConfigError((error as Error).message);
          }
        });
        break;
      case "accounts":
        config.accounts = list(value, key).map((item, i) => {
          const at = `accounts[${i}]`;
          const account = object(item, at);
          onlyKeys(account, at, ["name", "mnemonic", "address_index", "coins"]);
          const { mnemonic, address_index: index } = account;
          return {
            name: text(account.name, `${at}.name`, NAME, "a name"),
            ...(mnemonic === undefined
              ? {}
              : { mnemonic: text(mnemonic, `${at}.mnemonic`, MNEMONIC, "12 to 24 words") }),
            ...(index === undefined
              ? {}
              : { addressIndex: integer(index, `${at}.address_index`, 0, 2 ** 31 - 1) }),
            coins: list(account.coins ?? [], `${at}.coins`).map((c, k) => {
              const coin = object(c, `${at}.coins[${k}]`);
              onlyKeys(coin, `${at}.coins[${k}]`, ["denom", "amount"]);
              return {
                denom: text(coin.denom, `${at}.coins[${k}].denom`, DENOM, "a denom"),
                amount: text(
                  coin.amount,
                  `${at}.coins[${k}].amount`,
                  DIGITS,
                  "base units as digits in quotes",
                ),
              };
            }),
          };
        });
        break;
      case "validators":
        config.validators = list(value, key).map((item, i) => {
          const at = `validators[${i}]`;
          const validator = object(item, at);
          onlyKeys(validator, at, ["name", "mnemonic", "power"]);
          const mnemonic = validator.mnemonic;
          return {
            name: text(validator.name, `${at}.name`, NAME, "a name"),
            ...(mnemonic === undefined
              ? {}
              : { mnemonic: text(mnemonic, `${at}.mnemonic`, MNEMONIC, "12 to 24 words") }),
            power: text(validator.power ?? "10", `${at}.power`, DIGITS, "a whole number in quotes"),
          };
        });
        if (config.validators.length < 1 || config.validators.length > MAX_VALIDATORS)
          throw new DevnetConfigError(`validators: expected 1 to ${MAX_VALIDATORS}`);
        break;
      case "block_time":
        config.blockTimeMs = parseBlockTime(text(value, key, /^.{1,16}$/, "for example 1s"));
        break;
      case "initial_height":
        config.initialHeight = integer(value, key, 1, Number.MAX_SAFE_INTEGER);
        break;
      case "min_gas_price":
        config.minGasPrice = text(value, key, /^\d{1,9}(\.\d{1,9})?$/, "a decimal number in quotes");
        break;
      case "params":
        config.params = Object.fromEntries(
          Object.entries(object(value, key)).map(([module, changes]) => [
            module,
            { ...(base.params[module] ?? {}), ...object(changes, `params.${module}`) },
          ]),
        );
        config.params = { ...base.params, ...config.params };
        break;
      case "port_offset":
        config.portOffset = integer(value, key, 0, MAX_OFFSET);
        break;
      case "demo":
        if (typeof value !== "boolean") throw new DevnetConfigError("demo: expected true or false");
        config.demo = value;
        break;
      case "faucet_grant":
        config.faucetGrant = text(value, key, DIGITS, "base units as digits in quotes");
        break;
      default:
        throw new DevnetConfigError(`${key}: unknown; see devnet/config.schema.json`);
    }
  }
  if (config.denom !== base.denom) {
    // The defaults speak of the default's denom.
    if (fields.denom_metadata === undefined) config.denomMetadata = [];
    if (fields.accounts === undefined) {
      config.accounts = base.accounts.map(({ name, coins }) => ({
        name,
        coins: coins.map(({ amount }) => ({ denom: config.denom, amount })),
      }));
    }
  }
  const faucet = config.accounts.find(({ name }) => name === FAUCET);
  if (faucet === undefined) {
    // The last, so that the others keep their account numbers.
    const coins = [{ denom: config.denom, amount: ASSAY(1_000_000) }];
    config.accounts = [...config.accounts, { name: FAUCET, coins }];
  } else if ((faucet.addressIndex ?? 0) !== 0) {
    throw new DevnetConfigError("the account faucet: expected address_index 0, which its service signs with");
  }
  const names = [...config.accounts, ...config.validators].map((a) => a.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new DevnetConfigError(`the name ${twice} is used twice`);
  for (const { name, coins } of config.accounts) {
    const denoms = coins.map(({ denom }) => denom);
    const denom = denoms.find((one, i) => denoms.indexOf(one) !== i);
    if (denom !== undefined) throw new DevnetConfigError(`the account ${name} has ${denom} twice`);
  }
  return config;
}

/** The file that gives this config: `parseDevnetConfig` of it is the config again. */
export function devnetConfigToJson(config: DevnetConfig): { [key: string]: Json } {
  return {
    chain_id: config.chainId,
    engine: config.engine,
    bech32_prefix: config.bech32Prefix,
    denom: config.denom,
    denom_metadata: config.denomMetadata.map((metadata) => messageToJson(Metadata, metadata)),
    accounts: config.accounts.map(({ name, mnemonic, addressIndex, coins }) => ({
      name,
      ...(mnemonic === undefined ? {} : { mnemonic }),
      ...(addressIndex === undefined ? {} : { address_index: addressIndex }),
      coins: coins.map(({ denom, amount }) => ({ denom, amount })),
    })),
    validators: config.validators.map(({ name, mnemonic, power }) => ({
      name,
      ...(mnemonic === undefined ? {} : { mnemonic }),
      power,
    })),
    block_time: `${config.blockTimeMs}ms`,
    initial_height: config.initialHeight,
    min_gas_price: config.minGasPrice,
    params: config.params as Json,
    port_offset: config.portOffset,
    demo: config.demo,
    faucet_grant: config.faucetGrant,
  };
}

/**
 * What real nodes cannot do.
 * @throws DevnetConfigError
 */
export function checkEngine({ engine, blockTimeMs, validators }: DevnetConfig): void {
  if (engine !== "cometbft") return;
  if (blockTimeMs === 0) {
    throw new DevnetConfigError(
      "CometBFT makes no block for each transaction: its blocks have a time",
      "Choose one, for example --block-time 1s",
    );
  }
  if (validators.length > MAX_NODES) {
    throw new DevnetConfigError(
      `${validators.length} real nodes are too many for one machine`,
      `Choose at most ${MAX_NODES}: --validators ${MAX_NODES}`,
    );
  }
}

/** The four validators of the default, or N of them. */
export function withValidators(config: DevnetConfig, count: number): DevnetConfig {
  if (!Number.isInteger(count) || count < 1 || count > MAX_VALIDATORS)
    throw new DevnetConfigError(`validators: expected 1 to ${MAX_VALIDATORS}`);
  return {
    ...config,
    validators: Array.from({ length: count }, (_, i) => ({ name: `val-${i + 1}`, power: "10" })),
  };
}
