/**
 * What a module hands to the application: its messages, queries, hooks, genesis and invariants. The only run-time
 * entry to a module is the value of this type in its `module.ts`.
 *
 * @module
 */
import type { MessageType } from "@assay/proto/wire/message-type";
import type { CollectionInfo } from "./collections/collection.ts";
import type { ChainInfo, ReadCtx, WriteCtx } from "./context.ts";
import type { ErrorDefinition } from "./errors.ts";

/** A message: who signs it, what can be said against it without state, and what it does. */
export interface MessageSpec {
  readonly type: MessageType<object>;
  readonly response: MessageType<object>;
  /** Address text of the one account that must sign. */
  signer(message: object): string;
  /** Stateless checks; throws coded errors, in the README's order. Also run by CheckTx. */
  check(message: object, chain: ChainInfo): void;
  /** Checks against state, then writes and events. Synchronous: nothing comes between. */
  handle(ctx: WriteCtx, message: object): object;
  /** Largest transaction that may carry it, in bytes; absent means the ante chain's common limit. */
  readonly maxTxBytes?: number;
}

/** Ties a service method, as generated, to what runs it. */
export function message<T extends object, R extends object>(
  method: { readonly request: MessageType<T>; readonly response: MessageType<R> },
  spec: {
    signer(message: T): string;
    check(message: T, chain: ChainInfo): void;
    handle(ctx: WriteCtx, message: T): R;
    maxTxBytes?: number;
  },
): MessageSpec {
  return { type: method.request, response: method.response, ...spec } as unknown as MessageSpec;
}

export interface QuerySpec {
  /** `/package.Query/Method`. */
  readonly path: string;
  readonly request: MessageType<object>;
  readonly response: MessageType<object>;
  handle(ctx: ReadCtx, request: object): object;
}

/** Ties a query, as generated, to what answers it. */
export function query<T extends object, R extends object>(
  method: { readonly path: string; readonly request: MessageType<T>; readonly response: MessageType<R> },
  handle: (ctx: ReadCtx, request: T) => R,
): QuerySpec {
  return { ...method, handle } as unknown as QuerySpec;
}

export interface GenesisSpec {
  readonly type: MessageType<object>;
  /** Throws a coded error or an Error that names what is wrong; runs inside InitChain. */
  init(ctx: WriteCtx, state: object): void;
  export(ctx: ReadCtx): object;
  /** What a genesis file need not say: fields of its `params` that are absent take these values. */
  readonly params?: ParamsDefaults;
}

export function genesis<G extends object>(
  type: MessageType<G>,
  spec: { init(ctx: WriteCtx, state: G): void; export(ctx: ReadCtx): G },
  params?: ParamsDefaults,
): GenesisSpec {
  return { type, ...spec, ...(params === undefined ? {} : { params }) } as unknown as GenesisSpec;
}

export interface ParamsDefaults {
  readonly type: MessageType<object>;
  readonly defaults: object;
}

/** Ties a module's params to their defaults. */
export const paramsDefaults = <P extends object>(type: MessageType<P>, defaults: P): ParamsDefaults =>
  ({ type, defaults }) as unknown as ParamsDefaults;

/** A fact about state that must hold after every block. Returns what is wrong, or undefined. */
export interface Invariant {
  readonly name: string;
  check(ctx: ReadCtx): string | undefined;
}

/** What a genesis brings in keeps the invariants. @throws Error that names the first one that is broken. */
export function mustHold(ctx: ReadCtx, module: string, invariants: readonly Invariant[]): void {
  for (const { name, check } of invariants) {
    const broken = check(ctx);
    if (broken !== undefined) throw new Error(`${module}: ${name}: ${broken}`);
  }
}

export interface Module {
  /** Store name, codespace and event prefix. */
  readonly name: string;
  readonly schema: { readonly module: string; readonly collections: readonly CollectionInfo[] };
  readonly messages?: readonly MessageSpec[];
  readonly queries?: readonly QuerySpec[];
  readonly errors?: Readonly<Record<string, ErrorDefinition>>;
  /** Typed events it may emit. */
  readonly events?: readonly MessageType<object>[];
  /** Events whose names and attributes other tools fixed, in the order of their attributes. */
  readonly plainEvents?: Readonly<Record<string, readonly string[]>>;
  beginBlock?(ctx: WriteCtx): void;
  /** Bounded work: what is over its limit waits for the next block. */
  endBlock?(ctx: WriteCtx): void;
  readonly genesis?: GenesisSpec;
  readonly invariants?: readonly Invariant[];
}
