/** Transactions that are in blocks already, asked for through the application's query path. */
import { notFound } from "@assay/kernel/errors";
import type { GetTxResponse } from "@assay/proto/gen/cosmos/tx/v1beta1/service";
import { Tx } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import type { ExecTxResult } from "@assay/proto/gen/tendermint/abci/types";

export interface FoundTx {
  readonly height: bigint;
  readonly tx: Uint8Array;
  readonly result: ExecTxResult;
  /** Of its block, RFC 3339. */
  readonly time: string;
}

/** The application keeps no history: who runs it says where to look. */
export type TxLookup = (hash: Uint8Array) => Promise<FoundTx | undefined>;

/** @throws sdk/22 where no block holds it. */
export async function getTx(lookup: TxLookup | undefined, hash: string): Promise<GetTxResponse> {
  const isHash = /^[0-9a-fA-F]{64}$/.test(hash);
  const found = isHash ? await lookup?.(Buffer.from(hash, "hex")) : undefined;
  if (found === undefined) throw notFound(`tx ${hash.slice(0, 100)}`);
  const { height, tx, result, time } = found;
  const { code, codespace, data, log, info, gasWanted, gasUsed, events } = result;
  return {
    tx: Tx.fromBytes(tx),
    txResponse: {
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
    },
  };
}
