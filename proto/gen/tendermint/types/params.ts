// Made by `npm run proto` from proto/tendermint/types/params.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";
import { Duration } from "../../google/protobuf/duration.ts";

export interface ConsensusParams {
  block: BlockParams | undefined;
  evidence: EvidenceParams | undefined;
  validator: ValidatorParams | undefined;
  version: VersionParams | undefined;
  abci: ABCIParams | undefined;
}
export const ConsensusParams: MessageType<ConsensusParams> = /* @__PURE__ */ new MessageType<ConsensusParams>(
  "tendermint.types.ConsensusParams",
  () => ({ block: undefined, evidence: undefined, validator: undefined, version: undefined, abci: undefined }),
  [
    { no: 1, name: "block", protoName: "block", kind: "message", repeated: false, explicit: false, message: () => BlockParams as unknown as MessageType<object> },
    { no: 2, name: "evidence", protoName: "evidence", kind: "message", repeated: false, explicit: false, message: () => EvidenceParams as unknown as MessageType<object> },
    { no: 3, name: "validator", protoName: "validator", kind: "message", repeated: false, explicit: false, message: () => ValidatorParams as unknown as MessageType<object> },
    { no: 4, name: "version", protoName: "version", kind: "message", repeated: false, explicit: false, message: () => VersionParams as unknown as MessageType<object> },
    { no: 5, name: "abci", protoName: "abci", kind: "message", repeated: false, explicit: false, message: () => ABCIParams as unknown as MessageType<object> },
  ],
);

export interface BlockParams {
  maxBytes: bigint;
  maxGas: bigint;
}
export const BlockParams: MessageType<BlockParams> = /* @__PURE__ */ new MessageType<BlockParams>(
  "tendermint.types.BlockParams",
  () => ({ maxBytes: 0n, maxGas: 0n }),
  [
    { no: 1, name: "maxBytes", protoName: "max_bytes", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "maxGas", protoName: "max_gas", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface EvidenceParams {
  maxAgeNumBlocks: bigint;
  maxAgeDuration: Duration | undefined;
  maxBytes: bigint;
}
export const EvidenceParams: MessageType<EvidenceParams> = /* @__PURE__ */ new MessageType<EvidenceParams>(
  "tendermint.types.EvidenceParams",
  () => ({ maxAgeNumBlocks: 0n, maxAgeDuration: undefined, maxBytes: 0n }),
  [
    { no: 1, name: "maxAgeNumBlocks", protoName: "max_age_num_blocks", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "maxAgeDuration", protoName: "max_age_duration", kind: "message", repeated: false, explicit: false, message: () => Duration as unknown as MessageType<object> },
    { no: 3, name: "maxBytes", protoName: "max_bytes", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface ValidatorParams {
  pubKeyTypes: string[];
}
export const ValidatorParams: MessageType<ValidatorParams> = /* @__PURE__ */ new MessageType<ValidatorParams>(
  "tendermint.types.ValidatorParams",
  () => ({ pubKeyTypes: [] }),
  [
    { no: 1, name: "pubKeyTypes", protoName: "pub_key_types", kind: "string", repeated: true, explicit: false },
  ],
);

export interface VersionParams {
  app: bigint;
}
export const VersionParams: MessageType<VersionParams> = /* @__PURE__ */ new MessageType<VersionParams>(
  "tendermint.types.VersionParams",
  () => ({ app: 0n }),
  [
    { no: 1, name: "app", protoName: "app", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface HashedParams {
  blockMaxBytes: bigint;
  blockMaxGas: bigint;
}
export const HashedParams: MessageType<HashedParams> = /* @__PURE__ */ new MessageType<HashedParams>(
  "tendermint.types.HashedParams",
  () => ({ blockMaxBytes: 0n, blockMaxGas: 0n }),
  [
    { no: 1, name: "blockMaxBytes", protoName: "block_max_bytes", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "blockMaxGas", protoName: "block_max_gas", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface ABCIParams {
  voteExtensionsEnableHeight: bigint;
}
export const ABCIParams: MessageType<ABCIParams> = /* @__PURE__ */ new MessageType<ABCIParams>(
  "tendermint.types.ABCIParams",
  () => ({ voteExtensionsEnableHeight: 0n }),
  [
    { no: 1, name: "voteExtensionsEnableHeight", protoName: "vote_extensions_enable_height", kind: "int64", repeated: false, explicit: false },
  ],
);
