/**
 * The OpenAPI document of the HTTP routes: made from the same annotations as the routes, and from the comments in the
 * .proto files.
 *
 * @module
 */
import protobuf from "protobufjs";
import { apiServices, httpRoutes } from "./http-routes.ts";

type Schema = Record<string, unknown>;

const INTEGERS: ReadonlySet<string> = new Set(["int32", "uint32", "fixed32"]);
/** Messages that JSON writes in a form of its own. */
const SPECIAL: Readonly<Record<string, Schema>> = {
  "google.protobuf.Any": {
    type: "object",
    description:
      "A message of the type that @type names, with its fields beside it; for a type that the node does not " +
      "know, its bytes as `value`.",
    properties: { "@type": { type: "string", examples: ["/cosmos.bank.v1beta1.MsgSend"] } },
    required: ["@type"],
    additionalProperties: true,
  },
  "google.protobuf.Timestamp": { type: "string", format: "date-time", description: "RFC 3339, in UTC." },
  "google.protobuf.Duration": { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?s$", examples: ["1.5s"] },
};
const HEIGHT_HEADER = "x-cosmos-block-height";

const refTo = (fullName: string): Schema => ({ $ref: `#/components/schemas/${fullName.slice(1)}` });
const described = (text: string | null): Schema => (text ? { description: text.replaceAll("\n", " ") } : {});
/** Ours are named in lower hex wherever a person or a path says them. */
const isOurs = (field: protobuf.Field): boolean => field.fullName.startsWith(".assay.");

function scalarSchema(type: string): Schema {
  if (type === "bool") return { type: "boolean" };
  if (type === "string") return { type: "string" };
  if (type === "bytes") return { type: "string", contentEncoding: "base64" };
  if (INTEGERS.has(type)) return { type: "integer", format: type };
  if (type.startsWith("u") || type === "fixed64") {
    return { type: "string", format: "uint64", pattern: "^[0-9]+$" };
  }
  return { type: "string", format: "int64", pattern: "^-?[0-9]+$" };
}

/** Components by name, filled as they are met. */
class Schemas {
  readonly all: Record<string, Schema> = {};

  #of(type: protobuf.Type | protobuf.Enum): Schema {
    const name = type.fullName.slice(1);
    if (this.all[name] === undefined) {
      // Held before it is made: messages refer to each other.
      this.all[name] = {};
      Object.assign(
        this.all[name],
        SPECIAL[name] ?? (type instanceof protobuf.Enum ? this.#enum(type) : this.#message(type)),
      );
    }
    return refTo(type.fullName);
  }

  #enum({ values, comment, comments }: protobuf.Enum): Schema {
    const notes = Object.keys(values).flatMap((name) =>
      comments[name] ? [`${name}: ${comments[name].replaceAll("\n", " ")}`] : [],
    );
    const text = [comment, ...notes].filter(Boolean).join("\n");
    return { type: "string", ...(text === "" ? {} : { description: text }), enum: Object.keys(values) };
  }

  #message(type: protobuf.Type): Schema {
    const fields = [...type.fieldsArray].sort((a, b) => a.id - b.id);
    const always = fields.filter(({ partOf }) => partOf === null || partOf.isProto3Optional);
    return {
      type: "object",
      ...described(type.comment),
      properties: Object.fromEntries(fields.map((field) => [field.name, this.field(field)])),
      ...(always.length === 0 ? {} : { required: always.map(({ name }) => name) }),
    };
  }

  field(field: protobuf.Field): Schema {
    const { resolvedType: resolved } = field;
    const one = resolved === null ? scalarSchema(field.type) : this.#of(resolved as protobuf.Type);
    if (field.repeated) return { type: "array", items: one, ...described(field.comment) };
    if (field.type === "bytes") return { ...one, type: ["string", "null"], ...described(field.comment) };
    const isAbsent = resolved instanceof protobuf.Type || field.partOf?.isProto3Optional;
    const schema = isAbsent ? { anyOf: [one, { type: "null" }] } : one;
    return { ...schema, ...described(field.comment) };
  }

  message(type: protobuf.Type): Schema {
    return this.#of(type);
  }

  /** What may stand in a path or a query. */
  parameter(field: protobuf.Field): Schema {
    const { resolvedType: resolved } = field;
    if (field.type === "bytes" && isOurs(field)) return { type: "string", pattern: "^([0-9a-f]{2})*$" };
    const one = resolved === null ? scalarSchema(field.type) : this.#of(resolved as protobuf.Type);
    return field.repeated ? { type: "array", items: one } : one;
  }
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required?: true;
  readonly description?: unknown;
  readonly schema: Schema;
}

