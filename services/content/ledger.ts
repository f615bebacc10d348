/** The content service's view of the ledger: it reads datasets and signs nothing. */
import { AssayClient } from "@assay/client/client";
import type { DatasetPages } from "./named-blobs.ts";

export function datasetPages(nodeUrl: string): DatasetPages {
  const client = AssayClient.create(nodeUrl);
  return async (page) => {
    const { datasets, pagination } = await client.query.data.datasets({ page });
    return { datasets, nextKey: pagination?.nextKey ?? new Uint8Array(0) };
  };
}
