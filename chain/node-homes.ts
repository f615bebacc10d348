/**
 * Homes of a network's CometBFT nodes: one genesis document, and for each node its keys, its configuration and where its
 * peers are.
 *
 * @module
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cometSettings } from "./comet-pair.ts";
import { peerAddress, writeCometHome } from "./cometbft/home.ts";
import { configFile, configText, loadConfig } from "./config.ts";
import { SECRET, writeAtomic } from "./engine/atomic-write.ts";
import type { ValidatorKey } from "./engine/keys.ts";
import { homePaths } from "./home.ts";

export interface NodePlan {
  readonly home: string;
  readonly validatorKey: ValidatorKey;
  readonly nodeKey: ValidatorKey;
  /** Where its peers reach it. */
  readonly reachedAt: { readonly host: string; readonly port: number };
  /** Keys of `config.toml`; the engine is said already. */
  readonly settings: Readonly<Record<string, number | string>>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Writes what each node needs to start; what it has written itself since stays. Called again with other plans, it moves
 * the network to other ports.
 * @throws ConfigError for settings that cannot be.
 */
export function writeNodeHomes(genesisText: string, plans: readonly NodePlan[]): void {
  for (const plan of plans) {
    const { home, validatorKey, nodeKey } = plan;
    const paths = homePaths(home);
    mkdirSync(join(home, "keys"), { recursive: true, mode: 0o700 });
    mkdirSync(join(home, "data"), { recursive: true });
    writeAtomic(paths.validators, json([validatorKey.toJson()]), SECRET);
    writeAtomic(paths.nodeKey, json(nodeKey.toJson()), SECRET);
    writeAtomic(configFile(home), configText({ engine: "cometbft", ...plan.settings }));
    const persistentPeers = plans
      .filter((other) => other !== plan)
      .map((other) => peerAddress(other.nodeKey, other.reachedAt.host, other.reachedAt.port));
    const file = { ...cometSettings(loadConfig(home, {}, {})), persistentPeers };
    writeCometHome(home, { genesisText, validatorKey, nodeKey, file });
    // The last: a home that has it has all.
    writeAtomic(paths.genesis, genesisText);
  }
}
