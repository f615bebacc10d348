// Made by `npm run proto` from proto/cosmos/tx/v1beta1/tx.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Any } from "../../../google/protobuf/any.ts";
import { Timestamp } from "../../../google/protobuf/timestamp.ts";
import { Coin } from "../../base/v1beta1/coin.ts";
import { CompactBitArray } from "../../crypto/multisig/v1beta1/multisig.ts";
import { SignModeEnum, type SignMode } from "../signing/v1beta1/signing.ts";

export interface Tx {
  body: TxBody | undefined;
  authInfo: AuthInfo | undefined;
  signatures: Uint8Array[];
}
export const Tx: MessageType<Tx> = /* @__PURE__ */ new MessageType<Tx>(
  "cosmos.tx.v1beta1.Tx",
  () => ({ body: undefined, authInfo: undefined, signatures: [] }),
  [
    { no: 1, name: "body", protoName: "body", kind: "message", repeated: false, explicit: false, message: () => TxBody as unknown as MessageType<object> },
    { no: 2, name: "authInfo", protoName: "auth_info", kind: "message", repeated: false, explicit: false, message: () => AuthInfo as unknown as MessageType<object> },
    { no: 3, name: "signatures", protoName: "signatures", kind: "bytes", repeated: true, explicit: false },
  ],
);

export interface TxRaw {
  bodyBytes: Uint8Array;
  authInfoBytes: Uint8Array;
  signatures: Uint8Array[];
}
export const TxRaw: MessageType<TxRaw> = /* @__PURE__ */ new MessageType<TxRaw>(
  "cosmos.tx.v1beta1.TxRaw",
  () => ({ bodyBytes: new Uint8Array(0), authInfoBytes: new Uint8Array(0), signatures: [] }),
  [
    { no: 1, name: "bodyBytes", protoName: "body_bytes", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "authInfoBytes", protoName: "auth_info_bytes", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "signatures", protoName: "signatures", kind: "bytes", repeated: true, explicit: false },
  ],
);

