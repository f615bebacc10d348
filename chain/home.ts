/**
 * A node's folder: what lies where, and how it is read.
 *
 * `genesis.json`, `config.toml`, `keys/validators.json` (a list of CometBFT's priv_validator_key.json, 0600),
 * `keys/node_key.json`, `data/state` and `data/index` (one Level each), `page.json` (what the page is told besides).
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Genesis, parseGenesis } from "./engine/genesis.ts";
import { ValidatorKey } from "./engine/keys.ts";

/** A folder that is no node's home, or a file of it that cannot be read; says what to do. */
export class HomeError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = "HomeError";
    this.remedy = remedy;
  }
}

export const homePaths = (home: string) => ({
  genesis: join(home, "genesis.json"),
  validators: join(home, "keys", "validators.json"),
  nodeKey: join(home, "keys", "node_key.json"),
  state: join(home, "data", "state"),
  index: join(home, "data", "index"),
  page: join(home, "page.json"),
});

export interface Home {
  readonly genesis: Genesis;
  readonly genesisText: string;
  readonly validatorKeys: readonly ValidatorKey[];
  readonly nodeKey: ValidatorKey;
  /** What the page is told besides the chain's own facts; empty without a file. */
  readonly page: Readonly<Record<string, unknown>>;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new HomeError(`${path} is missing`, "Make a home with: assay init --home DIR");
    }
    throw new HomeError(`${path}: ${(error as Error).message}`, "Mend the file's rights or restore it");
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(read(path));
  } catch (error) {
    if (error instanceof HomeError) throw error;
    throw new HomeError(`${path} is not JSON: ${(error as Error).message}`, "Restore the file");
  }
}

/** @throws HomeError or EngineError that names the file and what to do. */
export function readHome(home: string): Home {
  const paths = homePaths(home);
  const genesisText = read(paths.genesis);
  const keys = readJson(paths.validators);
  if (!Array.isArray(keys)) throw new HomeError(`${paths.validators} is no list of keys`, "Restore the file");
  let page: Record<string, unknown> = {};
  try {
    page = readJson(paths.page) as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof HomeError) || !error.message.endsWith("is missing")) throw error;
  }
  return {
    genesis: parseGenesis(genesisText),
    genesisText,
    validatorKeys: keys.map((key) => ValidatorKey.fromJson(key)),
    nodeKey: ValidatorKey.fromJson(readJson(paths.nodeKey)),
    page,
  };
}
