/**
 * What stands before the first process: which ledger is wanted, and a home that holds it.
 *
 * @module
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addressFromBech32 } from "@assay/primitives/address";
import { toHex } from "@assay/primitives/bytes";
import { datasetId } from "@assay/primitives/dataset/id";
import type { Json } from "@assay/proto/wire/json";
import {
  checkEngine,
  type DevnetConfig,
  DevnetConfigError,
  type DevnetEngine,
  defaultConfig,
  devnetConfigToJson,
  parseBlockTime,
  parseDevnetConfig,
  withValidators,
} from "./config.ts";
import { ROLES, TOUR } from "./demo/cast.ts";
import { type DevnetHome, devnetKeys, keyFile, writeHome } from "./home.ts";
import { writeNetwork } from "./network.ts";
import { HOST, portsAt } from "./ports.ts";
import { DEVNET_ENTRIES, recoverRevert } from "./snapshots.ts";

/** What the command line says of the ledger that is wanted. */
export interface Wanted {
  readonly configFile?: string;
  readonly validators?: number;
  readonly engine?: DevnetEngine;
  /** For example `1s`; over the config's. */
  readonly blockTime?: string;
  readonly portOffset?: number;
  readonly demo?: boolean;
}

/** Holds the config that the ledger began with; marks a folder as a devnet's. Written once; 0600 for its mnemonics. */
export const markFile = (home: string): string => join(home, "devnet.json");

function readJson(path: string, fix: string): Json {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Json;
  } catch (error) {
    throw new DevnetConfigError(`${path}: ${(error as Error).message}`, fix);
  }
}

/** @throws DevnetConfigError */
export function readConfig(wanted: Wanted): DevnetConfig {
  let config = defaultConfig();
  if (wanted.configFile !== undefined) {
    const json = readJson(wanted.configFile, "Its schema is devnet/config.schema.json");
    try {
      config = parseDevnetConfig(json);
    } catch (error) {
      throw new DevnetConfigError(
        `${wanted.configFile}: ${(error as Error).message}`,
        "Its schema is devnet/config.schema.json",
      );
    }
  }
  if (wanted.validators !== undefined) config = withValidators(config, wanted.validators);
  if (wanted.blockTime !== undefined) config = { ...config, blockTimeMs: parseBlockTime(wanted.blockTime) };
  if (wanted.portOffset !== undefined) config = { ...config, portOffset: wanted.portOffset };
  if (wanted.engine !== undefined) config = { ...config, engine: wanted.engine };
  if (wanted.demo !== undefined) config = { ...config, demo: wanted.demo };
  checkEngine(config);
  return config;
}

/** The config of the ledger that is in a home already. @throws DevnetConfigError where it cannot be read. */
export function keptConfig(home: string): DevnetConfig | undefined {
  const mark = markFile(home);
  if (!existsSync(mark)) return undefined;
  const fix = "Restore the file, or begin a new ledger: --fresh";
  const { config } = readJson(mark, fix) as { config?: Json };
  try {
    return parseDevnetConfig(config ?? null);
  } catch (error) {
    throw new DevnetConfigError(`${mark}: ${(error as Error).message}`, fix);
  }
}

/** What a ledger is, without how it is run. */
function identity(config: DevnetConfig): string {
  const { block_time, port_offset, demo, ...rest } = devnetConfigToJson(config);
  return JSON.stringify(rest);
}

/**
 * The config to run: a ledger that is there already stays what it is, for its genesis cannot change; only how it is run
 * may be told anew.
 */
export function mergeConfig(kept: DevnetConfig, config: DevnetConfig, wanted: Wanted): DevnetConfig {
  if (wanted.engine !== undefined && wanted.engine !== kept.engine) {
    const engine = { embedded: "the embedded engine", cometbft: "CometBFT" }[kept.engine];
    throw new DevnetConfigError(
      `the ledger of this devnet was made under ${engine}, and another engine has none of its blocks`,
      `Go on with --engine ${kept.engine}, choose another --home, or begin a new ledger: --fresh`,
    );
  }
  const said = wanted.configFile !== undefined || wanted.blockTime !== undefined;
  const merged = {
    ...kept,
    blockTimeMs: said ? config.blockTimeMs : kept.blockTimeMs,
    portOffset: config.portOffset,
    demo: config.demo && kept.demo,
  };
  checkEngine(merged);
  return merged;
}

/** The story needs its cast, the stakes' coins and a clock. */
export function hasDemo(config: DevnetConfig): boolean {
  const cast = new Set(config.accounts.map(({ name }) => name));
  return config.demo && config.blockTimeMs > 0 && Object.keys(ROLES).every((name) => cast.has(name));
}

