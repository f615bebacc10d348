/**
 * Bytes to transaction: strictly, once. What is decided here is a function of the bytes and of genesis alone, so the
 * result may be kept from CheckTx to FinalizeBlock.
 *
 * @module
 */
import type { ChainInfo } from "@assay/kernel/context";
import { CodedError, sdkErrors } from "@assay/kernel/errors";
import { addressFromBech32 } from "@assay/primitives/address";
import { equal } from "@assay/primitives/bytes";
import { AuthInfo, type Fee, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { WireError } from "@assay/proto/wire/errors";
import type { MessageType } from "@assay/proto/wire/message-type";
import { txId } from "../abci/tx-id.ts";
import { CACHED_TX_BYTES, CACHED_TXS, MAX_TX_BYTES } from "./limits.ts";
import type { MessageRoute, Router } from "./router.ts";
import type { AccountChecks } from "./sign-doc.ts";

export interface TxMessage {
  readonly route: MessageRoute;
  readonly value: object;
}

export interface Signer {
  readonly text: string;
  readonly address: Uint8Array;
}

export interface Tx {
  /** sha256 of the whole, one character a byte. */
  readonly id: string;
  /** Length of the whole in bytes. */
  readonly size: number;
  readonly body: TxBody;
  readonly authInfo: AuthInfo;
  readonly fee: Fee;
  readonly bodyBytes: Uint8Array;
  readonly authInfoBytes: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  readonly messages: readonly TxMessage[];
  /** Who must sign: the messages' signers in order, each once, then the fee's payer if it is another. */
  readonly signers: readonly Signer[];
  readonly feePayer: Signer | undefined;
  /** What was last asked about each signer's signature: a memory of `sign-doc.ts`, which decides nothing. */
  readonly checks: (AccountChecks | undefined)[];
}

const noFee: Fee = { amount: [], gasLimit: 0n, payer: "", granter: "" };

/** @throws sdk/2 where the bytes are not this message's one spelling. */
function decode<T extends object>(type: MessageType<T>, bytes: Uint8Array): T {
  try {
    return type.fromBytesStrict(bytes);
  } catch (error) {
    if (error instanceof WireError) throw sdkErrors.txDecode(`${type.typeName}: ${error.message}`);
    throw error;
  }
}

/** `gas_wanted` of a transaction's result is an int64 (tendermint.abci.ExecTxResult). */
const MAX_GAS_WANTED = (1n << 63n) - 1n;

function signerOf(text: string, chain: ChainInfo): Signer {
  const address = addressFromBech32(text, chain.bech32Prefix);
  if (address === undefined) {
    throw sdkErrors.invalidAddress(`"${text.slice(0, 100)}" is no ${chain.bech32Prefix} address`);
  }
  return { text, address };
}

function decodeTx(id: string, bytes: Uint8Array, router: Router, chain: ChainInfo): Tx {
  if (bytes.length > router.maxTxBytes) {
    throw sdkErrors.txTooLarge(`${bytes.length} bytes, at most ${router.maxTxBytes}`);
  }
  const raw = decode(TxRaw, bytes);
  const body = decode(TxBody, raw.bodyBytes);
  const authInfo = decode(AuthInfo, raw.authInfoBytes);
  const gasLimit = authInfo.fee?.gasLimit ?? 0n;
  // A result carries it as a signed number: what does not fit there must not come as far as a block's results.
  if (gasLimit > MAX_GAS_WANTED) {
    throw sdkErrors.invalidRequest(`invalid gas supplied; ${gasLimit} > ${MAX_GAS_WANTED}`);
  }
  const messages = body.messages.map((any) => {
    const route = router.messages.get(any.typeUrl);
    if (route === undefined) {
      throw sdkErrors.txDecode(`unable to resolve type URL ${any.typeUrl.slice(0, 100)}`);
    }
    return { route, value: decode(route.spec.type, any.value) };
  });
  const limit = messages.length === 1 ? (messages[0]!.route.spec.maxTxBytes ?? MAX_TX_BYTES) : MAX_TX_BYTES;
  if (bytes.length > limit) throw sdkErrors.txTooLarge(`${bytes.length} bytes, at most ${limit}`);

  const signers: Signer[] = [];
  const require = (text: string): Signer => {
    const signer = signerOf(text, chain);
    const known = signers.find(({ address }) => equal(address, signer.address));
    if (known === undefined) signers.push(signer);
    return known ?? signer;
  };
  for (const { route, value } of messages) require(route.spec.signer(value));
  const fee = authInfo.fee ?? noFee;
  const feePayer = fee.payer === "" ? signers[0] : require(fee.payer);
  return {
    id,
    size: bytes.length,
    body,
    authInfo,
    fee,
    bodyBytes: raw.bodyBytes,
    authInfoBytes: raw.authInfoBytes,
    signatures: raw.signatures,
    messages,
    signers,
    feePayer,
    checks: [],
  };
}

/** Decodes each transaction once, however often it is asked for: CheckTx, the proposal, the block. */
export class TxDecoder {
  readonly #router: Router;
  readonly #chain: ChainInfo;
  /**
   * By hash, in two generations, of which the older goes at once: a map that drops its oldest entry would walk over the
   * holes of those that it dropped before. Only what decodes is kept.
   */
  #young = new Map<string, Tx>();
  #old = new Map<string, Tx>();
  /** Of the young ones. */
  #bytes = 0;

  constructor(router: Router, chain: ChainInfo) {
    this.#router = router;
    this.#chain = chain;
  }

  /** The transaction, or why it is none: sdk/21 too large, sdk/2 malformed, sdk/18 gas past an int64, sdk/7 a signer's
   * address. */
  tryDecode(bytes: Uint8Array): Tx | CodedError {
    try {
      return this.decode(bytes);
    } catch (error) {
      if (error instanceof CodedError) return error;
      throw error;
    }
  }

  /** @throws CodedError where `tryDecode` returns it. */
  decode(bytes: Uint8Array): Tx {
    const id = txId(bytes);
    const known = this.#young.get(id) ?? this.#old.get(id);
    if (known !== undefined) return known;
    const tx = decodeTx(id, bytes, this.#router, this.#chain);
    if (this.#young.size >= CACHED_TXS / 2 || this.#bytes + tx.size > CACHED_TX_BYTES / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#bytes = 0;
    }
    this.#young.set(id, tx);
    this.#bytes += tx.size;
    return tx;
  }

  /** For transactions whose block is committed: nobody asks again, and what is kept long costs the collector most. */
  forget(txs: readonly Uint8Array[]): void {
    for (const bytes of txs) {
      const id = txId(bytes);
      const tx = this.#young.get(id);
      if (tx === undefined) this.#old.delete(id);
      else {
        this.#young.delete(id);
        this.#bytes -= tx.size;
      }
    }
  }
}
