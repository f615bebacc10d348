/** The .proto files as `google.protobuf.FileDescriptorProto`, for clients that ask a gRPC server what it speaks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import protobuf from "protobufjs";

/** Numbers of `FieldDescriptorProto.Type`. */
const TYPES: Readonly<Record<string, number>> = {
  int64: 3,
  uint64: 4,
  int32: 5,
  fixed64: 6,
  bool: 8,
  string: 9,
  bytes: 12,
  uint32: 13,
  sfixed64: 16,
};
const TYPE_MESSAGE = 11;
const TYPE_ENUM = 14;
const LABEL_OPTIONAL = 1;
const LABEL_REPEATED = 3;
/** Options are left out, and so is what only they need. */
const NOT_SHOWN = /^google\/api\//;

const lowerCamel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function enumOf(item: protobuf.Enum): object {
  const value = Object.entries(item.values).map(([name, number]) => ({ name, number }));
  return { name: item.name, value };
}

function fieldOf(field: protobuf.Field, oneofs: readonly protobuf.OneOf[]): object {
  const { resolvedType: resolved, partOf } = field;
  const scalar = resolved === null ? TYPES[field.type] : undefined;
  const type = resolved === null ? scalar : resolved instanceof protobuf.Type ? TYPE_MESSAGE : TYPE_ENUM;
  if (type === undefined) throw new Error(`${field.fullName}: ${field.type} has no number here`);
  return {
    name: field.name,
    number: field.id,
    label: field.repeated ? LABEL_REPEATED : LABEL_OPTIONAL,
    type,
    json_name: lowerCamel(field.name),
    ...(resolved === null ? {} : { type_name: resolved.fullName }),
    ...(partOf === null ? {} : { oneof_index: oneofs.indexOf(partOf) }),
    ...(partOf?.isProto3Optional ? { proto3_optional: true } : {}),
  };
}

function messageOf(type: protobuf.Type): object {
  // What proto3 `optional` makes comes last, as protoc has it.
  const oneofs = [...type.oneofsArray].sort(
    (a, b) => Number(a.isProto3Optional) - Number(b.isProto3Optional),
  );
  const nested = type.nestedArray;
  return {
    name: type.name,
    field: [...type.fieldsArray].sort((a, b) => a.id - b.id).map((field) => fieldOf(field, oneofs)),
    nested_type: nested.filter((item) => item instanceof protobuf.Type).map(messageOf),
    enum_type: nested.filter((item) => item instanceof protobuf.Enum).map(enumOf),
    oneof_decl: oneofs.map(({ name }) => ({ name })),
  };
}

function serviceOf(service: protobuf.Service): object {
  const method = service.methodsArray.map((one) => ({
    name: one.name,
    input_type: one.resolvedRequestType!.fullName,
    output_type: one.resolvedResponseType!.fullName,
    client_streaming: one.requestStream ?? false,
    server_streaming: one.responseStream ?? false,
  }));
  return { name: service.name, method };
}

/** Types and services of one file, top level only. */
function itemsOf(
  space: protobuf.NamespaceBase,
  isOfFile: (item: protobuf.ReflectionObject) => boolean,
): protobuf.ReflectionObject[] {
  return space.nestedArray.flatMap((item) => {
    const isPlain = item instanceof protobuf.Namespace && !(item instanceof protobuf.Type);
    if (isPlain && !(item instanceof protobuf.Service)) return itemsOf(item, isOfFile);
    return isOfFile(item) ? [item] : [];
  });
}

/** `gen/api/descriptors.ts`. */
export function generateDescriptors(root: protobuf.Root, folder: string, files: readonly string[]): string {
  // The annotations' own imports bring it along.
  const shape = root.lookupType("google.protobuf.FileDescriptorProto");
  const rows = files.map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const items = itemsOf(root, ({ filename }) => filename === join(folder, file));
    const bytes = shape
      .encode(
        shape.fromObject({
          name: file,
          package: /^package ([\w.]+);$/m.exec(text)![1],
          dependency: [...text.matchAll(/^import "(.+)";$/gm)]
            .map((match) => match[1]!)
            .filter((path) => !NOT_SHOWN.test(path)),
          message_type: items.filter((item) => item instanceof protobuf.Type).map(messageOf),
          enum_type: items.filter((item) => item instanceof protobuf.Enum).map(enumOf),
          service: items.filter((item) => item instanceof protobuf.Service).map(serviceOf),
          syntax: "proto3",
        }),
      )
      .finish();
    const defines = items.map(({ fullName }) => `"${fullName.slice(1)}"`);
    const base64 = Buffer.from(bytes).toString("base64");
    return `  { name: "${file}", defines: [${defines.join(", ")}], base64: "${base64}" },`;
  });
  return (
    "// Made by `npm run proto` from all .proto files. Do not edit.\n" +
    "export interface FileDescriptor {\n  readonly name: string;\n" +
    "  /** Full names of its messages, enums and services; not of what is inside one. */\n" +
    "  readonly defines: readonly string[];\n" +
    "  /** `google.protobuf.FileDescriptorProto`. */\n  readonly base64: string;\n}\n\n" +
    `export const FILE_DESCRIPTORS: readonly FileDescriptor[] = [\n${rows.join("\n")}\n];\n`
  );
}