/** Fields of a request that a query may give: those of a message in it by `outer.inner`. */
function queryParameters(schemas: Schemas, request: protobuf.Type, inPath: ReadonlySet<string>): Parameter[] {
  return request.fieldsArray
    .filter(({ name }) => !inPath.has(name))
    .flatMap((field): Parameter[] => {
      if (field.resolvedType instanceof protobuf.Type) {
        return field.resolvedType.fieldsArray.map((inner) => ({
          name: `${field.name}.${inner.name}`,
          in: "query",
          ...described(inner.comment),
          schema: schemas.parameter(inner),
        }));
      }
      return [
        { name: field.name, in: "query", ...described(field.comment), schema: schemas.parameter(field) },
      ];
    });
}

function operation(
  schemas: Schemas,
  method: protobuf.Method,
  template: string,
  verb: string,
  nth: number,
): Schema {
  const request = method.resolvedRequestType!;
  const service = method.parent!.fullName.slice(1);
  const inPath = new Set([...template.matchAll(/\{(\w+)(?:=\*\*)?\}/g)].map((match) => match[1]!));
  const pathParameters = [...inPath].map(
    (name): Parameter => ({
      name,
      in: "path",
      required: true,
      ...described(request.fields[name]!.comment),
      schema: schemas.parameter(request.fields[name]!),
    }),
  );
  const parameters = [
    ...pathParameters,
    ...(verb === "GET" ? queryParameters(schemas, request, inPath) : []),
    ...(service.endsWith(".Query") ? [{ $ref: "#/components/parameters/height" }] : []),
  ];
  const json = (schema: Schema): Schema => ({ content: { "application/json": { schema } } });
  return {
    operationId: `${service}_${method.name}${nth === 0 ? "" : `_${nth + 1}`}`,
    tags: [service],
    summary: (method.comment ?? method.name).replaceAll("\n", " "),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(verb === "POST" ? { requestBody: { required: true, ...json(schemas.message(request)) } } : {}),
    responses: {
      200: { description: "The answer.", ...json(schemas.message(method.resolvedResponseType!)) },
      default: { $ref: "#/components/responses/error" },
    },
  };
}

/** OpenAPI names a parameter in braces alone. */
const openPath = (template: string): string => template.replaceAll("=**}", "}");

/** `gen/api/openapi.ts`. */
export function generateOpenApi(root: protobuf.Root): string {
  const schemas = new Schemas();
  const paths: Record<string, Schema> = {};
  const tags: Schema[] = [];
  for (const service of apiServices(root)) {
    tags.push({ name: service.fullName.slice(1), ...described(service.comment) });
    for (const method of service.methodsArray) {
      httpRoutes(method).forEach(({ verb, template }, nth) => {
        const path = openPath(template);
        paths[path] = {
          ...paths[path],
          [verb.toLowerCase()]: operation(schemas, method, template, verb, nth),
        };
      });
    }
  }
  const any = root.lookupType("google.protobuf.Any");
  const document = {
    openapi: "3.1.0",
    info: {
      title: "Assay",
      version: "0.1.0",
      description:
        "Every query of the ledger over HTTP, as the Cosmos SDK's gateway answers it: proto3 JSON with snake_case " +
        "names, 64-bit numbers as text, bytes in base64. Ids in a path or a query are lower hex.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "this node" }],
    tags,
    paths,
    components: {
      parameters: {
        height: {
          name: HEIGHT_HEADER,
          in: "header",
          description:
            "The state after this block; absent for the newest. `?height=` says the same. The answer names its " +
            "height in a header of the same name.",
          schema: { type: "string", pattern: "^[0-9]+$" },
        },
      },
      responses: {
        error: {
          description:
            "What is wrong: `code` is gRPC's. 400 for a request that asks for nothing sensible (3, 9), 404 where the " +
            "thing is not there (5), 429 where too much is asked at once (8), 501 for what this chain has not (12).",
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: {
                  code: { type: "integer" },
                  message: { type: "string" },
                  details: { type: "array", items: schemas.message(any) },
                },
                required: ["code", "message", "details"],
              },
            },
          },
        },
      },
      schemas: Object.fromEntries(Object.entries(schemas.all).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
  return (
    "// Made by `npm run proto` from all .proto files. Do not edit.\n" +
    `export const OPENAPI: object = ${JSON.stringify(document, null, 1)};\n`
  );
}
