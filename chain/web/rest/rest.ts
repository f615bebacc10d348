/**
 * The Cosmos SDK's HTTP routes: requests from paths, queries and JSON bodies to the ledger's methods, answers in proto3
 * JSON, failures in the gateway's shape. Other origins may call them: wallets and pages do.
 *
 * @module
 */
import { WireError } from "@assay/proto/wire/errors";
import { JsonShapeError } from "@assay/proto/wire/json";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answer, Api } from "../../api/api.ts";
import { ApiError, apiError, badRequest, GrpcCode } from "../../api/api-error.ts";
import { DATA_POLICY } from "../security-headers.ts";
import { httpStatus } from "./http-status.ts";
import { jsonBody } from "./json-body.ts";
import { requestFromFields } from "./request-fields.ts";
import { type RouteMatch, RouteTable } from "./route-table.ts";
import { fromGatewayJson, toGatewayJson } from "./special-json.ts";

export const HEIGHT_HEADER = "x-cosmos-block-height";
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": `${HEIGHT_HEADER}, grpc-metadata-${HEIGHT_HEADER}`,
};
const PREFLIGHT = {
  "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
  "access-control-allow-headers": `content-type, ${HEIGHT_HEADER}`,
  "access-control-max-age": "86400",
};
/** Names and values of a query together with those of a repeated field. */
const MAX_PARAMETERS = 100;

/** `v1`, `v1beta1` and the like as a part of the path: no page and no file has one. */
const VERSION_SEGMENT = /^\/[a-z][\w-]*\/(?:[\w.-]+\/)*v\d+(?:(?:alpha|beta)\d+)?(?:\/|$)/;

/** Whether a path is one that a gateway would answer, for this chain's modules or another's. */
export const isGatewayPath = (path: string): boolean => VERSION_SEGMENT.test(path);

/** What a URL that cannot be read is answered with, before any route is looked for. */
export const refuseUrl = (reply: FastifyReply): FastifyReply =>
  sendFailure(reply, 400, GrpcCode.INVALID_ARGUMENT, "the path is malformed");

export class RestGateway {
  readonly #api: Api;
  readonly #table: RouteTable;
  readonly #onFault: (error: unknown, path: string) => void;

  constructor(api: Api, onFault: (error: unknown, path: string) => void) {
    this.#api = api;
    this.#table = new RouteTable(api.methods);
    this.#onFault = onFault;
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    reply.headers({
      ...CORS,
      "cache-control": "no-store",
      "content-security-policy": DATA_POLICY,
      "cross-origin-resource-policy": "cross-origin",
    });
    if (request.method === "OPTIONS") return reply.code(204).headers(PREFLIGHT).send();
    const url = request.raw.url!;
    try {
      const { match, answer } = await this.#ask(request, url);
      const height = String(answer.height);
      return reply
        .headers({ [HEIGHT_HEADER]: height, [`grpc-metadata-${HEIGHT_HEADER}`]: height })
        .type("application/json")
        .send(JSON.stringify(toGatewayJson(match.method.response, answer.value)));
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        // What is left of it is not read, so nothing else can follow on this connection.
        return sendFailure(
          reply.header("connection", "close"),
          413,
          GrpcCode.INVALID_ARGUMENT,
          error.message,
        );
      }
      const { code, message } = apiError(error, (fault) => this.#onFault(fault, url));
      return sendFailure(reply, httpStatus(code), code, message);
    }
  }

  async #ask(request: FastifyRequest, url: string): Promise<{ match: RouteMatch; answer: Answer<object> }> {
    const mark = url.indexOf("?");
    const path = mark < 0 ? url : url.slice(0, mark);
    const query = new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
    if (query.size > MAX_PARAMETERS) throw badRequest(`a query has at most ${MAX_PARAMETERS} parameters`);
    const verb = request.method === "HEAD" ? "GET" : request.method;
    const match = this.#find(verb, path);
    if (match === undefined) throw new ApiError(GrpcCode.UNIMPLEMENTED, "Not Implemented");
    const bytes = await requestBytes(match, verb, query, request);
    const answer = await this.#api.ask(match.method, bytes, heightOf(match, query, request));
    return { match, answer };
  }

  #find(verb: string, path: string): RouteMatch | undefined {
    try {
      return this.#table.find(verb, path);
    } catch (error) {
      if (error instanceof URIError) throw badRequest("the path is malformed");
      throw error;
    }
  }
}

class BodyTooLarge extends Error {}

/** @throws ApiError that names what does not fit. */
async function requestBytes(
  { method, fields }: RouteMatch,
  verb: string,
  query: URLSearchParams,
  request: FastifyRequest,
): Promise<Uint8Array> {
  const type = method.request;
  const json = verb === "POST" ? await jsonBody(request.raw) : null;
  if (json === undefined) throw new BodyTooLarge("the body is too large");
  try {
    return type.toBytes(json === null ? requestFromFields(type, fields, query) : fromGatewayJson(type, json));
  } catch (error) {
    if (error instanceof JsonShapeError) throw badRequest(`type mismatch, parameter: ${error.message}`);
    if (error instanceof WireError) throw badRequest(error.message);
    throw error;
  }
}

/** By header, or by `?height=` where that is not a field of the request. @throws ApiError for what is no height. */
function heightOf({ method }: RouteMatch, query: URLSearchParams, request: FastifyRequest): bigint {
  const header = request.headers[HEIGHT_HEADER] ?? request.headers[`grpc-metadata-${HEIGHT_HEADER}`];
  const isField = method.request.fields.some(({ protoName }) => protoName === "height");
  const text = header ?? (isField ? undefined : query.get("height")) ?? "0";
  if (typeof text !== "string" || !/^\d{1,18}$/.test(text)) throw badRequest(`${HEIGHT_HEADER} is no height`);
  return BigInt(text);
}

function sendFailure(reply: FastifyReply, status: number, code: GrpcCode, message: string): FastifyReply {
  return reply
    .code(status)
    .type("application/json")
    .send(JSON.stringify({ code, message, details: [] }));
}
