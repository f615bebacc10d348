// Made by `npm run proto` from proto/assay/chain/v1/genesis.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";

export interface GenesisState {
  bech32Prefix: string;
  feeDenom: string;
  /** Base units of fee_denom for a unit of gas, times 10^6. Nodes may ask for another price. */
  minGasPriceMicro: bigint;
}
export const GenesisState: MessageType<GenesisState> = /* @__PURE__ */ new MessageType<GenesisState>(
  "assay.chain.v1.GenesisState",
  () => ({ bech32Prefix: "", feeDenom: "", minGasPriceMicro: 0n }),
  [
    { no: 1, name: "bech32Prefix", protoName: "bech32_prefix", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "feeDenom", protoName: "fee_denom", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "minGasPriceMicro", protoName: "min_gas_price_micro", kind: "uint64", repeated: false, explicit: false },
  ],
);
