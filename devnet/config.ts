/**
 * Everything that makes a devnet, as one JSON file in snake_case (`--config FILE`, schema in `config.schema.json`), with
 * the defaults of a newcomer's first start.
 *
 * @module
 */

import { Metadata } from "@assay/proto/gen/cosmos/bank/v1beta1/bank";
import { type Json, messageFromJson } from "@assay/proto/wire/json";

export interface DevnetAccount {
  readonly name: string;
  /** Absent makes a fixed one from the name: DEV ONLY. */
  readonly mnemonic?: string;
  readonly coins: readonly { readonly denom: string; readonly amount: string }[];
}

export interface DevnetValidator {
  readonly name: string;
  /** Absent makes a fixed one from the name: DEV ONLY. */
  readonly mnemonic?: string;
  readonly power: string;
}

export interface DevnetConfig {
  readonly chainId: string;
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

/** Wrong configuration: says where and what was expected. */
export class DevnetConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DevnetConfigError";
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
};

export const DEMO_ACCOUNTS = ["alice", "bob", "carol", "dave", "erin"] as const;

export function defaultConfig(): DevnetConfig {
  return {
    chainId: "assay-devnet",
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
      { name: "faucet", coins: [{ denom: "uassay", amount: ASSAY(1_000_000) }] },
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

function list(value: Json | undefined, at: string): readonly Json[] {
  if (!Array.isArray(value)) throw new DevnetConfigError(`${at}: expected a list`);
  return value;
}

const NAME = /^[a-z0-9-]{1,64}$/;
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
          const mnemonic = account.mnemonic;
          return {
            name: text(account.name, `${at}.name`, NAME, "a name"),
            ...(mnemonic === undefined
              ? {}
              : { mnemonic: text(mnemonic, `${at}.mnemonic`, /^[a-z ]{20,400}$/, "12 to 24 words") }),
            coins: list(account.coins ?? [], `${at}.coins`).map((c, k) => {
              const coin = object(c, `${at}.coins[${k}]`);
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
          const mnemonic = validator.mnemonic;
          return {
            name: text(validator.name, `${at}.name`, NAME, "a name"),
            ...(mnemonic === undefined
              ? {}
              : { mnemonic: text(mnemonic, `${at}.mnemonic`, /^[a-z ]{20,400}$/, "12 to 24 words") }),
            power: text(validator.power ?? "10", `${at}.power`, DIGITS, "a whole number in quotes"),
          };
        });
        if (config.validators.length === 0) throw new DevnetConfigError("validators: expected one at least");
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
        config.portOffset = integer(value, key, 0, 30_000);
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
  const names = [...config.accounts, ...config.validators].map((a) => a.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new DevnetConfigError(`the name ${twice} is used twice`);
  return config;
}

/** The four validators of the default, or N of them. */
export function withValidators(config: DevnetConfig, count: number): DevnetConfig {
  if (!Number.isInteger(count) || count < 1 || count > 100)
    throw new DevnetConfigError("validators: expected 1 to 100");
  return {
    ...config,
    validators: Array.from({ length: count }, (_, i) => ({ name: `val-${i + 1}`, power: "10" })),
  };
}
