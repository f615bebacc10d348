/**
 * A transfer from its bytes: envelope, body, fee and signer, message, key. Ours is strict; the others take any spelling.
 *
 * @module
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/secp256k1/keys";
import { AuthInfo, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import protobuf from "protobufjs";
import { root } from "./bundles.ts";
import { Load } from "./load.ts";
import { interleaved, usPerCall } from "./measure.ts";

export interface DecodeFigures {
  readonly txBytes: number;
  readonly strictUs: number;
  readonly protobufjsUs: number;
  /** Of protobufjs, made strict: encoded again and compared. */
  readonly protobufjsStrictUs: number;
  readonly cosmjsUs: number;
}

export interface DecodeSizes {
  readonly txs: number;
  readonly rounds: number;
}

interface Decoder {
  decode(bytes: Uint8Array): unknown;
}
interface Decoders {
  readonly raw: Decoder;
  readonly body: Decoder;
  readonly auth: Decoder;
  readonly send: Decoder;
  readonly key: Decoder;
}
interface Raw {
  readonly bodyBytes: Uint8Array;
  readonly authInfoBytes: Uint8Array;
}
interface Body {
  readonly messages: readonly { readonly value: Uint8Array }[];
}
interface Auth {
  readonly signerInfos: readonly { readonly publicKey: { readonly value: Uint8Array } }[];
}

function decodeBy({ raw, body, auth, send, key }: Decoders, bytes: Uint8Array): unknown {
  const { bodyBytes, authInfoBytes } = raw.decode(bytes) as Raw;
  const { messages } = body.decode(bodyBytes) as Body;
  const { signerInfos } = auth.decode(authInfoBytes) as Auth;
  key.decode(signerInfos[0]!.publicKey.value);
  return send.decode(messages[0]!.value);
}

function strict(bytes: Uint8Array): unknown {
  const { bodyBytes, authInfoBytes } = TxRaw.fromBytesStrict(bytes);
  const { messages } = TxBody.fromBytesStrict(bodyBytes);
  const { signerInfos } = AuthInfo.fromBytesStrict(authInfoBytes);
  PubKey.fromBytesStrict(signerInfos[0]!.publicKey!.value);
  return MsgSend.fromBytesStrict(messages[0]!.value);
}

/** By reflection on our own .proto files, which makes code for each type. */
function protobufjsTypes(): Record<keyof Decoders, protobuf.Type> {
  const files = new protobuf.Root();
  files.resolvePath = (_, target) => join(root, "proto", target);
  files.loadSync([
    "cosmos/tx/v1beta1/tx.proto",
    "cosmos/bank/v1beta1/tx.proto",
    "cosmos/crypto/secp256k1/keys.proto",
  ]);
  return {
    raw: files.lookupType("cosmos.tx.v1beta1.TxRaw"),
    body: files.lookupType("cosmos.tx.v1beta1.TxBody"),
    auth: files.lookupType("cosmos.tx.v1beta1.AuthInfo"),
    send: files.lookupType("cosmos.bank.v1beta1.MsgSend"),
    key: files.lookupType("cosmos.crypto.secp256k1.PubKey"),
  };
}

/** Each part encoded again and compared: what it takes to be strict without a decoder that is. */
function comparing(types: Record<keyof Decoders, protobuf.Type>): Decoders {
  const strictly = (type: protobuf.Type): Decoder => ({
    decode(bytes) {
      const message = type.decode(bytes);
      if (Buffer.compare(type.encode(message).finish(), bytes) !== 0) throw new Error("another spelling");
      return message;
    },
  });
  return {
    raw: strictly(types.raw),
    body: strictly(types.body),
    auth: strictly(types.auth),
    send: strictly(types.send),
    key: strictly(types.key),
  };
}

/** The version that our client uses. */
function cosmjsTypes(): Decoders {
  const load = createRequire(join(root, "client", "package.json"));
  return {
    raw: load("cosmjs-types/cosmos/tx/v1beta1/tx").TxRaw,
    body: load("cosmjs-types/cosmos/tx/v1beta1/tx").TxBody,
    auth: load("cosmjs-types/cosmos/tx/v1beta1/tx").AuthInfo,
    send: load("cosmjs-types/cosmos/bank/v1beta1/tx").MsgSend,
    key: load("cosmjs-types/cosmos/crypto/secp256k1/keys").PubKey,
  };
}

export function benchDecode({ txs, rounds }: DecodeSizes): DecodeFigures {
  const load = new Load("assay-bench", 100);
  const signed = load.sign(100).map(({ bytes }) => bytes);
  const types = protobufjsTypes();
  const comparer = comparing(types);
  const cosmjs = cosmjsTypes();
  const run = (decode: (bytes: Uint8Array) => unknown) => () =>
    usPerCall(txs, (i) => decode(signed[i % signed.length]!));
  const runs = {
    strictUs: run(strict),
    protobufjsUs: run((bytes) => decodeBy(types, bytes)),
    protobufjsStrictUs: run((bytes) => decodeBy(comparer, bytes)),
    cosmjsUs: run((bytes) => decodeBy(cosmjs, bytes)),
  };
  // A first turn each to be compiled.
  interleaved(1, runs);
  return { txBytes: signed[0]!.length, ...interleaved(rounds, runs) };
}
