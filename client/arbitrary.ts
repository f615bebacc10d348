/**
 * Off-chain signatures (ADR-36, a wallet's `signArbitrary`): somebody shows that an account is theirs. They name no
 * chain, no sequence and no fee, so no ledger ever takes one for a transaction.
 *
 * @module
 */
import { sha256 } from "@assay/primitives/hash";
import type { AminoFields } from "@assay/proto/amino/message";
import { aminoSignBytes } from "@assay/proto/amino/sign-doc";
import { fromBase64, toBase64 } from "@assay/proto/wire/base64";
import { stringToUtf8 } from "@assay/proto/wire/utf8";
import { pubkeyToAddress, type StdSignature } from "@cosmjs/amino";
import { Secp256k1, Secp256k1Signature } from "@cosmjs/crypto";

/** What a wallet signs for `signArbitrary(chainId, signer, data)`. */
export function arbitraryDocument(signer: string, data: string | Uint8Array): AminoFields {
  const bytes = typeof data === "string" ? stringToUtf8(data) : data;
  return {
    chain_id: "",
    account_number: "0",
    sequence: "0",
    fee: { gas: "0", amount: [] },
    msgs: [{ type: "sign/MsgSignData", value: { signer, data: toBase64(bytes) } }],
    memo: "",
  };
}

/**
 * Whether the account's own key signed the data. Say in the data what it is for, and until when: a signature has no
 * other bound. False for other kinds of keys, and for anything malformed.
 */
export async function verifyArbitrary(
  signer: string,
  data: string | Uint8Array,
  { pub_key, signature }: StdSignature,
): Promise<boolean> {
  const key = pub_key.type === "tendermint/PubKeySecp256k1" ? fromBase64(String(pub_key.value)) : undefined;
  const bytes = fromBase64(signature);
  if (key?.length !== 33 || bytes?.length !== 64) return false;
  try {
    const prefix = signer.slice(0, signer.lastIndexOf("1"));
    if (pubkeyToAddress(pub_key, prefix) !== signer) return false;
    const digest = sha256(aminoSignBytes(arbitraryDocument(signer, data)));
    return await Secp256k1.verifySignature(Secp256k1Signature.fromFixedLength(bytes), digest, key);
  } catch {
    return false;
  }
}
