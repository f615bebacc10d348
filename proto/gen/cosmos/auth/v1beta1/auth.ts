// Made by `npm run proto` from proto/cosmos/auth/v1beta1/auth.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Any } from "../../../google/protobuf/any.ts";

export interface BaseAccount {
  address: string;
  pubKey: Any | undefined;
  accountNumber: bigint;
  sequence: bigint;
}
export const BaseAccount: MessageType<BaseAccount> = /* @__PURE__ */ new MessageType<BaseAccount>(
  "cosmos.auth.v1beta1.BaseAccount",
  () => ({ address: "", pubKey: undefined, accountNumber: 0n, sequence: 0n }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "pubKey", protoName: "pub_key", kind: "message", repeated: false, explicit: false, message: () => Any as unknown as MessageType<object> },
    { no: 3, name: "accountNumber", protoName: "account_number", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "sequence", protoName: "sequence", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface ModuleAccount {
  baseAccount: BaseAccount | undefined;
  name: string;
  permissions: string[];
}
export const ModuleAccount: MessageType<ModuleAccount> = /* @__PURE__ */ new MessageType<ModuleAccount>(
  "cosmos.auth.v1beta1.ModuleAccount",
  () => ({ baseAccount: undefined, name: "", permissions: [] }),
  [
    { no: 1, name: "baseAccount", protoName: "base_account", kind: "message", repeated: false, explicit: false, message: () => BaseAccount as unknown as MessageType<object> },
    { no: 2, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "permissions", protoName: "permissions", kind: "string", repeated: true, explicit: false },
  ],
);

export interface Params {
  maxMemoCharacters: bigint;
  txSigLimit: bigint;
  txSizeCostPerByte: bigint;
  sigVerifyCostEd25519: bigint;
  sigVerifyCostSecp256k1: bigint;
}
export const Params: MessageType<Params> = /* @__PURE__ */ new MessageType<Params>(
  "cosmos.auth.v1beta1.Params",
  () => ({ maxMemoCharacters: 0n, txSigLimit: 0n, txSizeCostPerByte: 0n, sigVerifyCostEd25519: 0n, sigVerifyCostSecp256k1: 0n }),
  [
    { no: 1, name: "maxMemoCharacters", protoName: "max_memo_characters", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "txSigLimit", protoName: "tx_sig_limit", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "txSizeCostPerByte", protoName: "tx_size_cost_per_byte", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "sigVerifyCostEd25519", protoName: "sig_verify_cost_ed25519", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "sigVerifyCostSecp256k1", protoName: "sig_verify_cost_secp256k1", kind: "uint64", repeated: false, explicit: false },
  ],
);
