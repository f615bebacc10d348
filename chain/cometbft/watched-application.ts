/** The application with an ear on its blocks: beside a CometBFT node nobody else tells when one is committed. */

import type { RequestFinalizeBlock } from "@assay/proto/gen/tendermint/abci/types";
import { Header } from "@assay/proto/gen/tendermint/types/types";
import type { Application, BlockOutcome } from "../abci/application.ts";
import type { CommitFeed, CommittedBlock } from "../abci/ledger.ts";
import { sha256 } from "../engine/sha256.ts";

/** What ABCI tells of a block: its header is the node's, and only height, time and proposer are known of it here. */
function committed(request: RequestFinalizeBlock, outcome: BlockOutcome): CommittedBlock {
  const { height, time, hash, txs, nextValidatorsHash, proposerAddress } = request;
  return {
    height: Number(height),
    header: Header.fromPartial({
      height,
      nextValidatorsHash,
      proposerAddress,
      ...(time === undefined ? {} : { time }),
    }),
    blockId: { hash, partSetHeader: undefined },
    txs,
    txHashes: txs.map(sha256),
    outcome,
  };
}

/** @returns the application to hand to the server, and the feed of what it commits. */
export function watchedApplication(
  app: Application,
  onError: (error: unknown) => void,
): { readonly app: Application; readonly feed: CommitFeed } {
  const listeners = new Set<(block: CommittedBlock) => void>();
  let executed: { request: RequestFinalizeBlock; outcome: BlockOutcome } | undefined;
  return {
    app: {
      info: (request) => app.info(request),
      initChain: (request) => app.initChain(request),
      checkTx: (request) => app.checkTx(request),
      prepareProposal: (request) => app.prepareProposal(request),
      processProposal: (request) => app.processProposal(request),
      async finalizeBlock(request) {
        const outcome = await app.finalizeBlock(request);
        executed = { request, outcome };
        return outcome;
      },
      async commit(extra) {
        const response = await app.commit(extra);
        if (executed !== undefined && listeners.size > 0) {
          const block = committed(executed.request, executed.outcome);
          for (const listener of listeners) {
            try {
              listener(block);
            } catch (error) {
              onError(error);
            }
          }
        }
        executed = undefined;
        return response;
      },
      query: (request) => app.query(request),
    },
    feed: {
      onCommit(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
