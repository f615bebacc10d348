/**
 * Keys in a home's `keys/`: `NAME.json` is CosmJS's serialized wallet, encrypted by a password, or the public keys of a
 * multisig; `NAME.mnemonic` is the words alone, on a devnet only.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { MultisigKey } from "@assay/client/multisig";
import {
  createWallet,
  firstAccount,
  importWallet,
  lockWallet,
  unlockWallet,
  type Wallet,
} from "@assay/client/wallet";
import { fromBase64, toBase64 } from "@assay/proto/wire/base64";
import { Failure, UsageError } from "../failure.ts";
import { syncFolder, writeAtomically } from "./atomic-file.ts";

/** Files of a node's own keys stand in the same folder. */
const RESERVED = ["validators", "node_key"];

export interface KeyInfo {
  readonly name: string;
  readonly address: string;
  readonly storage: "encrypted" | "plain" | "multisig";
  /** Base64; absent for a multisig, and for a key that an earlier version kept. */
  readonly pub_key?: string;
}

/** Several keys as one account: no secret of it lies here. */
interface MultisigFile {
  readonly type: "multisig";
  readonly address: string;
  readonly threshold: number;
  /** Base64. */
  readonly pub_keys: readonly string[];
}

/** What CosmJS's `serialize` gives, with the address beside, so that a list needs no password. */
interface KeyFile {
  readonly type: string;
  readonly address: string;
  readonly pub_key?: string;
}

/** Asks for the password; `twice` for a new one. */
export type PasswordSource = (twice: boolean) => Promise<string>;

export class KeyStore {
  readonly #folder: string;
  readonly #home: string;
  readonly #prefix: string;

  constructor(home: string, prefix: string) {
    this.#home = home;
    this.#folder = join(home, "keys");
    this.#prefix = prefix;
  }

