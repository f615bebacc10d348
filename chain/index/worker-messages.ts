/** What the node and the index's thread say to each other: one answer a question, by number. */
import type { Page } from "./index-core.ts";
import type { Query } from "./query.ts";

export type Question =
  | { readonly ask: "add"; readonly block: Uint8Array<ArrayBuffer> }
  | { readonly ask: "reset" }
  | { readonly ask: "txByHash"; readonly hash: Uint8Array }
  | { readonly ask: "search"; readonly query: Query; readonly page: Page }
  | { readonly ask: "searchBlocks"; readonly query: Query; readonly page: Page }
  | { readonly ask: "close" };

export type ToWorker = Question & { readonly number: number };

export interface IndexState {
  readonly height: number;
  readonly blockHash: Uint8Array;
}

/** The first message, unasked, has number 0 and says that the index is open. */
export type FromWorker = { readonly number: number; readonly state: IndexState } & (
  | { readonly value: unknown }
  | { readonly failure: { readonly message: string; readonly isQuery: boolean } }
);

export interface IndexWorkerData {
  readonly folder: string;
  readonly maxRecords: number | undefined;
}
