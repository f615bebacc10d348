/**
 * A header's hash, which names its block: the Merkle root over its fourteen fields, each encoded on its own.
 *
 * @module
 */

import { present } from "@assay/kernel/assert";
import { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import { BlockID, type Header } from "@assay/proto/gen/tendermint/types/types";
import { Consensus } from "@assay/proto/gen/tendermint/version/types";
import { type FieldType, MessageType } from "@assay/proto/wire/message-type";
import { merkleRoot } from "./merkle.ts";

/** One of protobuf's wrapper messages: CometBFT hashes a bare field as one. */
function wrapper<V>(kind: FieldType["kind"], zero: V): (value: V) => Uint8Array {
  const type = new MessageType<{ value: V }>(`wrapped ${kind}`, () => ({ value: zero }), [
    { no: 1, name: "value", protoName: "value", kind, repeated: false, explicit: false },
  ]);
  return (value) => type.toBytes({ value });
}

const text = wrapper("string", "");
const int64 = wrapper("int64", 0n);
const bytes = wrapper<Uint8Array>("bytes", new Uint8Array(0));

/** 32 bytes. */
export function headerHash(header: Header): Uint8Array {
  return merkleRoot([
    Consensus.toBytes(present(header.version, "header.version")),
    text(header.chainId),
    int64(header.height),
    Timestamp.toBytes(present(header.time, "header.time")),
    BlockID.toBytes(present(header.lastBlockId, "header.last_block_id")),
    bytes(header.lastCommitHash),
    bytes(header.dataHash),
    bytes(header.validatorsHash),
    bytes(header.nextValidatorsHash),
    bytes(header.consensusHash),
    bytes(header.appHash),
    bytes(header.lastResultsHash),
    bytes(header.evidenceHash),
    bytes(header.proposerAddress),
  ]);
}
