/**
 * A wallet that lives where it is used: made on the spot, kept by its caller, exported as words. For a devnet's page,
 * for the command line and for services; a person's coins of worth belong into Keplr or a hardware wallet.
 *
 * @module
 */
import { Secp256k1HdWallet } from "@cosmjs/amino";
import { type AccountData, DirectSecp256k1HdWallet, makeCosmoshubPath } from "@cosmjs/proto-signing";
import { clientError } from "./errors.ts";

export type Wallet = DirectSecp256k1HdWallet;

export const DEFAULT_PREFIX = "assay";

export interface WalletOptions {
  /** Of its addresses. Default `assay`. */
  readonly prefix?: string;
  /** Accounts of one mnemonic: `m/44'/118'/0'/0/index`. Default 1. */
  readonly accounts?: number;
}

function cosmjsOptions({ prefix = DEFAULT_PREFIX, accounts = 1 }: WalletOptions) {
  return { prefix, hdPaths: Array.from({ length: accounts }, (_, index) => makeCosmoshubPath(index)) };
}

/** A new wallet of 24 words (or 12). */
export function createWallet(options: WalletOptions & { readonly words?: 12 | 24 } = {}): Promise<Wallet> {
  return DirectSecp256k1HdWallet.generate(options.words ?? 24, cosmjsOptions(options));
}

/** @throws AssayError (client, invalid) for words that are no BIP-39 mnemonic. */
export async function importWallet(mnemonic: string, options: WalletOptions = {}): Promise<Wallet> {
  try {
    return await DirectSecp256k1HdWallet.fromMnemonic(
      mnemonic.trim().toLowerCase().split(/\s+/).join(" "),
      cosmjsOptions(options),
    );
  } catch (error) {
    // The words themselves must not get into a log.
    throw clientError("invalid", "these words are no mnemonic", error);
  }
}

/** The wallet's JSON, encrypted by a password (argon2id: some seconds of work, on purpose). */
export function lockWallet(wallet: Wallet, password: string): Promise<string> {
  return wallet.serialize(password);
}

/** @throws AssayError (client, invalid) for another password, or JSON that `lockWallet` did not make. */
export async function unlockWallet(json: string, password: string): Promise<Wallet> {
  try {
    return await DirectSecp256k1HdWallet.deserialize(json, password);
  } catch (error) {
    throw clientError("invalid", "the password does not open this wallet", error);
  }
}

/** The same keys, for what has to be signed as amino JSON: a part of a multisignature. */
export function aminoWallet(wallet: Wallet, options: WalletOptions = {}): Promise<Secp256k1HdWallet> {
  return Secp256k1HdWallet.fromMnemonic(wallet.mnemonic, cosmjsOptions(options));
}

/** The first account. */
export async function firstAccount(wallet: {
  getAccounts(): Promise<readonly AccountData[]>;
}): Promise<AccountData> {
  return (await wallet.getAccounts())[0]!;
}
