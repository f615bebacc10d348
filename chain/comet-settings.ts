/** What a node's configuration says of the CometBFT process beside it. */
import { abciAddress } from "./cometbft/home.ts";
import type { CometSettings } from "./cometbft/settings.ts";
import type { NodeConfig } from "./config.ts";

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
