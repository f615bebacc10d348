/** Transactions that are in blocks already, asked for through the application's query path. */
import { notFound } from "@assay/kernel/errors";
import type { GetTxResponse } from "@assay/proto/gen/cosmos/tx/v1beta1/service";
import { Tx } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { type CommittedTx, txResponse } from "../abci/tx-response.ts";

/** The application keeps no history: who runs it says where to look. */
export type TxLookup = (hash: Uint8Array) => Promise<CommittedTx | undefined>;

/** @throws sdk/22 where no block holds it. */
export async function getTx(lookup: TxLookup | undefined, hash: string): Promise<GetTxResponse> {
  const isHash = /^[0-9a-fA-F]{64}$/.test(hash);
  const found = isHash ? await lookup?.(Buffer.from(hash, "hex")) : undefined;
  if (found === undefined) throw notFound(`tx ${hash.slice(0, 100)}`);
  return { tx: Tx.fromBytes(found.tx), txResponse: txResponse(found, hash) };
}
