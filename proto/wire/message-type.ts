/**
 * What the generated code says about a protobuf message, and the object that encodes and decodes it.
 *
 * A generated file exports, for each message, an interface and a `MessageType` of the same name. The type is
 * shaped so that CosmJS's `Registry` takes it as it is (`typeUrl`, `encode(...).finish()`, `decode`, `fromPartial`).
 *
 * @module
 */
import { decodeMessage } from "./decode.ts";
import { encodeMessage, isPackable, wireTypeOf } from "./encode.ts";

/** Protobuf scalar kinds that our files use. `float`, `double`, maps and groups are refused by the generator. */
export type ScalarKind =
  | "bool"
  | "bytes"
  | "enum"
  | "fixed32"
  | "fixed64"
  | "int32"
  | "int64"
  | "sfixed64"
  | "string"
  | "uint32"
  | "uint64";

/** Number to proto name, and back. */
export interface EnumType {
  readonly typeName: string;
  readonly names: Readonly<Record<number, string>>;
  readonly values: Readonly<Record<string, number>>;
}

export interface FieldType {
  /** Field number on the wire. */
  readonly no: number;
  /** Property of the TypeScript object (camelCase). */
  readonly name: string;
  /** Name in the .proto file (snake_case): JSON and event attributes use it. */
  readonly protoName: string;
  readonly kind: ScalarKind | "message";
  readonly repeated: boolean;
  /** Member of a oneof, or proto3 `optional`: absent is `undefined`, and a default value is written. */
  readonly explicit: boolean;
  /** Name of the oneof this field belongs to; absent where it is in none. */
  readonly oneof?: string;
  /** Only for `kind: "message"`; a function because messages may refer to each other. */
  readonly message?: () => MessageType<object>;
  /** Only for `kind: "enum"`. */
  readonly enum?: () => EnumType;
}

/** A field with what the reader asks of it again and again, worked out once. */
export interface PlannedField extends FieldType {
  /** Wire type of a single value. */
  readonly wire: number;
  readonly packable: boolean;
  /** One bit for each oneof of the message; 0 outside of any. */
  readonly oneofBit: number;
}

function plan(fields: readonly FieldType[]): PlannedField[] {
  const oneofs = [...new Set(fields.flatMap(({ oneof }) => (oneof === undefined ? [] : [oneof])))];
  return [...fields]
    .sort((a, b) => a.no - b.no)
    .map((field) => ({
      ...field,
      wire: wireTypeOf(field),
      packable: isPackable(field),
      oneofBit: field.oneof === undefined ? 0 : 1 << oneofs.indexOf(field.oneof),
    }));
}

/** What a caller may leave out: everything, at every depth. */
export type DeepPartial<T> = T extends bigint | boolean | number | string | Uint8Array | undefined
  ? T
  : T extends readonly (infer U)[]
    ? readonly DeepPartial<U>[]
    : { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined };

/** CosmJS asks a codec for an encoder with `finish()`. */
export interface EncodedMessage {
  finish(): Uint8Array;
}

export class MessageType<T extends object> {
  /** Full name, for example `assay.data.v1.MsgStake`. */
  readonly typeName: string;
  /** `/` + full name: what an `Any` carries. */
  readonly typeUrl: string;
  /** Fields by ascending number. */
  readonly fields: readonly PlannedField[];
  /** Fields by number; a gap is `undefined`. Numbers above 63 are looked up in `fields`. */
  readonly byNumber: readonly (PlannedField | undefined)[];
  /** A new message with every field at its default. */
  readonly create: () => T;

  constructor(typeName: string, create: () => T, fields: readonly FieldType[]) {
    this.typeName = typeName;
    this.typeUrl = `/${typeName}`;
    this.create = create;
    this.fields = plan(fields);
    const byNumber: (PlannedField | undefined)[] = [];
    for (const field of this.fields) if (field.no < 64) byNumber[field.no] = field;
    this.byNumber = byNumber;
  }

  /** Canonical bytes: fields ascending, defaults left out, numbers packed. */
  toBytes(message: T): Uint8Array {
    return encodeMessage(this, message);
  }

  /**
   * Bytes to message as the ledger reads them: one spelling only. The message's byte fields are views of `bytes`, which
   * must not change afterwards.
   * @throws WireError for anything that `toBytes` would not have written.
   */
  fromBytesStrict(bytes: Uint8Array): T {
    return decodeMessage(this, bytes, true);
  }

  /**
   * Bytes to message as a client reads an answer: unknown fields are skipped, so that an older client can talk to
   * a newer node.
   * @throws WireError where the bytes are no protobuf of this type.
   */
  fromBytes(bytes: Uint8Array): T {
    return decodeMessage(this, bytes, false);
  }

  /** CosmJS's name for `toBytes`. */
  encode(message: T): EncodedMessage {
    return { finish: () => encodeMessage(this, message) };
  }

  /** CosmJS's name for `fromBytes`. */
  decode(input: Uint8Array): T {
    return decodeMessage(this, input, false);
  }

  /** Fills what is left out with defaults, at every depth. */
  fromPartial(partial: DeepPartial<T>): T {
    const message = this.create() as Record<string, unknown>;
    const given = partial as Record<string, unknown>;
    for (const field of this.fields) {
      const value = given[field.name];
      if (value === undefined || value === null) continue;
      if (field.kind === "message") {
        const type = field.message!();
        message[field.name] = field.repeated
          ? (value as object[]).map((item) => type.fromPartial(item))
          : type.fromPartial(value);
      } else {
        message[field.name] = field.repeated ? [...(value as unknown[])] : value;
      }
    }
    return message as T;
  }
}
