/** The content service's view of the ledger: it reads datasets and signs nothing. */
import { AssayClient } from "@assay/client/client";
import type { DatasetPages } from "./named-blobs.ts";

export function datasetPages(nodeUrl: string): DatasetPages {
  const client = AssayClient.create(nodeUrl);
  return async ({ key, limit }) => client.query.data.datasets({ page: { key, limit: Number(limit) } });
}
