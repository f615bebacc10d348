/** Transactions signed as CosmJS's amino signers and multisig tools do it. */

import { sha256 } from "@assay/primitives/hash";
import { toAmino } from "@assay/proto/amino/message";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/secp256k1/keys";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { AuthInfo, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import type { MessageType } from "@assay/proto/wire/message-type";
import {
  createMultisigThresholdPubkey,
  encodeSecp256k1Pubkey,
  type MultisigThresholdPubkey,
  makeSignDoc,
  pubkeyToAddress,
  type StdFee,
  serializeSignDoc,
} from "@cosmjs/amino";
import { encodePubkey } from "@cosmjs/proto-signing";
import { makeMultisignedTxBytes } from "@cosmjs/stargate";
import type { TestApp } from "./app-harness.ts";
import { signDigestWith, type TestSigner } from "./keys.ts";

export interface TypedMessage {
  readonly type: MessageType<object>;
  readonly value: object;
}

/** A message, for the amino signers below. */
export const typed = <T extends object>(type: MessageType<T>, value: T): TypedMessage => ({
  type: type as unknown as MessageType<object>,
  value,
});

export interface AminoOptions {
  readonly fee?: StdFee;
  readonly memo?: string;
  readonly timeoutHeight?: bigint;
  readonly chainId?: string;
  readonly accountNumber?: number;
  readonly sequence?: number;
}

const plainFee: StdFee = { amount: [{ denom: "uassay", amount: "25000" }], gas: "1000000" };

/** The bytes that an account's signers sign. */
async function documentOf(
  chain: TestApp,
  address: string,
  messages: readonly TypedMessage[],
  options: AminoOptions,
): Promise<Uint8Array> {
  const account = await chain.account({ address } as TestSigner);
  return serializeSignDoc(
    makeSignDoc(
      messages.map(({ type, value }) => toAmino(type, value)!),
      options.fee ?? plainFee,
      options.chainId ?? chain.chainId,
      options.memo ?? "",
      options.accountNumber ?? Number(account.accountNumber),
      options.sequence ?? Number(account.sequence),
      options.timeoutHeight,
    ),
  );
}

function bodyOf(messages: readonly TypedMessage[], options: AminoOptions): Uint8Array {
  return TxBody.toBytes(
    TxBody.fromPartial({
      messages: messages.map(({ type, value }) => ({ typeUrl: type.typeUrl, value: type.toBytes(value) })),
      memo: options.memo ?? "",
      timeoutHeight: options.timeoutHeight ?? 0n,
    }),
  );
}

/** Signed by one key. */
export async function aminoTx(
  chain: TestApp,
  signer: TestSigner,
  messages: readonly TypedMessage[],
  options: AminoOptions = {},
): Promise<Uint8Array> {
  const fee = options.fee ?? plainFee;
  const authInfo = AuthInfo.fromPartial({
    signerInfos: [
      {
        publicKey: signer.pubKey,
        modeInfo: { single: { mode: SignMode.SIGN_MODE_LEGACY_AMINO_JSON } },
        sequence: BigInt(options.sequence ?? (await chain.account(signer)).sequence),
      },
    ],
    fee: {
      amount: fee.amount.map((coin) => ({ ...coin })),
      gasLimit: BigInt(fee.gas),
      payer: fee.payer ?? "",
      granter: fee.granter ?? "",
    },
  });
  const doc = await documentOf(chain, signer.address, messages, options);
  return TxRaw.toBytes({
    bodyBytes: bodyOf(messages, options),
    authInfoBytes: AuthInfo.toBytes(authInfo),
    signatures: [signDigestWith(signer, sha256(doc))],
  });
}

export interface Multisig {
  readonly key: MultisigThresholdPubkey;
  readonly any: Any;
  readonly address: string;
  readonly signers: readonly TestSigner[];
}

/** As CosmJS makes it, keys in the given order. */
export function multisig(chain: TestApp, threshold: number, signers: readonly TestSigner[]): Multisig {
  const keys = signers.map(({ pubKey }) => encodeSecp256k1Pubkey(PubKey.fromBytes(pubKey.value).key));
  const key = createMultisigThresholdPubkey(keys, threshold, true);
  const { typeUrl, value } = encodePubkey(key);
  return { key, any: { typeUrl, value }, address: pubkeyToAddress(key, chain.prefix), signers };
}

/** Signed by some of its keys, put together by CosmJS. */
export async function multisigTx(
  chain: TestApp,
  account: Multisig,
  by: readonly TestSigner[],
  messages: readonly TypedMessage[],
  options: AminoOptions = {},
): Promise<Uint8Array> {
  const digest = sha256(await documentOf(chain, account.address, messages, options));
  const sequence =
    options.sequence ?? Number((await chain.account({ address: account.address } as TestSigner)).sequence);
  return makeMultisignedTxBytes(
    account.key,
    sequence,
    options.fee ?? plainFee,
    bodyOf(messages, options),
    new Map(by.map((signer) => [signer.address, signDigestWith(signer, digest)])),
  );
}
