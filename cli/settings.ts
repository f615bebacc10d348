/**
 * Where the ledger and the keys are: flag, then environment `ASSAY_*`, then the home's `config.toml`, then default.
 *
 * @module
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig } from "@assay/chain/config";

/** Flags that every command takes. */
export interface GlobalFlags {
  readonly home?: string;
  readonly node?: string;
  readonly json?: boolean;
  readonly yes?: boolean;
  readonly generateOnly?: boolean;
  readonly passwordFile?: string;
}

export interface Settings {
  readonly home: string;
  /** RPC of the node. */
  readonly node: string;
  /** Base URL of a content service. */
  readonly content: string;
  /** Undefined asks the ledger's own. */
  readonly gasPrice: string | undefined;
  /** Of addresses. */
  readonly prefix: string;
  readonly yes: boolean;
  /** Write what would be signed, and sign nothing. */
  readonly generateOnly: boolean;
  readonly passwordFile: string | undefined;
}

export const DEFAULT_HOME = ".assay/devnet";
export const DEFAULT_NODE = "http://127.0.0.1:26657";
export const DEFAULT_CONTENT = "http://127.0.0.1:26670";

type Environment = Readonly<Record<string, string | undefined>>;

export function homeOf(flags: GlobalFlags, environment: Environment = process.env): string {
  return flags.home ?? environment.ASSAY_HOME ?? DEFAULT_HOME;
}

/** Prefix that the home's genesis names; without a genesis the usual one. */
function prefixOf(home: string): string {
  try {
    const genesis = JSON.parse(readFileSync(join(home, "genesis.json"), "utf8")) as {
      app_state?: { chain?: { bech32_prefix?: unknown } };
    };
    const prefix = genesis.app_state?.chain?.bech32_prefix;
    if (typeof prefix === "string") return prefix;
  } catch {
    // A home that holds keys only.
  }
  return "assay";
}

/** @throws ConfigError where the home's `config.toml` cannot be read. */
export function settingsOf(
  flags: GlobalFlags & { readonly content?: string; readonly gasPrice?: string },
  environment: Environment = process.env,
): Settings {
  const home = homeOf(flags, environment);
  const file = existsSync(join(home, "config.toml")) ? loadConfig(home, {}, environment) : undefined;
  return {
    home,
    node:
      flags.node ??
      environment.ASSAY_NODE ??
      (file === undefined ? DEFAULT_NODE : `http://${file.host}:${file.rpcPort}`),
    content:
      flags.content ??
      environment.ASSAY_CONTENT ??
      (file === undefined || file.contentUrl === "" ? DEFAULT_CONTENT : file.contentUrl),
    gasPrice: flags.gasPrice ?? environment.ASSAY_GAS_PRICE,
    prefix: environment.ASSAY_BECH32_PREFIX ?? prefixOf(home),
    yes: flags.yes ?? false,
    generateOnly: flags.generateOnly ?? false,
    passwordFile: flags.passwordFile ?? environment.ASSAY_PASSWORD_FILE,
  };
}
