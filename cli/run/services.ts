/** `assay serve ...`: runs one service until a signal. */
import { sayReady, watchParent } from "@assay/devnet/processes";
import { openAccount } from "@assay/services/account";
import { attestorLedger } from "@assay/services/attestor/ledger";
import { runAttestor } from "@assay/services/attestor/main";
import { datasetPages } from "@assay/services/content/ledger";
import { runContent } from "@assay/services/content/main";
import type { Daemon } from "@assay/services/daemon";
import { faucetLedger } from "@assay/services/faucet/ledger";
import { runFaucet } from "@assay/services/faucet/main";
import { untilSignal } from "./signals.ts";

async function untilEnd(start: Promise<Daemon>): Promise<number> {
  const signal = untilSignal();
  watchParent(signal.end);
  const daemon = await start;
  sayReady({ port: daemon.port ?? 0 });
  await signal.ended;
  await daemon.close();
  return 0;
}

export interface AccountFlags {
  readonly node: string;
  readonly keyFile: string;
  readonly bech32Prefix: string;
  readonly gasPrice: string;
}

const account = ({ node, keyFile, bech32Prefix, gasPrice }: AccountFlags) =>
  openAccount({ nodeUrl: node, keyFile, bech32Prefix, gasPrice });

export interface ContentFlags {
  readonly node: string;
  readonly host: string;
  readonly port: number;
  readonly folder: string;
  readonly denyFile?: string;
}

export function serveContent({ node, host, port, folder, denyFile }: ContentFlags): Promise<number> {
  return untilEnd(
    runContent({
      host,
      port,
      folder,
      ...(denyFile === undefined ? {} : { denyFile }),
      datasets: datasetPages(node),
      maxBlobBytes: 64 * 1024 * 1024,
    }),
  );
}

export interface AttestorFlags extends AccountFlags {
  readonly host: string;
  readonly port: number;
  /** Operator address of the validator. */
  readonly validator: string;
  /** Base URLs of content services. */
  readonly content: readonly string[];
  readonly allowPrivate: boolean;
}

export async function serveAttestor(flags: AttestorFlags): Promise<number> {
  const ledger = attestorLedger(await account(flags));
  return untilEnd(
    runAttestor({
      validator: flags.validator,
      ledger,
      contentServices: flags.content,
      allowPrivate: flags.allowPrivate,
      pollMs: 1000,
      fetchTimeoutMs: 30_000,
      http: { host: flags.host, port: flags.port },
    }),
  );
}

export interface FaucetFlags extends AccountFlags {
  readonly host: string;
  readonly port: number;
  readonly chainId: string;
  readonly denom: string;
  /** Base units of one grant. */
  readonly grant: string;
  readonly grantsPerHour: number;
}

export async function serveFaucet(flags: FaucetFlags): Promise<number> {
  const ledger = faucetLedger(await account(flags), flags.grant);
  return untilEnd(
    runFaucet({
      host: flags.host,
      port: flags.port,
      chainId: flags.chainId,
      bech32Prefix: flags.bech32Prefix,
      nodeUrl: flags.node,
      denoms: [flags.denom],
      grantsPerHour: flags.grantsPerHour,
      ledger,
    }),
  );
}