export interface SignDoc {
  bodyBytes: Uint8Array;
  authInfoBytes: Uint8Array;
  chainId: string;
  accountNumber: bigint;
}
export const SignDoc: MessageType<SignDoc> = /* @__PURE__ */ new MessageType<SignDoc>(
  "cosmos.tx.v1beta1.SignDoc",
  () => ({ bodyBytes: new Uint8Array(0), authInfoBytes: new Uint8Array(0), chainId: "", accountNumber: 0n }),
  [
    { no: 1, name: "bodyBytes", protoName: "body_bytes", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "authInfoBytes", protoName: "auth_info_bytes", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "chainId", protoName: "chain_id", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "accountNumber", protoName: "account_number", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface TxBody {
  messages: Any[];
  memo: string;
  timeoutHeight: bigint;
  unordered: boolean;
  timeoutTimestamp: Timestamp | undefined;
  extensionOptions: Any[];
  nonCriticalExtensionOptions: Any[];
}
export const TxBody: MessageType<TxBody> = /* @__PURE__ */ new MessageType<TxBody>(
  "cosmos.tx.v1beta1.TxBody",
  () => ({ messages: [], memo: "", timeoutHeight: 0n, unordered: false, timeoutTimestamp: undefined, extensionOptions: [], nonCriticalExtensionOptions: [] }),
  [
    { no: 1, name: "messages", protoName: "messages", kind: "message", repeated: true, explicit: false, message: () => Any as unknown as MessageType<object> },
    { no: 2, name: "memo", protoName: "memo", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "timeoutHeight", protoName: "timeout_height", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "unordered", protoName: "unordered", kind: "bool", repeated: false, explicit: false },
    { no: 5, name: "timeoutTimestamp", protoName: "timeout_timestamp", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 1023, name: "extensionOptions", protoName: "extension_options", kind: "message", repeated: true, explicit: false, message: () => Any as unknown as MessageType<object> },
    { no: 2047, name: "nonCriticalExtensionOptions", protoName: "non_critical_extension_options", kind: "message", repeated: true, explicit: false, message: () => Any as unknown as MessageType<object> },
  ],
);

export interface AuthInfo {
  signerInfos: SignerInfo[];
  fee: Fee | undefined;
  tip: Tip | undefined;
}
export const AuthInfo: MessageType<AuthInfo> = /* @__PURE__ */ new MessageType<AuthInfo>(
  "cosmos.tx.v1beta1.AuthInfo",
  () => ({ signerInfos: [], fee: undefined, tip: undefined }),
  [
    { no: 1, name: "signerInfos", protoName: "signer_infos", kind: "message", repeated: true, explicit: false, message: () => SignerInfo as unknown as MessageType<object> },
    { no: 2, name: "fee", protoName: "fee", kind: "message", repeated: false, explicit: false, message: () => Fee as unknown as MessageType<object> },
    { no: 3, name: "tip", protoName: "tip", kind: "message", repeated: false, explicit: false, message: () => Tip as unknown as MessageType<object> },
  ],
);

export interface SignerInfo {
  publicKey: Any | undefined;
  modeInfo: ModeInfo | undefined;
  sequence: bigint;
}
export const SignerInfo: MessageType<SignerInfo> = /* @__PURE__ */ new MessageType<SignerInfo>(
  "cosmos.tx.v1beta1.SignerInfo",
  () => ({ publicKey: undefined, modeInfo: undefined, sequence: 0n }),
  [
    { no: 1, name: "publicKey", protoName: "public_key", kind: "message", repeated: false, explicit: false, message: () => Any as unknown as MessageType<object> },
    { no: 2, name: "modeInfo", protoName: "mode_info", kind: "message", repeated: false, explicit: false, message: () => ModeInfo as unknown as MessageType<object> },
    { no: 3, name: "sequence", protoName: "sequence", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface ModeInfo {
  single: ModeInfo_Single | undefined;
  multi: ModeInfo_Multi | undefined;
}
export const ModeInfo: MessageType<ModeInfo> = /* @__PURE__ */ new MessageType<ModeInfo>(
  "cosmos.tx.v1beta1.ModeInfo",
  () => ({ single: undefined, multi: undefined }),
  [
    { no: 1, name: "single", protoName: "single", kind: "message", repeated: false, explicit: true, oneof: "sum", message: () => ModeInfo_Single as unknown as MessageType<object> },
    { no: 2, name: "multi", protoName: "multi", kind: "message", repeated: false, explicit: true, oneof: "sum", message: () => ModeInfo_Multi as unknown as MessageType<object> },
  ],
);

export interface ModeInfo_Single {
  mode: SignMode;
}
export const ModeInfo_Single: MessageType<ModeInfo_Single> = /* @__PURE__ */ new MessageType<ModeInfo_Single>(
  "cosmos.tx.v1beta1.ModeInfo.Single",
  () => ({ mode: 0 }),
  [
    { no: 1, name: "mode", protoName: "mode", kind: "enum", repeated: false, explicit: false, enum: () => SignModeEnum },
  ],
);

export interface ModeInfo_Multi {
  bitarray: CompactBitArray | undefined;
  modeInfos: ModeInfo[];
}
export const ModeInfo_Multi: MessageType<ModeInfo_Multi> = /* @__PURE__ */ new MessageType<ModeInfo_Multi>(
  "cosmos.tx.v1beta1.ModeInfo.Multi",
  () => ({ bitarray: undefined, modeInfos: [] }),
  [
    { no: 1, name: "bitarray", protoName: "bitarray", kind: "message", repeated: false, explicit: false, message: () => CompactBitArray as unknown as MessageType<object> },
    { no: 2, name: "modeInfos", protoName: "mode_infos", kind: "message", repeated: true, explicit: false, message: () => ModeInfo as unknown as MessageType<object> },
  ],
);

export interface Fee {
  amount: Coin[];
  gasLimit: bigint;
  payer: string;
  granter: string;
}
export const Fee: MessageType<Fee> = /* @__PURE__ */ new MessageType<Fee>(
  "cosmos.tx.v1beta1.Fee",
  () => ({ amount: [], gasLimit: 0n, payer: "", granter: "" }),
  [
    { no: 1, name: "amount", protoName: "amount", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
    { no: 2, name: "gasLimit", protoName: "gas_limit", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "payer", protoName: "payer", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "granter", protoName: "granter", kind: "string", repeated: false, explicit: false },
  ],
);

export interface Tip {
  amount: Coin[];
  tipper: string;
}
export const Tip: MessageType<Tip> = /* @__PURE__ */ new MessageType<Tip>(
  "cosmos.tx.v1beta1.Tip",
  () => ({ amount: [], tipper: "" }),
  [
    { no: 1, name: "amount", protoName: "amount", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
    { no: 2, name: "tipper", protoName: "tipper", kind: "string", repeated: false, explicit: false },
  ],
);
