/**
 * A transaction's bytes: built for a signature, and read back for showing.
 *
 * @module
 */

import { toHex } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/secp256k1/keys";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { AuthInfo, type Fee, type SignDoc, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import type { StdFee } from "./amount.ts";
import { type DecodedAny, fromAny, toAny } from "./codecs.ts";
import type { EncodeObject } from "./encode-object.ts";

/** Hash by which a node knows a transaction: upper hex of its bytes' sha256. */
export function txHash(txBytes: Uint8Array): string {
  return toHex(sha256(txBytes)).toUpperCase();
}

export interface BodyOptions {
  readonly memo?: string;
  /** Last block that may hold it; none by default. */
  readonly timeoutHeight?: number;
}

export function bodyBytes(messages: readonly EncodeObject[], options: BodyOptions = {}): Uint8Array {
  return TxBody.toBytes(
    TxBody.fromPartial({
      messages: messages.map(toAny),
      memo: options.memo ?? "",
      timeoutHeight: BigInt(options.timeoutHeight ?? 0),
    }),
  );
}

/** A compressed secp256k1 key, 33 bytes, as a transaction carries it. */
export const plainKey = (pubkey: Uint8Array): Any => ({
  typeUrl: PubKey.typeUrl,
  value: PubKey.toBytes({ key: pubkey }),
});

export function authInfoBytes(
  publicKey: Any,
  sequence: number,
  fee: StdFee,
  mode: SignMode = SignMode.SIGN_MODE_DIRECT,
): Uint8Array {
  return AuthInfo.toBytes(
    AuthInfo.fromPartial({
      signerInfos: [
        {
          publicKey,
          modeInfo: { single: { mode } },
          sequence: BigInt(sequence),
        },
      ],
      fee: {
        amount: fee.amount.map((c) => ({ ...c })),
        gasLimit: BigInt(fee.gas),
        payer: fee.payer ?? "",
        granter: fee.granter ?? "",
      },
    }),
  );
}

export function signDoc(
  body: Uint8Array,
  authInfo: Uint8Array,
  chainId: string,
  accountNumber: number,
): SignDoc {
  return { bodyBytes: body, authInfoBytes: authInfo, chainId, accountNumber: BigInt(accountNumber) };
}

export function rawTx(body: Uint8Array, authInfo: Uint8Array, signature: Uint8Array): Uint8Array {
  return TxRaw.toBytes({ bodyBytes: body, authInfoBytes: authInfo, signatures: [signature] });
}

export interface DecodedTx {
  readonly memo: string;
  readonly timeoutHeight: bigint;
  readonly fee: Fee | undefined;
  /** Compressed keys of those who signed, in order; empty where one is of another kind. */
  readonly signerKeys: readonly Uint8Array[];
  readonly sequences: readonly bigint[];
  /** Each as it came, and decoded where this client knows the type. */
  readonly messages: readonly { readonly any: Any; readonly decoded: DecodedAny | undefined }[];
}

/** Undefined where the bytes are no transaction: a block may hold such. */
export function decodeTx(txBytes: Uint8Array): DecodedTx | undefined {
  try {
    const raw = TxRaw.fromBytes(txBytes);
    const body = TxBody.fromBytes(raw.bodyBytes);
    const auth = AuthInfo.fromBytes(raw.authInfoBytes);
    return {
      memo: body.memo,
      timeoutHeight: body.timeoutHeight,
      fee: auth.fee,
      signerKeys: auth.signerInfos.map(({ publicKey }) =>
        publicKey?.typeUrl === PubKey.typeUrl ? PubKey.fromBytes(publicKey.value).key : new Uint8Array(0),
      ),
      sequences: auth.signerInfos.map(({ sequence }) => sequence),
      messages: body.messages.map((any) => ({ any, decoded: fromAny(any) })),
    };
  } catch {
    return undefined;
  }
}
