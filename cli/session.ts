/**
 * What a command works with: settings, output, and a client made when it is needed. Heavy packages are loaded here, at
 * the first use, so that `--help` does not wait for them.
 *
 * @module
 */
import { join } from "node:path";
import type { StdFee } from "@assay/client/amount";
import type { AssayClient } from "@assay/client/client";
import type { EncodeObject } from "@assay/client/encode-object";
import type { MultisigKey } from "@assay/client/multisig";
import type { PendingStore } from "@assay/client/pending";
import type { DeliverTxResponse, SigningAssayClient } from "@assay/client/signing";
import { fromBase64 } from "@assay/proto/wire/base64";
import type { Json } from "@assay/proto/wire/json";
import { Failure } from "./failure.ts";
import type { Output } from "./output.ts";
import { askPassword, confirm } from "./prompt.ts";
import type { Settings } from "./settings.ts";

export interface Signer {
  readonly client: SigningAssayClient;
  readonly address: string;
  readonly name: string;
}

export class Session {
  readonly settings: Settings;
  readonly out: Output;
  #client: AssayClient | undefined;
  #denom: string | undefined;

  constructor(settings: Settings, out: Output) {
    this.settings = settings;
    this.out = out;
  }

  /** @throws AssayError (client, unreachable) where no node answers. */
  async client(): Promise<AssayClient> {
    if (this.#client === undefined) {
      const { AssayClient } = await import("@assay/client/client");
      this.#client = await AssayClient.connect(this.settings.node);
    }
    return this.#client;
  }

  /** Base denom of stakes. */
  async denom(): Promise<string> {
    this.#denom ??= (await (await this.client()).query.data.params()).stakeDenom;
    return this.#denom;
  }

  /** The password of a key: from the file, or asked. */
  readonly password = async (twice: boolean): Promise<string> => {
    const password = await askPassword(this.settings.passwordFile, twice);
    this.out.talk(twice ? "Encrypting (some seconds)" : "Unlocking (some seconds)");
    return password;
  };

  /** A key of the home, opened, at the node; one that can only be named where nothing is signed. */
  async signer(name: string): Promise<Signer> {
    const { KeyStore } = await import("./keys/key-store.ts");
    const { SigningAssayClient } = await import("@assay/client/signing");
    // The node first: nobody types a password for nothing.
    const gasPrice = this.settings.gasPrice ?? `0.025${await this.denom()}`;
    if (this.settings.generateOnly) {
      const address = await this.address(name);
      const nobody = {
        getAccounts: async () => [],
        signAmino: () => Promise.reject(new Error("nothing is signed")),
      };
      return {
        client: SigningAssayClient.createWithSigner(this.settings.node, nobody, { gasPrice }),
        address,
        name,
      };
    }
    const wallet = await new KeyStore(this.settings.home, this.settings.prefix).open(name, this.password);
    const [account] = await wallet.getAccounts();
    const client = await SigningAssayClient.connectWithSigner(this.settings.node, wallet, { gasPrice });
    return { client, address: account!.address, name };
  }

  /** For an estimate: what the ledger knows of the account, or else the home. */
  async #publicKeyOf({ address, client, name }: Signer): Promise<MultisigKey | Uint8Array> {
    const { KeyStore } = await import("./keys/key-store.ts");
    const keys = new KeyStore(this.settings.home, this.settings.prefix);
    const known = (await keys.multisigOf(address)) ?? (await client.getAccount(address))?.pubkey;
    if (known !== undefined && known !== null) return known;
    const own = name === address ? undefined : fromBase64((await keys.info(name)).pub_key ?? "");
    if (own !== undefined && own.length > 0) return own;
    throw new Failure(
      `the public key of ${address} is not known`,
      "Name a key that is kept here: assay keys multisig, or assay keys import",
    );
  }

  /** An address, or the name of a key of the home. */
  async address(nameOrAddress: string): Promise<string> {
    if (nameOrAddress.startsWith(`${this.settings.prefix}1`)) return nameOrAddress;
    const { KeyStore } = await import("./keys/key-store.ts");
    return (await new KeyStore(this.settings.home, this.settings.prefix).info(nameOrAddress)).address;
  }

  /** Where what is sealed waits to be shown; tells if something does. */
  async pending(): Promise<PendingStore> {
    const { FilePendingStore } = await import("@assay/devnet/pending-file");
    const store = new FilePendingStore(join(this.settings.home, "pending"));
    const waiting = (await store.list()).length;
    if (waiting > 0)
      this.out.talk(`Sealed and not shown yet: ${waiting}. Show it in time: assay dataset resume`);
    return store;
  }

  /** Shows what will be signed, asks, signs, sends and waits. Undefined where it was only written down. */
  async send(
    signer: Signer,
    messages: readonly EncodeObject[],
    preview: readonly string[],
  ): Promise<DeliverTxResponse | undefined> {
    const { feeText } = await import("./preview.ts");
    if (this.settings.generateOnly) {
      const { unsignedTx } = await import("@assay/client/multisig");
      const key = await this.#publicKeyOf(signer);
      const unsigned = await unsignedTx(signer.client, signer.address, messages, key);
      for (const line of preview) this.out.talk(line);
      this.out.talk(
        `Fee: ${feeText(unsigned.document.fee)}. Nothing is signed; next: assay tx sign FILE --from KEY`,
      );
      this.out.data(unsigned as unknown as Json, () => JSON.stringify(unsigned, null, 2));
      return undefined;
    }
    const fee: StdFee = await signer.client.estimateFee(signer.address, messages);
    for (const line of preview) this.out.talk(line);
    this.out.talk(`Fee: ${feeText(fee)}. Signed by ${signer.name} (${signer.address}).`);
    await confirm("Sign and send?", this.settings.yes);
    return await signer.client.signAndBroadcast(signer.address, messages, {
      fee,
      onState: (state) => {
        if (state.state === "sent") this.out.talk(`Sent ${state.hash}, waiting for a block`);
      },
    });
  }
}
