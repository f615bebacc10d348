/** The application with a stopwatch on each call: the same object to whoever drives it. */
import { CheckTxType } from "@assay/proto/gen/tendermint/abci/types";
import type { Application } from "../abci/application.ts";

/** Names as CometBFT's metrics have them. */
export type AbciMethod =
  | "check_tx"
  | "commit"
  | "finalize_block"
  | "info"
  | "init_chain"
  | "prepare_proposal"
  | "process_proposal"
  | "query";

export interface AbciListener {
  /** A call took so long; one that threw is told too. */
  called(method: AbciMethod, seconds: number): void;
  /** CheckTx said so; again, after a commit, where it is a recheck. */
  checked(code: number, isRecheck: boolean): void;
}

export function timedApplication(app: Application, listener: AbciListener): Application {
  const timed = async <T>(method: AbciMethod, run: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    try {
      return await run();
    } finally {
      listener.called(method, (performance.now() - began) / 1000);
    }
  };
  return {
    info: (request) => {
      const began = performance.now();
      const response = app.info(request);
      listener.called("info", (performance.now() - began) / 1000);
      return response;
    },
    initChain: (request) => timed("init_chain", () => app.initChain(request)),
    // Written out: it is called for each transaction.
    checkTx: async (request) => {
      const began = performance.now();
      try {
        const response = await app.checkTx(request);
        listener.checked(response.code, request.type === CheckTxType.CHECK_TX_TYPE_RECHECK);
        return response;
      } finally {
        listener.called("check_tx", (performance.now() - began) / 1000);
      }
    },
    prepareProposal: (request) => timed("prepare_proposal", () => app.prepareProposal(request)),
    processProposal: (request) => timed("process_proposal", () => app.processProposal(request)),
    finalizeBlock: (request) => timed("finalize_block", () => app.finalizeBlock(request)),
    commit: (extra) => timed("commit", () => app.commit(extra)),
    query: (request) => timed("query", () => app.query(request)),
  };
}
