/**
 * Events: what a block tells the world. An event is encoded once, to the bytes that the engine keeps and serves.
 *
 * @module
 */
import { Event } from "@assay/proto/gen/tendermint/abci/types";
import type { MessageType } from "@assay/proto/wire/message-type";
import { assert } from "./assert.ts";

export interface Attribute {
  readonly key: string;
  readonly value: string;
}

export interface EncodedEvent {
  readonly type: string;
  readonly attributes: readonly Attribute[];
  /** `tendermint.abci.Event`, every attribute indexed. */
  readonly bytes: Uint8Array;
}

/** An event from its type and attributes, encoded now and never again. */
export function encodeEvent(type: string, attributes: readonly Attribute[]): EncodedEvent {
  const bytes = Event.toBytes({
    type,
    attributes: attributes.map(({ key, value }) => ({ key, value, index: true })),
  });
  return { type, attributes, bytes };
}

const names = new WeakMap<object, string>();

/** `assay.data.v1.EventDatasetPublished` is `data.dataset_published`. */
export function eventName<T extends object>(type: MessageType<T>): string {
  let name = names.get(type);
  if (name === undefined) {
    const parts = type.typeName.split(".");
    const last = parts.at(-1)!;
    assert(parts.length === 4 && last.startsWith("Event"), `${type.typeName} is no event`);
    name = `${parts[1]}.${last.slice(5).replace(/[A-Z]/g, (c, i: number) => (i > 0 ? "_" : "") + c.toLowerCase())}`;
    names.set(type, name);
  }
  return name;
}

function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** Attributes of a typed event: proto names; bytes in lower hex, numbers in decimal, enums by name. */
export function eventAttributes<T extends object>(type: MessageType<T>, event: T): Attribute[] {
  const values = event as Record<string, unknown>;
  return type.fields.map((field) => {
    const value = values[field.name];
    assert(
      !field.repeated && field.kind !== "message",
      `${type.typeName}.${field.protoName}: events are flat`,
    );
    const text =
      field.kind === "bytes"
        ? hex(value as Uint8Array)
        : field.kind === "enum"
          ? (field.enum!().names[value as number] ?? String(value))
          : String(value);
    return { key: field.protoName, value: text };
  });
}
