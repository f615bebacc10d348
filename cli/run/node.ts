/** `assay start`: runs a node until a signal. */
import { ConfigError, loadConfig } from "@assay/chain/config";
import { type RunningNode, startNode } from "@assay/chain/node";
import { sayReady, watchParent } from "@assay/devnet/processes";
import pino from "pino";
import { untilSignal } from "./signals.ts";

/**
 * Does what a devnet asks its node over their channel: `mine` makes blocks now, `rest` makes no more; each answers with
 * the height. @returns what ends it, between two blocks.
 */
function answerParent({ engine }: RunningNode): () => Promise<void> {
  let isEnding = false;
  let work: Promise<void> = Promise.resolve();
  process.on("message", (question: { readonly ask?: unknown; readonly blocks?: unknown }) => {
    work = work.then(async () => {
      if (question.ask === "rest") await engine.stop();
      if (question.ask === "mine") {
        for (let i = 0; i < Number(question.blocks) && !isEnding; i++) await engine.produceBlock();
      }
      sayReady({ height: engine.height });
    });
    // The engine has told why it halted.
    work.catch(() => {});
  });
  // A parent's channel alone is no reason to go on.
  process.channel?.unref();
  return async () => {
    isEnding = true;
    await work.catch(() => {});
  };
}

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
  const stopAnswering = answerParent(node);
  if (process.send !== undefined) {
    const first = node.engine.height > 0 ? node.engine.height : (await node.nextBlock()).height;
    sayReady({ height: first, rpc: node.rpcPort, web: node.webPort });
  }
  await signal.ended;
  await stopAnswering();
  await node.stop();
  return halted === undefined ? 0 : 1;
}
