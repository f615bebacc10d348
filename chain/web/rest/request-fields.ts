/** A request's fields from a path and a query, as the gateway reads them: a name that is none is passed over. */
import { fromBase64 } from "@assay/proto/wire/base64";
import { JsonShapeError, valueFromJson } from "@assay/proto/wire/json";
import type { FieldType, MessageType } from "@assay/proto/wire/message-type";

const TRUE: ReadonlySet<string> = new Set(["1", "t", "T", "true", "TRUE", "True"]);
const FALSE: ReadonlySet<string> = new Set(["0", "f", "F", "false", "FALSE", "False"]);

/** Ours are written in lower hex; base64, as an answer has it, is taken too. */
function bytesOf(text: string, name: string): Uint8Array {
  if (/^([0-9a-f]{2})*$/.test(text)) return Buffer.from(text, "hex");
  return base64Of(text, name, "bytes in lower hex or base64");
}

/** Either alphabet, padded or not. */
function base64Of(text: string, name: string, expected: string): Uint8Array {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/").replaceAll(" ", "+").replace(/=+$/, "");
  const bytes = fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, "="));
  if (bytes === undefined) throw new JsonShapeError(name, expected);
  return bytes;
}

function textToValue(type: MessageType<object>, field: FieldType, text: string, name: string): unknown {
  switch (field.kind) {
    case "message":
      throw new JsonShapeError(name, `${name}.<field>`);
    case "bool":
      if (TRUE.has(text)) return true;
      if (FALSE.has(text)) return false;
      throw new JsonShapeError(name, "true or false");
    case "bytes":
      return type.typeName.startsWith("assay.") ? bytesOf(text, name) : base64Of(text, name, "base64");
    case "string":
      return text;
    case "enum":
      return valueFromJson(field, /^-?\d+$/.test(text) ? Number(text) : text, name);
    default:
      return valueFromJson(field, text, name);
  }
}

/** Sets `pagination.limit` and the like in a message; a message that is absent is made. */
function set(
  type: MessageType<object>,
  message: object,
  path: readonly string[],
  texts: readonly string[],
): void {
  const [first, ...inner] = path;
  const field = type.fields.find(({ protoName, name }) => protoName === first || name === first);
  if (field === undefined) return;
  const values = message as Record<string, unknown>;
  const name = field.protoName;
  if (inner.length > 0) {
    if (field.kind !== "message" || field.repeated)
      throw new JsonShapeError(path.join("."), "no field in it");
    const innerType = field.message!();
    values[field.name] ??= innerType.create();
    set(innerType, values[field.name] as object, inner, texts);
  } else if (field.repeated) {
    values[field.name] = texts.map((text) => textToValue(type, field, text, name));
  } else {
    values[field.name] = textToValue(type, field, texts[0]!, name);
  }
}

/**
 * The request that a path and a query ask for. What the path says, the query cannot.
 * @throws JsonShapeError that names the parameter that does not fit.
 */
export function requestFromFields(
  type: MessageType<object>,
  inPath: ReadonlyMap<string, string>,
  query: URLSearchParams,
): object {
  const request = type.create();
  for (const name of new Set(query.keys())) {
    if (!inPath.has(name)) set(type, request, name.split("."), query.getAll(name));
  }
  for (const [name, text] of inPath) set(type, request, [name], [text]);
  return request;
}
