/** `assay start --engine cometbft`: the application beside a node, or both under a supervisor. */
import { startApplication } from "@assay/chain/application-node";
import { pairPrograms } from "@assay/chain/comet-pair";
import { cometbftMissing, findCometbft } from "@assay/chain/cometbft/binary";
import { hasCometHome } from "@assay/chain/cometbft/home";
import { Supervisor } from "@assay/chain/cometbft/supervisor";
import type { NodeConfig } from "@assay/chain/config";
import { HomeError, readHome } from "@assay/chain/home";
import { sayReady, watchParent } from "@assay/devnet/processes";
import type { Logger } from "pino";
import { Failure } from "../failure.ts";
import { untilSignal } from "./signals.ts";

/** @returns the exit code. */
export async function runApplication(
  config: NodeConfig,
  { abci, nodeRpc }: { readonly abci: string; readonly nodeRpc: string },
  logger: Logger,
): Promise<number> {
  const signal = untilSignal();
  watchParent(signal.end);
  let fault: unknown;
  const running = await startApplication({
    config,
    abci,
    nodeRpc,
    logger,
    onFault(error) {
      fault = error;
      logger.fatal({ err: error }, "the ledger cannot go on");
      signal.end();
    },
  });
  const stopTelling = running.onCommit((height) => {
    // The first block is what tells a supervisor that both work.
    stopTelling();
    sayReady({ block: height });
  });
  sayReady({ height: running.height(), abci: running.abci, web: running.webPort });
  await signal.ended;
  await running.stop();
  return fault === undefined ? 0 : 1;
}

/** Node's options for the application: as for a node with the embedded engine. */
const NODE_OPTIONS = ["--enable-source-maps", "--max-semi-space-size=64"];

/** Runs both until a signal. @returns the exit code. */
export async function runPair(
  config: NodeConfig,
  flags: Readonly<Record<string, number | string | undefined>>,
  logger: Logger,
): Promise<number> {
  readHome(config.home);
  if (!hasCometHome(config.home)) {
    throw new HomeError(
      `${config.home} holds no home of a CometBFT node`,
      "Make one with: assay init --engine cometbft --home DIR --chain-id ID",
    );
  }
  if (config.blockTimeMs === 0) {
    throw new Failure(
      "CometBFT makes no block for each transaction: its blocks have a time",
      "Choose one, for example --block-time-ms 1000",
    );
  }
  const cometbft = findCometbft();
  if (cometbft === undefined) {
    throw new Failure("the program cometbft (v0.38.25) is not there", `To get it, ${cometbftMissing}`);
  }
  const signal = untilSignal();
  watchParent(signal.end);
  const supervisor = new Supervisor({
    ...pairPrograms({
      config,
      cometbft,
      program: [...NODE_OPTIONS, process.argv[1]!],
      environment: process.env,
      flags,
    }),
    sink: (_role, chunk) => process.stderr.write(chunk),
    onStart: (role, pid) => logger.info({ role, pid }, "started"),
    onDeath: ({ role, pid, how, lastWords, restartInMs }) =>
      logger.error({ role, pid, how, said: lastWords, restartInMs }, `${role} died; both start again`),
    onBlock: (height) => logger.info({ height }, "the ledger goes on"),
  });
  try {
    const ready = await Promise.race([supervisor.start(), signal.ended]);
    if (ready !== undefined) sayReady(ready);
    await Promise.race([signal.ended, supervisor.gaveUp]);
    return 0;
  } finally {
    await supervisor.stop();
  }
}
