/**
 * ABCI's methods: how each request is read, answered and written. Both transports serve this table.
 *
 * @module
 */
import {
  ResponseApplySnapshotChunk_Result as ApplyResult,
  ResponseOfferSnapshot_Result as OfferResult,
  ResponseProcessProposal_ProposalStatus as ProposalStatus,
  RequestApplySnapshotChunk,
  RequestCheckTx,
  RequestCommit,
  RequestEcho,
  RequestExtendVote,
  RequestFinalizeBlock,
  RequestFlush,
  RequestInfo,
  RequestInitChain,
  RequestListSnapshots,
  RequestLoadSnapshotChunk,
  RequestOfferSnapshot,
  RequestPrepareProposal,
  RequestProcessProposal,
  RequestQuery,
  RequestVerifyVoteExtension,
  ResponseApplySnapshotChunk,
  ResponseCheckTx,
  ResponseCommit,
  ResponseEcho,
  ResponseExtendVote,
  ResponseFlush,
  ResponseInfo,
  ResponseInitChain,
  ResponseListSnapshots,
  ResponseLoadSnapshotChunk,
  ResponseOfferSnapshot,
  ResponsePrepareProposal,
  ResponseProcessProposal,
  ResponseQuery,
  ResponseVerifyVoteExtension,
  ResponseVerifyVoteExtension_VerifyStatus as VerifyStatus,
} from "@assay/proto/gen/tendermint/abci/types";
import type { MessageType } from "@assay/proto/wire/message-type";
import type { Application } from "../application.ts";
import { encodeOutcome } from "../outcome.ts";

/** A request that was read. */
export interface Call {
  /** The body of the response. */
  answer(app: Application): Promise<Uint8Array> | Uint8Array;
}

export interface Method {
  /** As the gRPC service and the specification have it. */
  readonly name: string;
  /** Field of `tendermint.abci.Request`. */
  readonly requestNo: number;
  /** Field of `tendermint.abci.Response`. */
  readonly responseNo: number;
  /** Runs after what came before on the consensus connection, and alone. */
  readonly inTurn: boolean;
  /** Is not answered amid a call whose asker is gone: a node that started anew asks where the application stands. */
  readonly settles: boolean;
  /** What a fault in it is answered with; absent where there is no answer to give, and the ledger halts. */
  readonly onFault?: () => Uint8Array;
  /** @throws WireError */
  read(body: Uint8Array): Call;
}

interface Traits {
  readonly inTurn?: boolean;
  readonly settles?: boolean;
  readonly onFault?: () => Uint8Array;
}

function method<Req extends object, Res extends object>(
  request: MessageType<Req>,
  requestNo: number,
  response: MessageType<Res>,
  responseNo: number,
  run: (app: Application, request: Req) => Promise<Res> | Res,
  { inTurn = false, settles = false, ...traits }: Traits = {},
): Method {
  return {
    name: request.typeName.slice("tendermint.abci.Request".length),
    requestNo,
    responseNo,
    inTurn,
    settles,
    ...traits,
    read: (body) => {
      const read = request.fromBytes(body);
      return {
        answer: (app) => {
          const given = run(app, read);
          return given instanceof Promise ? given.then((r) => response.toBytes(r)) : response.toBytes(given);
        },
      };
    },
  };
}

const internal = { code: 1, codespace: "undefined", log: "internal error" };
const none = new Uint8Array(0);

const finalizeBlock: Method = {
  name: "FinalizeBlock",
  requestNo: 20,
  responseNo: 21,
  inTurn: true,
  settles: false,
  read: (body) => {
    const request = RequestFinalizeBlock.fromBytes(body);
    // Its events are bytes already.
    return { answer: async (app) => encodeOutcome(await app.finalizeBlock(request)) };
  },
};

/** Of CometBFT 0.38. */
export const methods: readonly Method[] = [
  method(RequestEcho, 1, ResponseEcho, 2, (_, { message }) => ({ message })),
  method(RequestFlush, 2, ResponseFlush, 3, () => ({})),
  method(RequestInfo, 3, ResponseInfo, 4, (app, request) => app.info(request), { settles: true }),
  method(RequestInitChain, 5, ResponseInitChain, 6, (app, request) => app.initChain(request), {
    inTurn: true,
  }),
  method(RequestQuery, 6, ResponseQuery, 7, (app, request) => app.query(request), {
    onFault: () => ResponseQuery.toBytes(ResponseQuery.fromPartial(internal)),
  }),
  method(RequestCheckTx, 8, ResponseCheckTx, 9, (app, request) => app.checkTx(request), {
    onFault: () => ResponseCheckTx.toBytes(ResponseCheckTx.fromPartial(internal)),
  }),
  // The node has a disk of its own.
  method(RequestCommit, 11, ResponseCommit, 12, (app) => app.commit([]), { inTurn: true }),
  // No snapshots are made and none is taken: a node that joins replays the blocks.
  method(RequestListSnapshots, 12, ResponseListSnapshots, 13, () => ({ snapshots: [] })),
  method(RequestOfferSnapshot, 13, ResponseOfferSnapshot, 14, () => ({ result: OfferResult.REJECT })),
  method(RequestLoadSnapshotChunk, 14, ResponseLoadSnapshotChunk, 15, () => ({ chunk: none })),
  method(RequestApplySnapshotChunk, 15, ResponseApplySnapshotChunk, 16, () => ({
    result: ApplyResult.ABORT,
    refetchChunks: [],
    rejectSenders: [],
  })),
  // A proposer that fails proposes an empty block, and a block that makes the check fail is none: what a stranger
  // proposes must not halt whoever looks at it.
  method(
    RequestPrepareProposal,
    16,
    ResponsePrepareProposal,
    17,
    (app, request) => app.prepareProposal(request),
    { inTurn: true, onFault: () => none },
  ),
  method(
    RequestProcessProposal,
    17,
    ResponseProcessProposal,
    18,
    (app, request) => app.processProposal(request),
    {
      inTurn: true,
      onFault: () => ResponseProcessProposal.toBytes({ status: ProposalStatus.REJECT }),
    },
  ),
  // Vote extensions are off: a node never asks.
  method(RequestExtendVote, 18, ResponseExtendVote, 19, () => ({ voteExtension: none })),
  method(RequestVerifyVoteExtension, 19, ResponseVerifyVoteExtension, 20, (_, { voteExtension }) => ({
    status: voteExtension.length === 0 ? VerifyStatus.ACCEPT : VerifyStatus.REJECT,
  })),
  finalizeBlock,
];
