/** A delivery that leaves nothing behind: what it would cost and what it would say. */
import { CodedError } from "@assay/kernel/errors";
import type { EncodedEvent } from "@assay/kernel/event";
import { TxMsgData } from "@assay/proto/gen/cosmos/base/abci/v1beta1/abci";
import type { SimulateResponse } from "@assay/proto/gen/cosmos/tx/v1beta1/service";
import type { Event } from "@assay/proto/gen/tendermint/abci/types";
import type { Overlay } from "../store/overlay.ts";
import { type BlockScope, deliverTx } from "./deliver.ts";
import type { TxDecoder } from "./tx.ts";

/** Simulations have no limit, and CosmJS knows them by this figure. */
const NO_GAS_LIMIT = (1n << 64n) - 1n;

export const plainEvents = (events: readonly EncodedEvent[]): Event[] =>
  events.map(({ type, attributes }) => ({
    type,
    attributes: attributes.map(({ key, value }) => ({ key, value, index: true })),
  }));

/** @throws CodedError where the transaction would fail. */
export function simulate(
  decoder: TxDecoder,
  { scope, overlay }: { readonly scope: BlockScope; readonly overlay: Overlay },
  bytes: Uint8Array,
): SimulateResponse {
  const tx = decoder.decode(bytes);
  const outcome = deliverTx(scope, overlay, tx, "simulate", 0);
  if (outcome.code !== 0) throw new CodedError(outcome.codespace, outcome.code, outcome.log);
  return {
    gasInfo: { gasWanted: NO_GAS_LIMIT, gasUsed: outcome.gasUsed },
    result: {
      data: outcome.data,
      log: "",
      events: plainEvents(outcome.events),
      msgResponses: TxMsgData.fromBytesStrict(outcome.data).msgResponses,
    },
  };
}
