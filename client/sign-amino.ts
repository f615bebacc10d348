/**
 * Signing by an amino signer: it gets a document, and may hand back another one.
 *
 * @module
 */
import { type AminoFields, fromAmino, toAmino } from "@assay/proto/amino/message";
import { aminoSignDoc } from "@assay/proto/amino/sign-doc";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { fromBase64 } from "@assay/proto/wire/base64";
import { JsonShapeError } from "@assay/proto/wire/json";
import type { OfflineAminoSigner, StdSignDoc } from "@cosmjs/amino";
import type { StdFee } from "./amount.ts";
import { messageTypes } from "./codecs.ts";
import type { EncodeObject } from "./encode-object.ts";
import { clientError } from "./errors.ts";
import { authInfoBytes, type BodyOptions, bodyBytes, rawTx } from "./tx.ts";

export interface SignerData {
  readonly accountNumber: number;
  readonly sequence: number;
}

/** What every signer of the account signs. @throws AssayError (client, invalid) for a message of another ledger. */
export function aminoDocument(
  messages: readonly EncodeObject[],
  fee: StdFee,
  chainId: string,
  { accountNumber, sequence }: SignerData,
  { memo = "", timeoutHeight = 0 }: BodyOptions = {},
): StdSignDoc {
  const doc = aminoSignDoc({
    chainId,
    accountNumber: BigInt(accountNumber),
    sequence: BigInt(sequence),
    fee: {
      amount: fee.amount.map((coin) => ({ ...coin })),
      gasLimit: BigInt(fee.gas),
      payer: fee.payer ?? "",
      granter: fee.granter ?? "",
    },
    memo,
    timeoutHeight: BigInt(timeoutHeight),
    messages: messages.map(({ typeUrl, value }) => {
      const type = messageTypes.get(typeUrl);
      const amino = type && toAmino(type, type.fromPartial(value as object));
      if (amino === undefined) throw clientError("invalid", `no message ${typeUrl} on this ledger`);
      return amino;
    }),
  });
  return doc as AminoFields & StdSignDoc;
}

/**
 * The transaction of a document: what is put under the signatures.
 * @throws AssayError (client, invalid) where the document is of no messages of this ledger.
 */
export function documentBody({ msgs, memo, timeout_height = "0" }: StdSignDoc): Uint8Array {
  try {
    const messages = msgs.map((message) => fromAmino(message, (typeUrl) => messageTypes.get(typeUrl)));
    return bodyBytes(messages, { memo, timeoutHeight: Number(timeout_height) });
  } catch (error) {
    if (!(error instanceof JsonShapeError)) throw error;
    throw clientError("invalid", `the signer's document: ${error.message}`, error);
  }
}

/** Signs, and builds the transaction from what the signer says that it signed. */
export async function signAmino(
  signer: OfflineAminoSigner,
  address: string,
  publicKey: Any,
  document: StdSignDoc,
): Promise<Uint8Array> {
  const { signed, signature } = await signer.signAmino(address, document);
  const bytes = fromBase64(signature.signature);
  if (bytes === undefined) throw clientError("invalid", "the signer's signature is not base64");
  const mode = SignMode.SIGN_MODE_LEGACY_AMINO_JSON;
  return rawTx(
    documentBody(signed),
    authInfoBytes(publicKey, Number(signed.sequence), signed.fee, mode),
    bytes,
  );
}
