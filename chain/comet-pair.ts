/**
 * A home's application and CometBFT node as programs: how each is called for what the home's configuration says.
 *
 * @module
 */
import { resolve } from "node:path";
import type { Program } from "./cometbft/child.ts";
import { abciAddress, cometFolder } from "./cometbft/home.ts";
import { type CometSettings, cometEnvironment } from "./cometbft/settings.ts";
import type { NodeConfig } from "./config.ts";

/** What a node's configuration says of the CometBFT process beside it. */
export function cometSettings(config: NodeConfig): CometSettings {
  return {
    moniker: config.moniker,
    rpcHost: config.host,
    rpcPort: config.rpcPort,
    p2pHost: config.p2pHost,
    p2pPort: config.p2pPort,
    abciAddress: abciAddress(config.home, config.abciPort),
    abciTransport: config.abciTransport === "grpc" ? "grpc" : "socket",
    blockTimeMs: config.blockTimeMs,
    mempoolSize: config.mempoolSize,
    mempoolBytes: config.mempoolBytes,
    corsOrigins: config.corsOrigin === "" ? [] : config.corsOrigin.split(","),
    logLevel: config.logLevel,
  };
}

export interface PairOptions {
  readonly config: NodeConfig;
  /** Path of the CometBFT program. */
  readonly cometbft: string;
  /** Node's options and the bundle of the `assay` command. */
  readonly program: readonly string[];
  /** What both inherit. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Flags over the home's configuration, by key of config.toml. */
  readonly flags?: Readonly<Record<string, number | string | undefined>>;
}

/** Where a node's RPC is for those on the same machine. */
export const nodeRpcUrl = ({ host, rpcPort }: NodeConfig): string =>
  `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${rpcPort}`;

export function pairPrograms(options: PairOptions): {
  readonly application: Program;
  readonly node: Program;
} {
  const { config, environment, flags = {} } = options;
  const settings = cometSettings(config);
  const said = Object.entries(flags)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [`ASSAY_${key.toUpperCase()}`, String(value)] as const);
  return {
    application: {
      command: process.execPath,
      args: [
        ...options.program,
        ...["start", "--home", resolve(config.home), "--engine", "cometbft"],
        ...["--abci", settings.abciAddress, "--node-rpc", nodeRpcUrl(config)],
      ],
      env: { ...environment, ...Object.fromEntries(said), ASSAY_CHILD: "1" },
      talks: true,
    },
    node: {
      command: options.cometbft,
      args: ["start", "--home", cometFolder(resolve(config.home))],
      env: { ...environment, ...cometEnvironment(settings) },
      talks: false,
    },
  };
}
