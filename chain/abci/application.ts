/**
 * The boundary: ABCI 2.0 (CometBFT 0.38) as an in-process interface. An engine orders, the application executes;
 * neither knows more of the other than this file. Messages are `tendermint.abci`.
 *
 * @module
 */

import type { EncodedEvent } from "@assay/kernel/event";
import type {
  ExecTxResult,
  RequestCheckTx,
  RequestFinalizeBlock,
  RequestInfo,
  RequestInitChain,
  RequestPrepareProposal,
  RequestProcessProposal,
  RequestQuery,
  ResponseCheckTx,
  ResponseCommit,
  ResponseInfo,
  ResponseInitChain,
  ResponsePrepareProposal,
  ResponseProcessProposal,
  ResponseQuery,
  ValidatorUpdate,
} from "@assay/proto/gen/tendermint/abci/types";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";

/** A transaction's result whose events stay as the bytes that they were encoded to, once. */
export interface TxOutcome extends Omit<ExecTxResult, "events"> {
  readonly events: readonly EncodedEvent[];
}

/** `ResponseFinalizeBlock`, with its events encoded already. */
export interface BlockOutcome {
  readonly events: readonly EncodedEvent[];
  readonly txResults: readonly TxOutcome[];
  readonly validatorUpdates: readonly ValidatorUpdate[];
  readonly consensusParamUpdates: ConsensusParams | undefined;
  readonly appHash: Uint8Array;
}

/** What an engine on the same disk wants to be durable with the state, in the same batch. */
export type CommitExtra = readonly (
  | { readonly type: "put"; readonly key: Uint8Array; readonly value: Uint8Array }
  | { readonly type: "del"; readonly key: Uint8Array }
)[];

export interface Application {
  info(request: RequestInfo): ResponseInfo;
  initChain(request: RequestInitChain): Promise<ResponseInitChain>;
  /** Never throws for a bad transaction: it has a code. Answers in the order of the calls. */
  checkTx(request: RequestCheckTx): Promise<ResponseCheckTx>;
  prepareProposal(request: RequestPrepareProposal): Promise<ResponsePrepareProposal>;
  processProposal(request: RequestProcessProposal): Promise<ResponseProcessProposal>;
  /** Executes and persists nothing: may be called again for the same height. */
  finalizeBlock(request: RequestFinalizeBlock): Promise<BlockOutcome>;
  /** One durable batch; what `extra` holds is in it. An engine with a disk of its own passes none. */
  commit(extra: CommitExtra): Promise<ResponseCommit>;
  query(request: RequestQuery): Promise<ResponseQuery>;
}
