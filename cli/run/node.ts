/** `assay start`: runs a node until a signal. */
import { ConfigError, loadConfig } from "@assay/chain/config";
import { startNode } from "@assay/chain/node";
import { sayReady, watchParent } from "@assay/devnet/processes";
import pino from "pino";
import { untilSignal } from "./signals.ts";

/** @param flags by key of config.toml. @returns the exit code. */
export async function runNode(
  home: string,
  flags: Readonly<Record<string, number | string | undefined>>,
): Promise<number> {
  const config = loadConfig(home, flags);
  const levels = Object.keys(pino.levels.values);
  if (!levels.includes(config.logLevel) && config.logLevel !== "silent") {
    throw new ConfigError(`log_level ${config.logLevel} is none of ${levels.join(", ")}, silent`);
  }
  const logger = pino({ name: "node", level: config.logLevel }, pino.destination(2));
  const signal = untilSignal();
  watchParent(signal.end);
  let halted: unknown;
  const node = await startNode({
    config,
    logger,
    onHalt(error) {
      halted = error;
      logger.fatal({ err: error }, "the ledger cannot go on");
      signal.end();
    },
  });
  if (process.send !== undefined) {
    const first = node.engine.height > 0 ? node.engine.height : (await node.nextBlock()).height;
    sayReady({ height: first, rpc: node.rpcPort, web: node.webPort });
  }
  await signal.ended;
  await node.stop();
  return halted === undefined ? 0 : 1;
}
