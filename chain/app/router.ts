/** Finds what runs a message or answers a query. */
import type { MessageSpec, Module, QuerySpec } from "@assay/kernel/module";

export interface MessageRoute {
  readonly spec: MessageSpec;
  /** Name of the module, as the `message` event says it. */
  readonly module: string;
}

export interface Router {
  readonly messages: ReadonlyMap<string, MessageRoute>;
  readonly queries: ReadonlyMap<string, QuerySpec>;
  /** The largest transaction that any message allows, in bytes. */
  readonly maxTxBytes: number;
}

/** @throws Error where two modules claim one type or path: no node starts with it. */
export function createRouter(modules: readonly Module[], commonMaxTxBytes: number): Router {
  const messages = new Map<string, MessageRoute>();
  const queries = new Map<string, QuerySpec>();
  let maxTxBytes = commonMaxTxBytes;
  for (const module of modules) {
    for (const spec of module.messages ?? []) {
      const { typeUrl } = spec.type;
      if (messages.has(typeUrl)) throw new Error(`${typeUrl} is routed twice`);
      messages.set(typeUrl, { spec, module: module.name });
      maxTxBytes = Math.max(maxTxBytes, spec.maxTxBytes ?? 0);
    }
    for (const spec of module.queries ?? []) {
      if (queries.has(spec.path)) throw new Error(`${spec.path} is answered twice`);
      queries.set(spec.path, spec);
    }
  }
  return { messages, queries, maxTxBytes };
}
