/**
 * From a block's events, which are text, back to the typed events that modules emit.
 *
 * @module
 */
import { fromHex } from "@assay/primitives/bytes";
import type { FieldType } from "@assay/proto/wire/message-type";
import type { Event } from "./comet.ts";

/** Event name, for example `data.staked`, to its message. */
export type EventTable = Readonly<Record<string, EventType>>;

/** What a parser needs of a `MessageType`. */
interface EventType {
  readonly fields: readonly FieldType[];
  readonly create: () => object;
}

/** One typed event; `type` tells which. */
export type Parsed<T extends EventTable> = {
  readonly [K in keyof T & string]: {
    readonly type: K;
    readonly value: ReturnType<T[K]["create"]>;
    /** Index of the message that caused it; absent for hooks' events. */
    readonly msgIndex: number | undefined;
  };
}[keyof T & string];

function parseField(field: FieldType, text: string): unknown {
  switch (field.kind) {
    case "string":
      return text;
    case "bool":
      return text === "true";
    case "bytes":
      return fromHex(text);
    case "enum":
      return field.enum!().values[text] ?? Number(text);
    case "uint64":
    case "int64":
    case "fixed64":
    case "sfixed64":
      return BigInt(text);
    default:
      return Number(text);
  }
}

/**
 * A parser for one module's events. It gives undefined for the events of others, and for one whose attributes cannot be
 * read: what is on a page must not break it.
 */
export function eventParser<T extends EventTable>(table: T): (event: Event) => Parsed<T> | undefined {
  return (event) => {
    const type = Object.hasOwn(table, event.type) ? table[event.type] : undefined;
    if (type === undefined) return undefined;
    const value = type.create() as Record<string, unknown>;
    let msgIndex: number | undefined;
    try {
      for (const { key, value: text } of event.attributes) {
        if (key === "msg_index") msgIndex = Number(text);
        const field = type.fields.find((f) => f.protoName === key);
        if (field !== undefined) value[field.name] = parseField(field, text);
      }
    } catch {
      return undefined;
    }
    return { type: event.type, value, msgIndex } as Parsed<T>;
  };
}

/** The first of a kind among a transaction's events. */
export function findEvent<P extends { readonly type: string }, K extends P["type"]>(
  parse: (event: Event) => P | undefined,
  events: readonly Event[],
  type: K,
): Extract<P, { type: K }> | undefined {
  for (const event of events) {
    if (event.type !== type) continue;
    const parsed = parse(event);
    if (parsed !== undefined) return parsed as Extract<P, { type: K }>;
  }
  return undefined;
}
