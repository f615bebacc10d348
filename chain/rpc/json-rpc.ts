/** JSON-RPC 2.0 as text in and text out: no input makes it throw. */
import type { Environment } from "./environment.ts";
import { INTERNAL_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, PARSE_ERROR, RpcError } from "./errors.ts";
import { METHODS } from "./methods.ts";
import { paramsFromJson } from "./params.ts";
import { type MethodResult, RawJson } from "./raw-json.ts";

export type RpcId = number | string;

export interface RpcRequest {
  readonly id: RpcId;
  readonly method: string;
  readonly params: unknown;
}

/** Longest id that is echoed. */
const MAX_ID_LENGTH = 256;

/** Told of what is our fault. */
export type FaultListener = (error: unknown, method: string) => void;

export function errorText(id: RpcId | null, error: RpcError): string {
  return JSON.stringify({ jsonrpc: "2.0", id, error: error.toJson() });
}

export function resultText(id: RpcId, result: MethodResult): string {
  const text = result instanceof RawJson ? result.text : JSON.stringify(result);
  return `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${text}}`;
}

/** Hides what is our fault. */
export function toRpcError(error: unknown, method: string, onFault: FaultListener): RpcError {
  if (error instanceof RpcError) return error;
  onFault(error, method);
  return new RpcError(INTERNAL_ERROR, "the node failed; its log says why");
}

/** Invalid UTF-8 is no JSON. @throws RpcError -32700. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new RpcError(PARSE_ERROR, "error unmarshaling request");
  }
}

/**
 * A request, or undefined for a notification: one without an id, which is never answered.
 * @throws RpcError -32600.
 */
export function readRequest(value: unknown): RpcRequest | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RpcError(INVALID_REQUEST, "a request is an object");
  }
  const fields = value as Record<string, unknown>;
  const own = (name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const id = own("id");
  if (id === undefined || id === null) return undefined;
  if (typeof id === "string" ? id.length > MAX_ID_LENGTH : !Number.isSafeInteger(id)) {
    throw new RpcError(INVALID_REQUEST, "an id is a whole number or a short string");
  }
  const method = own("method");
  if (typeof method !== "string") throw new RpcError(INVALID_REQUEST, "method is missing");
  return { id: id as RpcId, method, params: own("params") };
}

async function call(env: Environment, request: RpcRequest, onFault: FaultListener): Promise<string> {
  try {
    const method = METHODS.get(request.method);
    if (method === undefined) throw new RpcError(METHOD_NOT_FOUND, "");
    const args = paramsFromJson(method.params, request.params);
    return resultText(request.id, await method.run(env, args));
  } catch (error) {
    return errorText(request.id, toRpcError(error, request.method.slice(0, 64), onFault));
  }
}

/** One element of a body. Undefined: nothing to answer. */
async function answer(env: Environment, value: unknown, onFault: FaultListener): Promise<string | undefined> {
  let request: RpcRequest | undefined;
  try {
    request = readRequest(value);
  } catch (error) {
    return errorText(null, toRpcError(error, "", onFault));
  }
  return request === undefined ? undefined : call(env, request, onFault);
}

/** Answers a body: one request or a batch, which runs in order. Undefined where there were only notifications. */
export async function answerBody(
  env: Environment,
  body: Uint8Array,
  onFault: FaultListener,
): Promise<string | undefined> {
  let parsed: unknown;
  try {
    parsed = parseJson(body);
  } catch (error) {
    return errorText(null, toRpcError(error, "", onFault));
  }
  if (!Array.isArray(parsed)) return answer(env, parsed, onFault);
  const { maxBatch } = env.limits;
  if (parsed.length === 0) return errorText(null, new RpcError(INVALID_REQUEST, "the batch is empty"));
  if (parsed.length > maxBatch) {
    const detail = `batch size ${parsed.length} exceeds the maximum ${maxBatch}`;
    return errorText(null, new RpcError(INVALID_REQUEST, detail));
  }
  const answers: string[] = [];
  for (const one of parsed) {
    const text = await answer(env, one, onFault);
    if (text !== undefined) answers.push(text);
  }
  return answers.length === 0 ? undefined : `[${answers.join(",")}]`;
}

/** Answers one request that was read already. */
export function answerRequest(
  env: Environment,
  request: RpcRequest,
  onFault: FaultListener,
): Promise<string> {
  return call(env, request, onFault);
}
