/**
 * A service's own account on the ledger: a key file, a node, and a client that waits for a node that is not there yet.
 *
 * @module
 */
import { readFile } from "node:fs/promises";
import { SigningAssayClient } from "@assay/client/signing";
import { firstAccount, importWallet } from "@assay/client/wallet";

export interface AccountConfig {
  /** RPC base URL of the node. */
  readonly nodeUrl: string;
  /** File with the mnemonic alone; mode 0600. */
  readonly keyFile: string;
  readonly bech32Prefix: string;
  /** For example `0.025uassay`. */
  readonly gasPrice: string;
}

export interface ServiceAccount {
  readonly client: SigningAssayClient;
  readonly address: string;
}

/** Opens the key. Asks nothing of the node: it may start after the service. */
export async function openAccount(config: AccountConfig): Promise<ServiceAccount> {
  const wallet = await importWallet((await readFile(config.keyFile, "utf8")).trim(), { prefix: config.bech32Prefix });
  const { address } = await firstAccount(wallet);
  return { client: SigningAssayClient.createWithSigner(config.nodeUrl, wallet, { gasPrice: config.gasPrice }), address };
}
