/**
 * Messages as amino JSON, by their descriptors: snake_case names, 64-bit numbers as text, enums as numbers, bytes in
 * base64, and what is at its default left out. Two messages never read alike, since the text is what is signed.
 *
 * A few fields of the Cosmos SDK's messages are written even where they are empty; so does CosmJS.
 *
 * @module
 */
import { toBase64 } from "../wire/base64.ts";
import { type Json, JsonShapeError, messageFromJson } from "../wire/json.ts";
import type { FieldType, MessageType } from "../wire/message-type.ts";
import { aminoNameOf, typeUrlOf } from "./names.ts";

export type AminoValue = boolean | number | string | readonly AminoValue[] | AminoFields;
export interface AminoFields {
  readonly [name: string]: AminoValue;
}

/** CosmJS's `AminoMsg`. */
export interface AminoMessage {
  readonly type: string;
  readonly value: AminoFields;
}

/** Types all of whose fields are always written. */
const whole: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "cosmos.base.v1beta1.Coin",
  "cosmos.bank.v1beta1.Input",
  "cosmos.bank.v1beta1.MsgMultiSend",
  "cosmos.bank.v1beta1.MsgSend",
  "cosmos.bank.v1beta1.Output",
]);

function valueToAmino(field: FieldType, value: unknown): AminoValue {
  switch (field.kind) {
    case "message":
      return messageToAmino(field.message!(), value as object);
    case "bytes":
      return toBase64(value as Uint8Array);
    case "bool":
    case "enum":
    case "fixed32":
    case "int32":
    case "string":
    case "uint32":
      return value as boolean | number | string;
    default:
      return String(value);
  }
}

function isDefault(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length === 0;
  return value === 0 || value === 0n || value === "" || value === false;
}

/** The fields alone, without the message's name. */
export function messageToAmino<T extends object>(type: MessageType<T>, message: T): AminoFields {
  const fields: Record<string, AminoValue> = {};
  const always = whole.has(type.typeName);
  const values = message as Record<string, unknown>;
  for (const field of type.fields) {
    const value = values[field.name];
    if (field.repeated) {
      const items = (value as readonly unknown[] | undefined) ?? [];
      if (items.length === 0 && !always) continue;
      fields[field.protoName] = items.map((item) => valueToAmino(field, item));
    } else {
      if (value === undefined || value === null) continue;
      if (!always && !field.explicit && isDefault(value)) continue;
      fields[field.protoName] = valueToAmino(field, value);
    }
  }
  return fields;
}

/** Name and fields, as an amino document lists messages; undefined for a message without an amino name. */
export function toAmino(type: MessageType<object>, message: object): AminoMessage | undefined {
  const name = aminoNameOf(type.typeUrl);
  return name === undefined ? undefined : { type: name, value: messageToAmino(type, message) };
}

/**
 * Back from what a wallet says that it signed.
 * @throws JsonShapeError where the fields are not of this type; unknown ones are refused.
 */
export function messageFromAmino<T extends object>(type: MessageType<T>, value: unknown): T {
  return messageFromJson(type, value as Json);
}

/**
 * The same for a whole message.
 * @param typeOf finds a type by its URL.
 * @throws JsonShapeError for a name that is none of this ledger's, and as `messageFromAmino`.
 */
export function fromAmino(
  { type: name, value }: { readonly type: string; readonly value: unknown },
  typeOf: (typeUrl: string) => MessageType<object> | undefined,
): { readonly typeUrl: string; readonly value: object } {
  const typeUrl = typeUrlOf(name);
  const type = typeUrl === undefined ? undefined : typeOf(typeUrl);
  if (type === undefined) throw new JsonShapeError(name.slice(0, 100), "a message of this ledger");
  return { typeUrl: type.typeUrl, value: messageFromAmino(type, value) };
}
