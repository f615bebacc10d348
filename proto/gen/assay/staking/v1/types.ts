// Made by `npm run proto` from proto/assay/staking/v1/types.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";

export interface Validator {
  /** Account address that runs it. */
  operator: string;
  /** 32 bytes, ed25519. */
  consensusPubkey: Uint8Array;
  /** Account address that answers for it; the operator's by default. */
  attestor: string;
  power: bigint;
  moniker: string;
}
export const Validator: MessageType<Validator> = /* @__PURE__ */ new MessageType<Validator>(
  "assay.staking.v1.Validator",
  () => ({ operator: "", consensusPubkey: new Uint8Array(0), attestor: "", power: 0n, moniker: "" }),
  [
    { no: 1, name: "operator", protoName: "operator", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "consensusPubkey", protoName: "consensus_pubkey", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "attestor", protoName: "attestor", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "power", protoName: "power", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "moniker", protoName: "moniker", kind: "string", repeated: false, explicit: false },
  ],
);
