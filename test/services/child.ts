/** One service as a process of its own, so that it can be killed: `child.mjs content|attestor|faucet JSON`. */
import { openAccount } from "@assay/services/account";
import { attestorLedger } from "@assay/services/attestor/ledger";
import { runAttestor } from "@assay/services/attestor/main";
import { datasetPages } from "@assay/services/content/ledger";
import { runContent } from "@assay/services/content/main";
import type { Daemon } from "@assay/services/daemon";
import { faucetLedger } from "@assay/services/faucet/ledger";
import { runFaucet } from "@assay/services/faucet/main";

export interface ChildConfig {
  readonly nodeUrl: string;
  readonly port: number;
  readonly folder?: string;
  readonly keyFile?: string;
  readonly validator?: string;
  readonly contentUrl?: string;
}

const [, , what, text] = process.argv;
const {
  nodeUrl,
  port,
  folder,
  keyFile = "",
  validator = "",
  contentUrl = "",
} = JSON.parse(text!) as ChildConfig;
const host = "127.0.0.1";
const account = () => openAccount({ nodeUrl, keyFile, bech32Prefix: "assay", gasPrice: "0.025uassay" });

async function start(): Promise<Daemon> {
  switch (what) {
    case "content":
      return runContent({
        host,
        port,
        folder: folder!,
        datasets: datasetPages(nodeUrl),
        maxBlobBytes: 64 * 1024 * 1024,
      });
    case "attestor":
      return runAttestor({
        validator,
        ledger: attestorLedger(await account()),
        contentServices: [contentUrl],
        allowPrivate: true,
        pollMs: 50,
        fetchTimeoutMs: 3_000,
        http: { host, port },
      });
    default:
      return runFaucet({
        host,
        port,
        chainId: "assay-devnet",
        bech32Prefix: "assay",
        nodeUrl,
        denoms: ["uassay"],
        grantsPerHour: 50,
        ledger: faucetLedger(await account(), "1000000"),
      });
  }
}

const daemon = await start();
process.send?.({ port: daemon.port });
process.once("SIGTERM", () => {
  void daemon.close().then(() => process.exit(0));
});
