/**
 * Every message that this ledger knows, by type URL: for encoding, and for showing what others sent.
 *
 * @module
 */
import * as attest from "@assay/proto/gen/assay/attest/v1/tx";
import * as challenge from "@assay/proto/gen/assay/challenge/v1/tx";
import * as data from "@assay/proto/gen/assay/data/v1/tx";
import * as registry from "@assay/proto/gen/assay/registry/v1/tx";
import * as bank from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import type { MessageType } from "@assay/proto/wire/message-type";
import type { EncodeObject } from "./encode-object.ts";
import { clientError } from "./errors.ts";

interface ServiceMethod {
  readonly request: unknown;
  readonly response: unknown;
}

const services: readonly Readonly<Record<string, ServiceMethod>>[] = [
  bank.Msg,
  data.Msg,
  challenge.Msg,
  attest.Msg,
  registry.Msg,
];

function collect(side: "request" | "response"): ReadonlyMap<string, MessageType<object>> {
  const types = new Map<string, MessageType<object>>();
  for (const service of services) {
    for (const method of Object.values(service)) {
      const type = method[side] as MessageType<object>;
      types.set(type.typeUrl, type);
    }
  }
  return types;
}

/** What a transaction may carry. */
export const messageTypes: ReadonlyMap<string, MessageType<object>> = /* @__PURE__ */ collect("request");
/** What a transaction's messages answer. */
export const responseTypes: ReadonlyMap<string, MessageType<object>> = /* @__PURE__ */ collect("response");

/** @throws AssayError (client, invalid) for a message that this ledger does not have. */
export function toAny(object: EncodeObject): Any {
  const type = messageTypes.get(object.typeUrl);
  if (type === undefined) throw clientError("invalid", `no message ${object.typeUrl} on this ledger`);
  return { typeUrl: object.typeUrl, value: type.toBytes(type.fromPartial(object.value as object)) };
}

export interface DecodedAny {
  readonly typeUrl: string;
  readonly type: MessageType<object>;
  readonly value: object;
}

/** Undefined for an unknown type, and for bytes that are not of it: a page then shows them raw. */
export function fromAny(any: Any): DecodedAny | undefined {
  const type = messageTypes.get(any.typeUrl) ?? responseTypes.get(any.typeUrl);
  if (type === undefined) return undefined;
  try {
    return { typeUrl: any.typeUrl, type, value: type.fromBytes(any.value) };
  } catch {
    return undefined;
  }
}