/**
 * Removes a devnet's ledger. Keys that somebody made in its folder stay, and so does whatever else is no devnet's.
 * @throws DevnetConfigError where the folder holds a ledger that is no devnet's.
 */
export function removeLedger(home: string): void {
  if (!existsSync(home)) return;
  if (!existsSync(markFile(home))) {
    if (["data", "genesis.json"].every((name) => !existsSync(join(home, name)))) return;
    throw new DevnetConfigError(
      `${home} holds a ledger that is no devnet's, so --fresh does not remove it`,
      "Choose another --home",
    );
  }
  const names = ["validators.json", "node_key.json"];
  try {
    const { accounts, validators } = keptConfig(home)!;
    names.push(...[...accounts, ...validators].map(({ name }) => `${name}.mnemonic`));
  } catch {
    // A mark that cannot be read names nobody: the words stay.
  }
  for (const name of names) rmSync(join(home, "keys", name), { force: true });
  // The mark goes last: until then the folder is known for what it is.
  for (const name of DEVNET_ENTRIES.filter((entry) => entry !== "devnet.json")) {
    rmSync(join(home, name), { recursive: true, force: true });
  }
  rmSync(markFile(home), { force: true });
}

/** What the page is told besides the chain's own facts. */
function pageFacts(config: DevnetConfig, keys: DevnetHome): Json {
  const facts: { [key: string]: Json } = {
    bech32_prefix: config.bech32Prefix,
    denom: config.denom,
    gas_price: `${config.minGasPrice}${config.denom}`,
    services: ["content", "faucet"],
    devnet: true,
  };
  if (hasDemo(config)) {
    const owner = keys.accounts.find(({ name }) => name === TOUR.owner)!.address;
    const id = datasetId(config.chainId, addressFromBech32(owner, config.bech32Prefix)!, TOUR.dataset, 1);
    facts.tour = { dataset_id: toHex(id), claim: "CLAIM_KIND_UNIQUE", sentence: TOUR.sentence };
  }
  return facts;
}

/** Words that somebody else keeps under a name of ours are not overwritten. */
function checkKeyFiles(home: string, keys: DevnetHome): void {
  for (const { name, mnemonic } of [...keys.accounts, ...keys.validators]) {
    const file = keyFile(home, name);
    if (existsSync(file) && readFileSync(file, "utf8").trim() !== mnemonic) {
      throw new DevnetConfigError(
        `${file} holds other words than the devnet's ${name}`,
        "Move that file away",
      );
    }
  }
}

function failedToWrite(home: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined || error instanceof DevnetConfigError) return error;
  return new DevnetConfigError(
    `${home} cannot be written: ${message}`,
    "Choose another --home, or mend its rights",
  );
}

/**
 * Makes the home, or takes the one that is there.
 * @throws DevnetConfigError: the real cause, and what to do.
 */
export async function prepareHome(
  home: string,
  config: DevnetConfig,
  explorerDir: string,
  say: (line: string) => void,
): Promise<DevnetHome> {
  const isNew = !existsSync(markFile(home));
  if (isNew && existsSync(join(home, "data"))) {
    throw new DevnetConfigError(`${home} holds a ledger that is no devnet's`, "Choose another --home");
  }
  const keys = await devnetKeys(config);
  try {
    mkdirSync(home, { recursive: true });
    if (isNew) {
      checkKeyFiles(home, keys);
      const part = `${markFile(home)}.part`;
      writeFileSync(part, `${JSON.stringify({ config: devnetConfigToJson(config) }, null, 2)}\n`, {
        mode: 0o600,
      });
      renameSync(part, markFile(home));
    } else if (recoverRevert(home)) say("A revert was cut short: the ledger is the one before it");
    const genesis = join(home, "genesis.json");
    if (!existsSync(genesis) && existsSync(join(home, "data", "state"))) {
      throw new DevnetConfigError(
        `${genesis} is missing`,
        "Restore the file, or begin a new ledger: --fresh",
      );
    }
    const ports = portsAt(config.portOffset);
    const settings = {
      content_url: `http://${HOST}:${ports.content}`,
      faucet_url: `http://${HOST}:${ports.faucet}`,
      explorer_dir: explorerDir,
    };
    await writeHome(home, config, ports, settings, pageFacts(config, keys), {
      genesis: !existsSync(genesis),
    });
    if (config.engine === "cometbft") writeNetwork(home, config, settings);
  } catch (error) {
    throw failedToWrite(home, error);
  }
  return keys;
}

/** Whether both make the same ledger. */
export const isSameLedger = (a: DevnetConfig, b: DevnetConfig): boolean => identity(a) === identity(b);
