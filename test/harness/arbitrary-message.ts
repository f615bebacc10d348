/**
 * Random messages of any generated type, built from its descriptors, for property tests.
 *
 * @module
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type FieldType, MessageType } from "@assay/proto/wire/message-type";
import fc from "fast-check";

const gen = join(process.env.ASSAY_ROOT ?? process.cwd(), "proto", "gen");

/** Every message type of the generated code. */
export async function allMessageTypes(): Promise<MessageType<object>[]> {
  const types: MessageType<object>[] = [];
  const files = readdirSync(gen, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  for (const file of files.sort()) {
    const exports = (await import(pathToFileURL(join(gen, file)).href)) as Record<string, unknown>;
    for (const value of Object.values(exports)) {
      if (value instanceof MessageType) types.push(value as MessageType<object>);
    }
  }
  return types;
}

const u64 = fc.oneof(
  fc.bigInt(0n, (1n << 64n) - 1n),
  fc.constantFrom(
    0n,
    1n,
    127n,
    128n,
    (1n << 53n) - 1n,
    1n << 53n,
    (1n << 63n) - 1n,
    1n << 63n,
    (1n << 64n) - 1n,
  ),
);

function scalar(field: FieldType): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "bool":
      return fc.boolean();
    case "bytes":
      return fc.uint8Array({ maxLength: 40 });
    case "string":
      return fc.string({ unit: "binary", maxLength: 20 });
    case "uint32":
    case "fixed32":
      return fc.oneof(fc.nat(0xffffffff), fc.constantFrom(0, 127, 128, 0x7fffffff, 0xffffffff));
    case "int32":
      return fc.oneof(fc.integer(), fc.constantFrom(-1, 0, -0x80000000, 0x7fffffff));
    case "enum":
      return fc.oneof(fc.constantFrom(...Object.values(field.enum!().values)), fc.integer());
    case "uint64":
    case "fixed64":
      return u64;
    default:
      return u64.map((value) => BigInt.asIntN(64, value));
  }
}

/** Messages with at most so many levels below them. */
export function arbitraryMessage(type: MessageType<object>, depth = 3): fc.Arbitrary<object> {
  const record: Record<string, fc.Arbitrary<unknown>> = {};
  const oneofs = new Map<string, FieldType[]>();
  for (const field of type.fields) {
    const value: fc.Arbitrary<unknown> =
      field.kind !== "message"
        ? scalar(field)
        : depth === 0
          ? fc.constant(undefined)
          : fc.constant(null).chain(() => arbitraryMessage(field.message!(), depth - 1));
    if (field.repeated) {
      record[field.name] =
        field.kind === "message" && depth === 0 ? fc.constant([]) : fc.array(value, { maxLength: 3 });
    } else if (field.explicit || field.kind === "message") {
      record[field.name] = fc.option(value, { nil: undefined });
    } else record[field.name] = value;
    if (field.oneof !== undefined) oneofs.set(field.oneof, [...(oneofs.get(field.oneof) ?? []), field]);
  }
  const choices = fc.record(
    Object.fromEntries([...oneofs].map(([name, fields]) => [name, fc.nat(fields.length)])),
  );
  return fc.tuple(fc.record(record), choices).map(([values, chosen]) => {
    for (const [name, fields] of oneofs) {
      fields.forEach((field, i) => {
        if (i !== chosen[name]) (values as Record<string, unknown>)[field.name] = undefined;
      });
    }
    return values;
  });
}
