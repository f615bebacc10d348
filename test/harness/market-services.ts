/** The content service and an attestor for each validator, beside a test node, in this process. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keyFile } from "@assay/devnet/home";
import { openAccount } from "@assay/services/account";
import { attestorLedger } from "@assay/services/attestor/ledger";
import { runAttestor } from "@assay/services/attestor/main";
import { datasetPages } from "@assay/services/content/ledger";
import { runContent } from "@assay/services/content/main";
import type { TestNode } from "./test-node.ts";

export interface MarketServices {
  readonly contentUrl: string;
  close(): Promise<void>;
}

export async function startMarketServices(node: TestNode): Promise<MarketServices> {
  const folder = mkdtempSync(join(tmpdir(), "assay-content-"));
  const content = await runContent({
    host: "127.0.0.1",
    port: 0,
    folder,
    datasets: datasetPages(node.rpcUrl),
    maxBlobBytes: 64 * 1024 * 1024,
  });
  const contentUrl = `http://127.0.0.1:${content.port}`;
  const attestors = await Promise.all(
    node.keys.validators.map(async ({ name, address }) =>
      runAttestor({
        validator: address,
        ledger: attestorLedger(
          await openAccount({
            nodeUrl: node.rpcUrl,
            keyFile: keyFile(node.home, name),
            bech32Prefix: "assay",
            gasPrice: "0.025uassay",
          }),
        ),
        contentServices: [contentUrl],
        allowPrivate: true,
        pollMs: 100,
        fetchTimeoutMs: 5000,
      }),
    ),
  );
  return {
    contentUrl,
    async close() {
      await Promise.all([content.close(), ...attestors.map((attestor) => attestor.close())]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
