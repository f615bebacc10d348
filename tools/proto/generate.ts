/** One .proto file to one TypeScript file: an interface and a `MessageType` a message, a const object an enum. */
import { dirname, relative } from "node:path";
import protobuf from "protobufjs";

const SCALARS: Record<string, { ts: string; zero: string; kind: string }> = {
  bool: { ts: "boolean", zero: "false", kind: "bool" },
  bytes: { ts: "Uint8Array", zero: "new Uint8Array(0)", kind: "bytes" },
  fixed32: { ts: "number", zero: "0", kind: "fixed32" },
  fixed64: { ts: "bigint", zero: "0n", kind: "fixed64" },
  int32: { ts: "number", zero: "0", kind: "int32" },
  int64: { ts: "bigint", zero: "0n", kind: "int64" },
  sfixed64: { ts: "bigint", zero: "0n", kind: "sfixed64" },
  string: { ts: "string", zero: '""', kind: "string" },
  uint32: { ts: "number", zero: "0", kind: "uint32" },
  uint64: { ts: "bigint", zero: "0n", kind: "uint64" },
};

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());

/** `Outer.Inner` becomes `Outer_Inner`, as ts-proto names it. */
function localName(type: protobuf.ReflectionObject): string {
  const parent = type.parent;
  return parent instanceof protobuf.Type ? `${localName(parent)}_${type.name}` : type.name;
}

/** `.tendermint.types.Block` is of `TendermintTypes`. */
const packageName = (type: protobuf.ReflectionObject): string =>
  type
    .parent!.fullName.split(".")
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join("");

