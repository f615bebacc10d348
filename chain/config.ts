/**
 * A node's configuration: flag, then environment `ASSAY_*`, then `config.toml` in its home, then default.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "smol-toml";

export interface NodeConfig {
  readonly home: string;
  readonly moniker: string;
  /** Who orders transactions: `embedded`, or a `cometbft` process beside the application. */
  readonly engine: string;
  /** Address that all servers bind. */
  readonly host: string;
  readonly rpcPort: number;
  readonly webPort: number;
  readonly metricsPort: number;
  readonly grpcPort: number;
  /** Address that a CometBFT node binds for its peers. */
  readonly p2pHost: string;
  readonly p2pPort: number;
  /** Where the application waits for its CometBFT node if the home's path is too long for a socket in it. */
  readonly abciPort: number;
  /** How both talk: `socket` or `grpc`. */
  readonly abciTransport: string;
  /** `on` checks every call between the embedded engine and the application: for finding faults of either. */
  readonly abciGrammar: string;
  /** Milliseconds between blocks; 0 makes a block for each transaction. */
  readonly blockTimeMs: number;
  /** In the fee denom, decimal text; a transaction that pays less is refused by this node. */
  readonly minGasPrice: string;
  /** Heights that can be queried and proved. */
  readonly keepVersions: number;
  readonly memoryBudgetMb: number;
  readonly mempoolSize: number;
  readonly mempoolBytes: number;
  /** Origins that a browser may call the RPC from; empty for none but the web port's own. */
  readonly corsOrigin: string;
  /** Base URLs of services behind the web port; empty for absent. */
  readonly contentUrl: string;
  readonly faucetUrl: string;
  /** Folder with the built page; empty for none. */
  readonly explorerDir: string;
  readonly logLevel: string;
}

/** Key in the file, field, default. One table: file, environment and docs cannot drift apart. */
export const CONFIG_KEYS: readonly (readonly [
  key: string,
  field: keyof NodeConfig,
  absent: number | string,
])[] = [
  ["moniker", "moniker", "assay"],
  ["engine", "engine", "embedded"],
  ["host", "host", "127.0.0.1"],
  ["rpc_port", "rpcPort", 26657],
  ["web_port", "webPort", 1317],
  ["metrics_port", "metricsPort", 26660],
  ["grpc_port", "grpcPort", 9090],
  ["p2p_host", "p2pHost", "127.0.0.1"],
  ["p2p_port", "p2pPort", 26656],
  ["abci_port", "abciPort", 26658],
  ["abci_transport", "abciTransport", "socket"],
  ["abci_grammar", "abciGrammar", "off"],
  ["block_time_ms", "blockTimeMs", 6000],
  ["min_gas_price", "minGasPrice", "0.025"],
  ["keep_versions", "keepVersions", 1000],
  ["memory_budget_mb", "memoryBudgetMb", 256],
  ["mempool_size", "mempoolSize", 5000],
  ["mempool_bytes", "mempoolBytes", 64 * 1024 * 1024],
  ["cors_origin", "corsOrigin", ""],
  ["content_url", "contentUrl", ""],
  ["faucet_url", "faucetUrl", ""],
  ["explorer_dir", "explorerDir", ""],
  ["log_level", "logLevel", "info"],
];

const CHOICES: readonly (readonly [key: string, field: keyof NodeConfig, choices: readonly string[]])[] = [
  ["engine", "engine", ["embedded", "cometbft"]],
  ["abci_transport", "abciTransport", ["socket", "grpc"]],
  ["abci_grammar", "abciGrammar", ["off", "on"]],
];

/** A configuration that cannot be, with the place it comes from. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ConfigError";
  }
}

function coerce(key: string, absent: number | string, value: unknown, from: string): number | string {
  if (typeof absent === "string") {
    if (typeof value !== "string") throw new ConfigError(`${from}: ${key} must be text`);
    return value;
  }
  const number = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number) || number < 0) {
    throw new ConfigError(`${from}: ${key} must be a whole number, zero or more`);
  }
  return number;
}

export const configFile = (home: string): string => join(home, "config.toml");

/**
 * The configuration of a home.
 * @param flags by key as in the file; what is undefined was not given.
 * @throws ConfigError for an unknown key or a value of the wrong kind.
 */
export function loadConfig(
  home: string,
  flags: Readonly<Record<string, number | string | undefined>> = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): NodeConfig {
  let file: Record<string, unknown> = {};
  try {
    file = parse(readFileSync(configFile(home), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      throw new ConfigError(`${configFile(home)}: ${(error as Error).message}`);
    }
  }
  const known = new Set(CONFIG_KEYS.map(([key]) => key));
  for (const key of Object.keys(file)) {
    if (!known.has(key))
      throw new ConfigError(`${configFile(home)}: ${key} is unknown; known are ${[...known].join(", ")}`);
  }
  const config: Record<string, number | string> = { home };
  for (const [key, field, absent] of CONFIG_KEYS) {
    const variable = `ASSAY_${key.toUpperCase()}`;
    if (flags[key] !== undefined)
      config[field] = coerce(key, absent, flags[key], `--${key.replaceAll("_", "-")}`);
    else if (environment[variable] !== undefined)
      config[field] = coerce(key, absent, environment[variable], variable);
    else if (file[key] !== undefined) config[field] = coerce(key, absent, file[key], configFile(home));
    else config[field] = absent;
  }
  for (const [key, field, choices] of CHOICES) {
    if (choices.includes(config[field] as string)) continue;
    throw new ConfigError(`${key} ${config[field]} is none of ${choices.join(", ")}`);
  }
  return config as unknown as NodeConfig;
}

/** The text of a `config.toml` with these values; keys that are absent keep their default. */
export function configText(values: Readonly<Record<string, number | string>>): string {
  return stringify(values);
}
