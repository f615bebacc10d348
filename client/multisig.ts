/**
 * Accounts of several keys: their address, and one transaction of what each of them signed. All sign the same document
 * (`aminoDocument`), each where its key is.
 *
 * @module
 */
import { sha256 } from "@assay/primitives/hash";
import type { AminoFields } from "@assay/proto/amino/message";
import { aminoSignBytes } from "@assay/proto/amino/sign-doc";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { fromBase64 } from "@assay/proto/wire/base64";
import {
  createMultisigThresholdPubkey,
  encodeSecp256k1Pubkey,
  type MultisigThresholdPubkey,
  pubkeyToAddress,
  type StdSignature,
  type StdSignDoc,
} from "@cosmjs/amino";
import { Secp256k1, Secp256k1Signature } from "@cosmjs/crypto";
import { encodePubkey } from "@cosmjs/proto-signing";
import { makeMultisignedTxBytes } from "@cosmjs/stargate";
import type { EncodeObject } from "./encode-object.ts";
import { clientError } from "./errors.ts";
import { aminoDocument, documentBody } from "./sign-amino.ts";
import type { SigningAssayClient } from "./signing.ts";
import { authInfoBytes, plainKey, rawTx } from "./tx.ts";

/** CosmJS's form of it. */
export type MultisigKey = MultisigThresholdPubkey;

/** What all signers sign, and for which account. */
export interface UnsignedTx {
  /** Address. */
  readonly signer: string;
  readonly document: StdSignDoc;
}

/**
 * Writes down what the account's keys are to sign, with a fee for it.
 * @param key the account's, of several keys or of one (33 bytes).
 * @throws AssayError with the ledger's code where the messages would fail.
 */
export async function unsignedTx(
  client: SigningAssayClient,
  signer: string,
  messages: readonly EncodeObject[],
  key: MultisigKey | Uint8Array,
): Promise<UnsignedTx> {
  const chainId = await client.getChainId();
  const account = await client.getSequence(signer);
  const publicKey = key instanceof Uint8Array ? plainKey(key) : encodePubkey(key);
  const fee = await client.estimateFee(signer, messages, "", publicKey);
  return { signer, document: aminoDocument(messages, fee, chainId, account) };
}

/**
 * A key of several keys, in the order of their addresses, as other Cosmos tools make it.
 * @param publicKeys compressed secp256k1, 33 bytes each.
 * @throws AssayError (client, invalid) for a threshold that is none, more than 7 keys, or what is no key.
 */
export function multisigKey(threshold: number, publicKeys: readonly Uint8Array[]): MultisigKey {
  if (
    !Number.isInteger(threshold) ||
    threshold < 1 ||
    threshold > publicKeys.length ||
    publicKeys.length > 7
  ) {
    throw clientError("invalid", `${threshold} of ${publicKeys.length} keys: the ledger takes at most 7`);
  }
  try {
    return createMultisigThresholdPubkey(publicKeys.map(encodeSecp256k1Pubkey), threshold);
  } catch (error) {
    throw clientError("invalid", (error as Error).message, error);
  }
}

/** Whose account it is. */
export const multisigAddress = (key: MultisigKey, prefix: string): string => pubkeyToAddress(key, prefix);

/** The 33 bytes. @throws AssayError (client, invalid) for another kind of key. */
function keyOf({ pub_key }: StdSignature): Uint8Array {
  const key = pub_key.type === "tendermint/PubKeySecp256k1" ? fromBase64(String(pub_key.value)) : undefined;
  if (key?.length !== 33) throw clientError("invalid", `the signature's key is a ${pub_key.type}`);
  return key;
}

/** @throws AssayError (client, invalid) where the key did not sign this document. */
async function verified(signed: StdSignature, document: StdSignDoc, prefix: string): Promise<Uint8Array> {
  const key = keyOf(signed);
  const signature = fromBase64(signed.signature);
  const digest = sha256(aminoSignBytes(document as unknown as AminoFields));
  const holds =
    signature?.length === 64 &&
    (await Secp256k1.verifySignature(Secp256k1Signature.fromFixedLength(signature), digest, key));
  if (!holds) {
    const whose = pubkeyToAddress(signed.pub_key, prefix);
    throw clientError(
      "invalid",
      `the signature of ${whose} is not of this document: it has to be signed again`,
    );
  }
  return signature;
}

/**
 * Bytes to broadcast.
 * @param key of the signer, where it is of several keys.
 * @throws AssayError (client, invalid) where a signature does not hold, is of nobody who may sign, or too few do.
 */
export async function assembleTx(
  { signer, document }: UnsignedTx,
  signatures: readonly StdSignature[],
  key: MultisigKey | undefined,
): Promise<Uint8Array> {
  const prefix = signer.slice(0, signer.lastIndexOf("1"));
  const body = documentBody(document);
  const sequence = Number(document.sequence);
  const valid = new Map<string, { readonly key: Uint8Array; readonly signature: Uint8Array }>();
  for (const signed of signatures) {
    const signature = await verified(signed, document, prefix);
    valid.set(pubkeyToAddress(signed.pub_key, prefix), { key: keyOf(signed), signature });
  }
  if (key === undefined) {
    const own = valid.get(signer);
    if (own === undefined) throw clientError("invalid", `no signature of ${signer}`);
    const mode = SignMode.SIGN_MODE_LEGACY_AMINO_JSON;
    return rawTx(body, authInfoBytes(plainKey(own.key), sequence, document.fee, mode), own.signature);
  }
  const may = new Set(key.value.pubkeys.map((one) => pubkeyToAddress(one, prefix)));
  const given = new Map([...valid].filter(([address]) => may.has(address)));
  const strangers = [...valid.keys()].filter((address) => !may.has(address));
  if (strangers.length > 0)
    throw clientError("invalid", `${strangers.join(", ")} is none of the account's keys`);
  if (given.size < Number(key.value.threshold)) {
    throw clientError("invalid", `${given.size} of ${key.value.threshold} signatures`);
  }
  const bytes = new Map([...given].map(([address, { signature }]) => [address, signature]));
  return makeMultisignedTxBytes(key, sequence, document.fee, body, bytes);
}
