import { addressKey, pair, textKey } from "@assay/kernel/codec/key-codec";
import { decimalValue, protoValue, shared } from "@assay/kernel/codec/value-codec";
import { defineState } from "@assay/kernel/collections/schema";
import { Metadata, Params } from "@assay/proto/gen/cosmos/bank/v1beta1/bank";

/** The Cosmos SDK 0.50's layout (x/bank/types/keys.go), so that public proof tools read it. */
export const state = defineState("bank", (s) => ({
  /** Denom -> base units in existence; absent means zero. */
  supply: s.map(0x00, "supply", textKey, decimalValue),
  /** Denom -> how to show it. */
  metadata: s.map(0x01, "metadata", textKey, protoValue(Metadata)),
  /** (address, denom) -> base units; absent means zero, and zero is never stored. */
  balances: s.map(0x02, "balances", pair(addressKey, textKey), decimalValue),
  // 0x03, 0x04: the SDK's denom index and per-denom switch, which this bank has not.
  /** Absent where sending is switched off. */
  params: s.item(0x05, "params", shared(protoValue(Params))),
}));