function comment(text: string | null | undefined, indent: string): string {
  if (!text) return "";
  const lines = text.split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

function collect(
  space: protobuf.NamespaceBase,
  file: string,
  types: protobuf.Type[],
  enums: protobuf.Enum[],
  services: protobuf.Service[],
): void {
  for (const item of space.nestedArray) {
    if (item instanceof protobuf.Service && item.filename?.endsWith(file)) services.push(item);
    if (item instanceof protobuf.Enum && item.filename?.endsWith(file)) enums.push(item);
    if (item instanceof protobuf.Type && item.filename?.endsWith(file)) types.push(item);
    if (item instanceof protobuf.Namespace) collect(item, file, types, enums, services);
  }
}

/** @returns undefined for a file that defines no message and no enum. */
export function generateFile(
  root: protobuf.Root,
  file: string,
  within: (path: string) => string,
): string | undefined {
  const types: protobuf.Type[] = [];
  const enums: protobuf.Enum[] = [];
  const services: protobuf.Service[] = [];
  collect(root, `/${file}`, types, enums, services);
  if (types.length + enums.length === 0) return undefined;

  const imports = new Map<string, Set<string>>();
  /** Name as it is used here to the file that it is of. */
  const importedFrom = new Map<string, string>();
  const nameOf = (type: protobuf.ReflectionObject): string => {
    const name = localName(type);
    const home = within(type.filename!);
    if (home === file) return name;
    let path = relative(dirname(file), home).replace(/\.proto$/, ".ts");
    if (!path.startsWith(".")) path = `./${path}`;
    const names = imports.get(path) ?? new Set();
    // Two packages may both have a `Params`: an imported name says that it is one where it would clash, and carries
    // its package where two imported ones would.
    const clash = types.some((t) => localName(t) === name) || enums.some((e) => localName(e) === name);
    let local = clash ? `Imported${name}` : name;
    if ((importedFrom.get(local) ?? home) !== home) local = `${packageName(type)}${name}`;
    importedFrom.set(local, home);
    names.add(local === name ? name : `${name} as ${local}`);
    imports.set(path, names);
    return local;
  };

  let body = "";
  for (const item of enums) {
    const name = localName(item);
    body += `\n${comment(item.comment, "")}export const ${name} = {\n`;
    for (const [key, value] of Object.entries(item.values)) {
      body += comment(item.comments[key], "  ");
      body += `  ${key}: ${value},\n`;
    }
    body += `} as const;\nexport type ${name} = number;\n`;
    body += `export const ${name}Enum: EnumType = enumType("${item.fullName.slice(1)}", ${name});\n`;
  }
  for (const type of types) {
    const name = localName(type);
    const shape: string[] = [];
    const defaults: string[] = [];
    const fields: string[] = [];
    for (const field of type.fieldsArray.sort((a, b) => a.id - b.id)) {
      if (field.map) throw new Error(`${field.fullName}: maps have no order and are not allowed`);
      const resolved = field.resolvedType;
      const scalar = SCALARS[field.type];
      if (resolved === null && scalar === undefined)
        throw new Error(`${field.fullName}: ${field.type} is not allowed`);
      const explicit = field.partOf !== null;
      const oneof = field.partOf !== null && !field.partOf.isProto3Optional ? field.partOf.name : undefined;
      const property = camel(field.name);
      const isMessage = resolved instanceof protobuf.Type;
      const tsName = resolved === null ? scalar!.ts : nameOf(resolved);
      const kind = resolved === null ? scalar!.kind : isMessage ? "message" : "enum";
      shape.push(
        comment(field.comment, "  ") +
          (field.repeated
            ? `  ${property}: ${tsName}[];`
            : isMessage || explicit
              ? `  ${property}: ${tsName} | undefined;`
              : `  ${property}: ${tsName};`),
      );
      defaults.push(
        `${property}: ${field.repeated ? "[]" : isMessage || explicit ? "undefined" : resolved === null ? scalar!.zero : "0"}`,
      );
      let options = `no: ${field.id}, name: "${property}", protoName: "${field.name}", kind: "${kind}", repeated: ${field.repeated}, explicit: ${explicit}`;
      if (oneof !== undefined) options += `, oneof: "${oneof}"`;
      if (isMessage) options += `, message: () => ${tsName} as unknown as MessageType<object>`;
      else if (resolved !== null) options += `, enum: () => ${enumName(resolved, nameOf, imports)}`;
      fields.push(`  { ${options} },`);
    }
    body += `\n${comment(type.comment, "")}export interface ${name} {${shape.length > 0 ? `\n${shape.join("\n")}\n` : ""}}\n`;
    body += `export const ${name}: MessageType<${name}> = /* @__PURE__ */ new MessageType<${name}>(\n  "${type.fullName.slice(1)}",\n  () => ({${defaults.length > 0 ? ` ${defaults.join(", ")} ` : ""}}),\n  [${fields.length > 0 ? `\n${fields.map((f) => `  ${f}`).join("\n")}\n  ` : ""}],\n);\n`;
  }

  for (const service of services) {
    body += `\n${comment(service.comment, "")}export const ${service.name} = {\n`;
    for (const method of service.methodsArray) {
      method.resolve();
      const request = nameOf(method.resolvedRequestType!);
      const response = nameOf(method.resolvedResponseType!);
      body += comment(method.comment, "  ");
      body += `  ${method.name}: { path: "/${service.fullName.slice(1)}/${method.name}", request: ${request}, response: ${response} },\n`;
    }
    body += "} as const;\n";
  }

  const depth = "../".repeat(file.split("/").length);
  let head = `// Made by \`npm run proto\` from proto/${file}. Do not edit.\n`;
  if (types.length > 0) head += `import { MessageType } from "${depth}wire/message-type.ts";\n`;
  if (enums.length > 0) {
    head += `import type { EnumType } from "${depth}wire/message-type.ts";\nimport { enumType } from "${depth}wire/enum-type.ts";\n`;
  }
  for (const [path, names] of [...imports].sort(([a], [b]) => (a < b ? -1 : 1))) {
    head += `import { ${[...names].sort().join(", ")} } from "${path}";\n`;
  }
  return head + body;
}

function enumName(
  type: protobuf.ReflectionObject,
  nameOf: (type: protobuf.ReflectionObject) => string,
  imports: Map<string, Set<string>>,
): string {
  const name = nameOf(type);
  for (const names of imports.values()) {
    if (names.has(name)) {
      // The type alone is erased where only its Enum is used as a value.
      names.delete(name);
      names.add(`type ${name}`);
    }
    if (names.has(`type ${name}`)) names.add(`${name}Enum`);
  }
  return `${name}Enum`;
}
