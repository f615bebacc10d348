/**
 * The application on its store, as both engines run it.
 *
 * @module
 */
import { ExecTxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { Logger } from "pino";
import type { Application } from "./abci/application.ts";
import { GrammarChecker } from "./abci/grammar.ts";
import type { BlockStore, TxSource } from "./abci/ledger.ts";
import type { CommittedTx } from "./abci/tx-response.ts";
import { AssayApp, LAYOUT_VERSION, storeNames } from "./app/app.ts";
import { chooseVerifier } from "./app/signature/choose.ts";
import type { TxLookup } from "./app/tx-lookup.ts";
import type { NodeConfig } from "./config.ts";
import { formatTime } from "./engine/time.ts";
import { homePaths } from "./home.ts";
import type { Backend } from "./store/backend.ts";
import { LevelBackend } from "./store/backend-level.ts";
import { StateStore } from "./store/state-store.ts";
import { type AbciListener, timedApplication } from "./web/timed-application.ts";

/** Where the application finds transactions that are in blocks: known once an engine runs. */
export interface History {
  readonly txs: TxSource;
  readonly blocks: BlockStore;
}

export interface OpenedApplication {
  readonly app: AssayApp;
  /** The same with a stopwatch: what an engine calls. */
  readonly timed: Application;
  readonly backend: Backend;
  /** From now on every call is told. */
  measure(listener: AbciListener): void;
  /** From now on `GetTx` looks there. */
  remember(history: History): void;
  close(): Promise<void>;
}

async function lookUp({ txs, blocks }: History, hash: Uint8Array): Promise<CommittedTx | undefined> {
  const found = await txs.txByHash(hash);
  if (found?.result === undefined) return undefined;
  const block = await blocks.block(Number(found.height));
  const time = block?.block.header?.time;
  return {
    height: found.height,
    tx: found.tx,
    result: ExecTxResult.fromPartial(found.result),
    time: time === undefined ? "" : formatTime(time),
  };
}

/** @throws StoreError where the data is another program's, damaged, or held by another process. */
export async function openApplication(
  config: NodeConfig,
  initialHeight: number,
  logger: Logger,
): Promise<OpenedApplication> {
  const backend = await LevelBackend.open(homePaths(config.home).state);
  const closing: (() => Promise<void>)[] = [() => backend.close()];
  const close = async (): Promise<void> => {
    for (const one of closing.splice(0).reverse()) await one();
  };
  try {
    const store = await StateStore.open(backend, {
      modules: storeNames(),
      layoutVersion: LAYOUT_VERSION,
      keepVersions: config.keepVersions,
      memoryBudgetBytes: config.memoryBudgetMb * 1024 * 1024,
      initialHeight,
    });
    const { verifier, name } = chooseVerifier((cause) =>
      logger.error(
        { err: cause },
        "the signature worker is gone; signatures are verified on the main thread",
      ),
    );
    logger.info({ verifier: name }, "signatures");
    closing.push(() => verifier.close());

    let history: History | undefined;
    const txLookup: TxLookup = async (hash) => (history === undefined ? undefined : lookUp(history, hash));
    const app = AssayApp.open({
      store,
      verifier,
      txLookup,
      minGasPrice: config.minGasPrice,
      logger: logger.child({ room: "app" }),
    });
    let listener: AbciListener | undefined;
    const timed = timedApplication(config.abciGrammar === "on" ? new GrammarChecker(app) : app, {
      called: (method, seconds) => listener?.called(method, seconds),
      checked: (code, isRecheck) => listener?.checked(code, isRecheck),
    });
    return {
      app,
      timed,
      backend,
      measure: (one) => {
        listener = one;
      },
      remember: (one) => {
        history = one;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
