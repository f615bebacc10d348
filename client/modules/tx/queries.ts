import { SimulateRequest, SimulateResponse } from "@assay/proto/gen/cosmos/tx/v1beta1/service";
import { type AbciQuerier, ask } from "../../query.ts";

/** By itself: the whole service would put blocks and searches into every page. */
const SIMULATE = {
  path: "/cosmos.tx.v1beta1.Service/Simulate",
  request: SimulateRequest,
  response: SimulateResponse,
};

export interface TxExtension {
  readonly tx: {
    /** Runs a transaction on the latest state without keeping anything; its signature is not checked. */
    readonly simulate: (txBytes: Uint8Array) => Promise<SimulateResponse>;
  };
}

export function setupTxExtension(base: AbciQuerier): TxExtension {
  return { tx: { simulate: (txBytes) => ask(base, SIMULATE, { txBytes }) } };
}
