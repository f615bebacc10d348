/**
 * A service's own account on the ledger: a key file, and a client that waits for a node that is not there yet.
 *
 * @module
 */
import { readFile, stat } from "node:fs/promises";
import { SigningAssayClient } from "@assay/client/signing";
import { firstAccount, importWallet } from "@assay/client/wallet";
import type { Logger } from "pino";
import { serviceLogger } from "./daemon.ts";

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

/** A key file that cannot be used. Neither its message nor its cause holds a word of what is in it. */
export class KeyFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "KeyFileError";
  }
}

async function openWallet(file: string, prefix: string) {
  let mnemonic: string;
  try {
    mnemonic = (await readFile(file, "utf8")).trim();
  } catch (error) {
    throw new KeyFileError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  try {
    return await importWallet(mnemonic, { prefix });
  } catch {
    throw new KeyFileError(`${file} does not hold a mnemonic, and nothing else`);
  }
}

/**
 * Opens the key. Asks nothing of the node, which may start after the service.
 * @param logger hears when others may read the key file.
 * @throws KeyFileError
 */
export async function openAccount(
  config: AccountConfig,
  logger: Logger = serviceLogger("account"),
): Promise<ServiceAccount> {
  const wallet = await openWallet(config.keyFile, config.bech32Prefix);
  if (((await stat(config.keyFile)).mode & 0o077) !== 0) {
    logger.warn({ file: config.keyFile }, "others may read the key file: chmod 600");
  }
  const { address } = await firstAccount(wallet);
  return {
    client: SigningAssayClient.createWithSigner(config.nodeUrl, wallet, { gasPrice: config.gasPrice }),
    address,
  };
}
