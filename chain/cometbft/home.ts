/**
 * The home of a CometBFT node, in the folder `cometbft` of ours: what `cometbft start --home HOME/cometbft` needs.
 *
 * @module
 */
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { SECRET, writeAtomic } from "../engine/atomic-write.ts";
import { nodeIdOf, type ValidatorKey } from "../engine/keys.ts";
import { type CometFile, cometConfigText } from "./settings.ts";

export const cometFolder = (home: string): string => join(home, "cometbft");

export const cometPaths = (home: string) => {
  const root = cometFolder(home);
  return {
    root,
    config: join(root, "config", "config.toml"),
    genesis: join(root, "config", "genesis.json"),
    validatorKey: join(root, "config", "priv_validator_key.json"),
    nodeKey: join(root, "config", "node_key.json"),
    /** What was signed last: without it a validator could sign the same height twice. */
    validatorState: join(root, "data", "priv_validator_state.json"),
    blocks: join(root, "data", "blockstore.db"),
  };
};

export const hasCometHome = (home: string): boolean => existsSync(cometPaths(home).config);

/** A unix socket's path may be 108 bytes long on Linux, 104 on a Mac, a closing zero included. */
const MAX_SOCKET_BYTES = 100;

/**
 * Where the application waits for its node: a socket in the home, or a port of this machine where the home's path is
 * too long for one.
 */
export function abciAddress(home: string, port: number): string {
  const path = join(resolve(home), "abci.sock");
  return Buffer.byteLength(path) <= MAX_SOCKET_BYTES ? `unix://${path}` : `tcp://127.0.0.1:${port}`;
}

/** How other nodes call this one. */
export const peerAddress = (nodeKey: ValidatorKey, host: string, port: number): string =>
  `${nodeIdOf(nodeKey.publicKey)}@${host}:${port}`;

export interface CometHome {
  readonly genesisText: string;
  readonly validatorKey: ValidatorKey;
  readonly nodeKey: ValidatorKey;
  readonly file: CometFile;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes the home; what the validator signed last stays, where there is such a file. */
export function writeCometHome(home: string, { genesisText, validatorKey, nodeKey, file }: CometHome): void {
  const paths = cometPaths(home);
  for (const folder of ["config", "data"]) {
    mkdirSync(join(paths.root, folder), { recursive: true, mode: 0o700 });
  }
  writeAtomic(paths.genesis, genesisText);
  writeAtomic(paths.validatorKey, json(validatorKey.toJson()), SECRET);
  writeAtomic(paths.nodeKey, json({ priv_key: nodeKey.toJson().priv_key }), SECRET);
  if (!existsSync(paths.validatorState)) {
    writeAtomic(paths.validatorState, json({ height: "0", round: 0, step: 0 }), SECRET);
  }
  // The last: a home that has it has all.
  writeCometConfig(home, file);
}

/** Writes its `config.toml` anew. */
export function writeCometConfig(home: string, file: CometFile): void {
  writeAtomic(cometPaths(home).config, cometConfigText(file));
}
