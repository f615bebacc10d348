/**
 * A message on its way into a transaction, in CosmJS's shape.
 *
 * @module
 */
import type { DeepPartial, MessageType } from "@assay/proto/wire/message-type";

export interface EncodeObject {
  readonly typeUrl: string;
  // CosmJS says `any`; what fits is known to the codec of the type URL alone.
  readonly value: unknown;
}

export interface TypedEncodeObject<T> extends EncodeObject {
  readonly value: T;
}

/** A message with what is left out at its default. */
export function encodeObject<T extends object>(
  type: MessageType<T>,
  value: DeepPartial<T>,
): TypedEncodeObject<T> {
  return { typeUrl: type.typeUrl, value: type.fromPartial(value) };
}
