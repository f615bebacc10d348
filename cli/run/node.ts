/** `assay start`: runs a node until a signal. */
import { nodeRpcUrl } from "@assay/chain/comet-pair";
import { abciAddress } from "@assay/chain/cometbft/home";
import { ConfigError, loadConfig } from "@assay/chain/config";
import { type RunningNode, startNode } from "@assay/chain/node";
import { sayReady, watchParent } from "@assay/devnet/processes";
import pino from "pino";
import { UsageError } from "../failure.ts";
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

/** Where the application alone is to meet its node; both undefined for the pair of them. */
export interface NodeBeside {
  readonly abci: string | undefined;
  readonly nodeRpc: string | undefined;
}

/** @param flags by key of config.toml. @returns the exit code. @throws UsageError, and what the engines throw. */
export async function runNode(
  home: string,
  flags: Readonly<Record<string, number | string | undefined>>,
  { abci, nodeRpc }: NodeBeside,
): Promise<number> {
  const config = loadConfig(home, flags);
  const levels = Object.keys(pino.levels.values);
  if (!levels.includes(config.logLevel) && config.logLevel !== "silent") {
    throw new ConfigError(`log_level ${config.logLevel} is none of ${levels.join(", ")}, silent`);
  }
  const logger = pino(
    { name: abci === undefined ? "node" : "application", level: config.logLevel },
    pino.destination(2),
  );
  if (config.engine === "cometbft") {
    const { runApplication, runPair } = await import("./application.ts");
    if (abci === undefined && nodeRpc === undefined) return runPair(config, flags, logger);
    return runApplication(
      config,
      { abci: abci ?? abciAddress(home, config.abciPort), nodeRpc: nodeRpc ?? nodeRpcUrl(config) },
      logger,
    );
  }
  if (abci !== undefined || nodeRpc !== undefined) {
    throw new UsageError("--abci and --node-rpc are for a CometBFT node", "Say --engine cometbft too.");
  }
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
