/** A transaction that is in a block, as the Cosmos SDK's clients read it. */
import type { TxResponse } from "@assay/proto/gen/cosmos/base/abci/v1beta1/abci";
import { Tx } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import type { ExecTxResult } from "@assay/proto/gen/tendermint/abci/types";

export interface CommittedTx {
  readonly height: bigint;
  readonly tx: Uint8Array;
  readonly result: ExecTxResult;
  /** Of its block, RFC 3339; empty where that is not known. */
  readonly time: string;
}

/** @param hash hex, either case. */
export function txResponse({ height, tx, result, time }: CommittedTx, hash: string): TxResponse {
  const { code, codespace, data, log, info, gasWanted, gasUsed, events } = result;
  return {
    height,
    txhash: hash.toUpperCase(),
    codespace,
    code,
    data: Buffer.from(data).toString("hex").toUpperCase(),
    rawLog: log,
    logs: [],
    info,
    gasWanted,
    gasUsed,
    tx: { typeUrl: Tx.typeUrl, value: tx },
    timestamp: time,
    events,
  };
}
