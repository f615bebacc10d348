/**
 * Queries in CosmJS's shape: an extension is a function from something that can query to a module's typed questions.
 * It takes this client's querier and CosmJS's `QueryClient` alike.
 *
 * @module
 */
import { fromHex } from "@assay/primitives/bytes";
import type { PageRequest } from "@assay/proto/gen/cosmos/base/query/v1beta1/pagination";
import type { DeepPartial, MessageType } from "@assay/proto/wire/message-type";
import { decodeAnswer } from "./decode-answer.ts";
import { clientError } from "./errors.ts";

export interface AbciQuerier {
  queryAbci(
    path: string,
    request: Uint8Array,
    desiredHeight?: number,
  ): Promise<{ readonly value: Uint8Array; readonly height: number }>;
}

interface Method<Q extends object, R extends object> {
  readonly path: string;
  readonly request: MessageType<Q>;
  readonly response: MessageType<R>;
}

/** Asks one question. */
export async function ask<Q extends object, R extends object>(
  base: AbciQuerier,
  method: Method<Q, R>,
  request: DeepPartial<Q>,
): Promise<R> {
  const { value } = await base.queryAbci(
    method.path,
    method.request.toBytes(method.request.fromPartial(request)),
  );
  return decodeAnswer(method.response, value);
}

/** A part of a long list. The next page's key is in the answer's `pagination.nextKey`; empty means that it was the last. */
export interface PageOptions {
  readonly key?: Uint8Array;
  readonly offset?: number;
  readonly limit?: number;
  /** Also count them all; only without a key. */
  readonly countTotal?: boolean;
  readonly reverse?: boolean;
}

export function pageRequest(options: PageOptions = {}): DeepPartial<PageRequest> {
  return {
    key: options.key ?? new Uint8Array(0),
    offset: BigInt(options.offset ?? 0),
    limit: BigInt(options.limit ?? 0),
    countTotal: options.countTotal ?? false,
    reverse: options.reverse ?? false,
  };
}

/** Raw bytes, or the same in hex as addresses and pages write them. */
export type BytesLike = Uint8Array | string;

/** @throws AssayError (client, invalid) for text that is not hex. */
export function toBytes(value: BytesLike): Uint8Array {
  if (typeof value !== "string") return value;
  try {
    return fromHex(value);
  } catch (error) {
    throw clientError("invalid", `"${value}" is not hex`, error);
  }
}

/** What a question about one thing must answer. @throws AssayError (client, notFound) where the node left it out. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw clientError("notFound", what);
  return value;
}