  /** Whether words may lie here in the clear. */
  get isDevnet(): boolean {
    return existsSync(join(this.#home, "devnet.json"));
  }

  #path(name: string, storage: KeyInfo["storage"]): string {
    return join(this.#folder, `${name}.${storage === "plain" ? "mnemonic" : "json"}`);
  }

  #storage(name: string): "encrypted" | "plain" | undefined {
    checkName(name);
    if (existsSync(this.#path(name, "encrypted"))) return "encrypted";
    return existsSync(this.#path(name, "plain")) ? "plain" : undefined;
  }

  #must(name: string): "encrypted" | "plain" {
    const storage = this.#storage(name);
    if (storage !== undefined) return storage;
    const known = this.names();
    throw new Failure(
      `no key "${name}" in ${this.#folder}`,
      known.length === 0 ? "Make one: assay keys add NAME" : `There are: ${known.join(", ")}`,
    );
  }

  names(): string[] {
    if (!existsSync(this.#folder)) return [];
    const names = readdirSync(this.#folder)
      .map((file) => /^([a-z0-9-]{1,32})\.(json|mnemonic)$/.exec(file)?.[1])
      .filter((name): name is string => name !== undefined && !RESERVED.includes(name));
    return [...new Set(names)].sort();
  }

  async info(name: string): Promise<KeyInfo> {
    const storage = this.#must(name);
    if (storage === "plain") {
      const { address, pubkey } = await firstAccount(await this.#plain(name));
      return { name, storage, address, pub_key: toBase64(pubkey) };
    }
    const { address, pub_key, multisig } = this.#encrypted(name);
    if (multisig !== undefined) return { name, storage: "multisig", address };
    return { name, storage, address, ...(pub_key === undefined ? {} : { pub_key }) };
  }

  #plain(name: string): Promise<Wallet> {
    return importWallet(readFileSync(this.#path(name, "plain"), "utf8"), { prefix: this.#prefix });
  }

  #encrypted(name: string): {
    readonly address: string;
    readonly pub_key: string | undefined;
    readonly text: string;
    readonly multisig: MultisigFile | undefined;
  } {
    const path = this.#path(name, "encrypted");
    try {
      const text = readFileSync(path, "utf8");
      const file = JSON.parse(text) as Partial<KeyFile>;
      const { address, pub_key } = file;
      const multisig = file.type === "multisig" ? (file as MultisigFile) : undefined;
      if (typeof address === "string") return { address, pub_key, text, multisig };
    } catch (error) {
      throw new Failure(
        `${path}: ${(error as Error).message}`,
        "Restore the file, or import the words again.",
      );
    }
    throw new Failure(`${path} is no key file`, "Restore the file, or import the words again.");
  }

  /** The key for signing. */
  async open(name: string, password: PasswordSource): Promise<Wallet> {
    if (this.#must(name) === "plain") return this.#plain(name);
    const { text, multisig } = this.#encrypted(name);
    if (multisig !== undefined) {
      throw new Failure(
        `"${name}" is ${multisig.threshold} of ${multisig.pub_keys.length} keys, and none of them`,
        "Write the transaction with --generate-only; then each signs: assay tx sign FILE --from KEY",
      );
    }
    const given = await password(false);
    try {
      return await unlockWallet(text, given);
    } catch {
      throw new Failure(`the password does not open "${name}"`, "Try again.");
    }
  }

  /**
   * Keeps a key; a new one without words.
   * @param plain in the clear: on a devnet only.
   */
  async add(
    name: string,
    words: string | undefined,
    plain: boolean,
    password: PasswordSource,
  ): Promise<{ readonly info: KeyInfo; readonly mnemonic: string }> {
    if (this.#storage(name) !== undefined) {
      throw new Failure(`there is a key "${name}"`, "Choose another name, or delete that one.");
    }
    if (plain && !this.isDevnet) {
      throw new UsageError(
        `${this.#home} is no devnet's home`,
        "Leave --plain out: keys are encrypted elsewhere.",
      );
    }
    const options = { prefix: this.#prefix };
    const wallet = words === undefined ? await createWallet(options) : await importWallet(words, options);
    const { address, pubkey } = await firstAccount(wallet);
    const pub_key = toBase64(pubkey);
    if (plain) await writeAtomically(this.#path(name, "plain"), wallet.mnemonic);
    else {
      const serialized = JSON.parse(await lockWallet(wallet, await password(true))) as object;
      const file = { address, pub_key, ...serialized };
      await writeAtomically(this.#path(name, "encrypted"), `${JSON.stringify(file)}\n`);
    }
    const info: KeyInfo = { name, address, storage: plain ? "plain" : "encrypted", pub_key };
    return { info, mnemonic: wallet.mnemonic };
  }

  /** Keeps several public keys as one account. @param keys names of keys here, or public keys in base64. */
  async addMultisig(name: string, threshold: number, keys: readonly string[]): Promise<KeyInfo> {
    if (this.#storage(name) !== undefined) {
      throw new Failure(`there is a key "${name}"`, "Choose another name, or delete that one.");
    }
    const pub_keys: string[] = [];
    for (const key of keys) pub_keys.push(fromBase64(key)?.length === 33 ? key : await this.#publicKey(key));
    const { multisigAddress, multisigKey } = await import("@assay/client/multisig");
    const address = multisigAddress(
      multisigKey(
        threshold,
        pub_keys.map((key) => fromBase64(key)!),
      ),
      this.#prefix,
    );
    const file: MultisigFile = { type: "multisig", address, threshold, pub_keys };
    await writeAtomically(this.#path(name, "encrypted"), `${JSON.stringify(file)}\n`);
    return { name, address, storage: "multisig" };
  }

  async #publicKey(name: string): Promise<string> {
    const { pub_key } = await this.info(name);
    if (pub_key !== undefined) return pub_key;
    throw new Failure(
      `the public key of "${name}" is not kept here`,
      "Give the public key itself, in base64.",
    );
  }

  /** The keys of the account with this address; undefined where none is kept here. */
  async multisigOf(address: string): Promise<MultisigKey | undefined> {
    for (const name of this.names()) {
      if (this.#storage(name) !== "encrypted") continue;
      const { multisig } = this.#encrypted(name);
      if (multisig?.address !== address) continue;
      const { multisigKey } = await import("@assay/client/multisig");
      return multisigKey(
        multisig.threshold,
        multisig.pub_keys.map((key) => fromBase64(key) ?? new Uint8Array(0)),
      );
    }
    return undefined;
  }

  async delete(name: string): Promise<void> {
    rmSync(this.#path(name, this.#must(name)));
    await syncFolder(this.#folder);
  }
}

function checkName(name: string): void {
  if (!/^[a-z0-9-]{1,32}$/.test(name) || RESERVED.includes(name)) {
    throw new UsageError(`"${name}" is no name of a key`, "Use 1 to 32 of a-z, 0-9 and hyphen.");
  }
}
