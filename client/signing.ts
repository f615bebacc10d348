/**
 * A client that sends: it estimates, signs, hands over, and waits for the block.
 *
 * @module
 */

import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { fromBase64 } from "@assay/proto/wire/base64";
import type { AccountData, OfflineSigner } from "@cosmjs/proto-signing";
import { BASE_DENOM, feeFor, type GasPrice, parseGasPrice, type StdFee } from "./amount.ts";
import { AssayClient, type ClientOptions } from "./client.ts";
import type { IndexedTx } from "./comet.ts";
import type { EncodeObject } from "./encode-object.ts";
import type { Endpoint } from "./endpoint.ts";
import { AssayError, clientError, expectedSequence } from "./errors.ts";
import { send } from "./modules/bank/messages.ts";
import { SequenceQueue } from "./sequence.ts";
import { aminoDocument, type SignerData, signAmino } from "./sign-amino.ts";
import { authInfoBytes, bodyBytes, plainKey, rawTx, signDoc, txHash } from "./tx.ts";

export interface SigningOptions extends ClientOptions {
  /** Price of a unit of gas. Default `0.025uassay`. */
  readonly gasPrice?: string;
  /** A fee's gas limit is the estimate times this, in hundredths. Default 140, as CosmJS's. */
  readonly gasPercent?: number;
}

/** Where a transaction is. `signing` comes again where it is signed again with another sequence. */
export type TxState =
  | { readonly state: "estimating" }
  | { readonly state: "signing" }
  | { readonly state: "signed"; readonly hash: string }
  | { readonly state: "sent"; readonly hash: string }
  | { readonly state: "included"; readonly hash: string; readonly height: number }
  | { readonly state: "failed"; readonly error: unknown };

export interface SendOptions {
  readonly memo?: string;
  /** `auto`: estimated. */
  readonly fee?: StdFee | "auto";
  /** Last block that may hold it; none by default. */
  readonly timeoutHeight?: number;
  /** How long to wait for the block. Default 60,000. */
  readonly timeoutMs?: number;
  readonly onState?: (state: TxState) => void;
  /** Awaited between signature and hand-over: what is written here is there if all else is lost. */
  readonly beforeBroadcast?: (hash: string) => Promise<void>;
}

/** CosmJS's name and fields. */
export interface DeliverTxResponse extends Omit<IndexedTx, "hash" | "tx"> {
  readonly transactionHash: string;
}

function delivered(tx: IndexedTx): DeliverTxResponse {
  const { hash, tx: _bytes, ...rest } = tx;
  return { ...rest, transactionHash: hash };
}

export class SigningAssayClient extends AssayClient {
  readonly signer: OfflineSigner;
  readonly gasPrice: GasPrice;
  readonly #gasPercent: bigint;
  readonly #sequences: SequenceQueue;

  protected constructor(endpoint: string | Endpoint, signer: OfflineSigner, options: SigningOptions) {
    super(endpoint, options);
    this.signer = signer;
    this.gasPrice = parseGasPrice(options.gasPrice ?? `0.025${BASE_DENOM}`);
    this.#gasPercent = BigInt(options.gasPercent ?? 140);
    this.#sequences = new SequenceQueue((address) => this.getSequence(address));
  }

  /** A client that has said hello. @throws AssayError (client, unreachable) where nobody answers. */
  static async connectWithSigner(
    endpoint: string | Endpoint,
    signer: OfflineSigner,
    options: SigningOptions = {},
  ): Promise<SigningAssayClient> {
    const client = new SigningAssayClient(endpoint, signer, options);
    await client.getChainId();
    return client;
  }

  /** A client that says nothing until it is asked. */
  static createWithSigner(
    endpoint: string | Endpoint,
    signer: OfflineSigner,
    options: SigningOptions = {},
  ): SigningAssayClient {
    return new SigningAssayClient(endpoint, signer, options);
  }

