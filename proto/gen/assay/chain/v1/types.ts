// Made by `npm run proto` from proto/assay/chain/v1/types.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";

/** What genesis fixes for the whole chain. */
export interface ChainInfo {
  chainId: string;
  /** Before the 1 of every address. */
  bech32Prefix: string;
  /** The only denom that pays fees, stakes and bonds. */
  feeDenom: string;
  /** What a node asks for where its configuration says nothing: base units of fee_denom for a unit of gas, times 10^6. */
  minGasPriceMicro: bigint;
}
export const ChainInfo: MessageType<ChainInfo> = /* @__PURE__ */ new MessageType<ChainInfo>(
  "assay.chain.v1.ChainInfo",
  () => ({ chainId: "", bech32Prefix: "", feeDenom: "", minGasPriceMicro: 0n }),
  [
    { no: 1, name: "chainId", protoName: "chain_id", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "bech32Prefix", protoName: "bech32_prefix", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "feeDenom", protoName: "fee_denom", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "minGasPriceMicro", protoName: "min_gas_price_micro", kind: "uint64", repeated: false, explicit: false },
  ],
);