  async #key(address: string): Promise<AccountData> {
    const account = (await this.signer.getAccounts()).find((a) => a.address === address);
    if (account === undefined) throw clientError("noKey", address);
    return account;
  }

  /**
   * Gas that the messages would use now.
   * @param publicKey of an account that is none of this signer's: what a key costs is then known too.
   * @throws AssayError with the ledger's code where they would fail.
   */
  async simulate(
    address: string,
    messages: readonly EncodeObject[],
    memo = "",
    publicKey?: Any,
  ): Promise<number> {
    const key = publicKey ?? plainKey((await this.#key(address)).pubkey);
    const { sequence } = await this.#sequences.peek(address);
    const body = bodyBytes(messages, { memo });
    try {
      return await this.#simulate(body, key, sequence);
    } catch (error) {
      const expected = expectedSequence(error);
      if (expected === undefined) throw error;
      return await this.#simulate(body, key, expected);
    }
  }

  async #simulate(body: Uint8Array, key: Any, sequence: number): Promise<number> {
    const noFee = { amount: [], gas: "0" };
    const auth = authInfoBytes(key, sequence, noFee, SignMode.SIGN_MODE_UNSPECIFIED);
    const { gasInfo } = await this.query.tx.simulate(rawTx(body, auth, new Uint8Array(0)));
    if (gasInfo === undefined) throw clientError("badAnswer", "no gas in the answer");
    return Number(gasInfo.gasUsed);
  }

  /** The fee that `auto` would pay. */
  async estimateFee(
    address: string,
    messages: readonly EncodeObject[],
    memo = "",
    publicKey?: Any,
  ): Promise<StdFee> {
    const gas = BigInt(await this.simulate(address, messages, memo, publicKey));
    return feeFor((gas * this.#gasPercent + 99n) / 100n, this.gasPrice);
  }

  /**
   * Signed bytes for one sequence, sent nowhere. A signer that can sign the bytes themselves does; another one, such as a
   * hardware wallet, signs their amino JSON.
   */
  async sign(
    address: string,
    messages: readonly EncodeObject[],
    fee: StdFee,
    signerData: SignerData,
    options: { readonly memo?: string; readonly timeoutHeight?: number } = {},
  ): Promise<Uint8Array> {
    const { pubkey } = await this.#key(address);
    const { signer } = this;
    const key = plainKey(pubkey);
    const chainId = await this.getChainId();
    if (!("signDirect" in signer)) {
      return signAmino(signer, address, key, aminoDocument(messages, fee, chainId, signerData, options));
    }
    const auth = authInfoBytes(key, signerData.sequence, fee);
    const doc = signDoc(bodyBytes(messages, options), auth, chainId, signerData.accountNumber);
    const { signed, signature } = await signer.signDirect(address, doc);
    const bytes = fromBase64(signature.signature);
    if (bytes === undefined) throw clientError("invalid", "the signer's signature is not base64");
    // A wallet may have changed the fee: what it signed counts.
    return rawTx(signed.bodyBytes, signed.authInfoBytes, bytes);
  }

  /**
   * Signs, sends, and waits for the block. One account's calls may overlap: they get one sequence after the other.
   * @throws AssayError with the ledger's code where it refuses the transaction or it fails in its block, and with
   *   `notIncluded` where no block held it in time.
   */
  async signAndBroadcast(
    address: string,
    messages: readonly EncodeObject[],
    options: SendOptions = {},
  ): Promise<DeliverTxResponse> {
    const report = (state: TxState): void => options.onState?.(state);
    try {
      for (let attempt = 1; ; attempt++) {
        const hash = await this.#send(address, messages, options, report);
        const tx = await this.waitForTx(
          hash,
          options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs },
        );
        if (tx.code === 0) {
          report({ state: "included", hash, height: tx.height });
          return delivered(tx);
        }
        const error = new AssayError({
          codespace: tx.codespace,
          code: tx.code,
          log: tx.rawLog,
          txHash: hash,
        });
        // One before it fell out of the queue; nothing of this one was kept, not even its fee.
        if (error.is("sdk", 32) && attempt === 1) {
          this.#sequences.forget(address);
          continue;
        }
        throw error;
      }
    } catch (error) {
      report({ state: "failed", error });
      throw error;
    }
  }

  /** Signs and hands over, and does not wait for the block. Returns the hash. */
  signAndBroadcastSync(
    address: string,
    messages: readonly EncodeObject[],
    options: SendOptions = {},
  ): Promise<string> {
    return this.#send(address, messages, options, (state) => options.onState?.(state));
  }

  #send(
    address: string,
    messages: readonly EncodeObject[],
    options: SendOptions,
    report: (state: TxState) => void,
  ): Promise<string> {
    return this.#sequences.next(address, async (account) => {
      let fee = options.fee ?? "auto";
      if (fee === "auto") {
        report({ state: "estimating" });
        fee = await this.estimateFee(address, messages, options.memo);
      }
      report({ state: "signing" });
      const bytes = await this.sign(address, messages, fee, account, options);
      const hash = txHash(bytes);
      report({ state: "signed", hash });
      await options.beforeBroadcast?.(hash);
      await this.broadcastTxSync(bytes);
      report({ state: "sent", hash });
      return hash;
    });
  }

  sendTokens(
    from: string,
    to: string,
    amount: readonly { readonly denom: string; readonly amount: string }[],
    options: SendOptions = {},
  ): Promise<DeliverTxResponse> {
    return this.signAndBroadcast(from, [send({ from, to, amount: [...amount] })], options);
  }
}
