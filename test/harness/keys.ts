/** Keys of made-up people: the same name is always the same key. */
import { createHash } from "node:crypto";
import { addressToBech32 } from "@assay/primitives/address";
import { sha256 } from "@assay/primitives/hash";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/secp256k1/keys";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { ripemd160 } from "@noble/hashes/legacy.js";
import secp256k1 from "secp256k1";

export interface TestSigner {
  readonly name: string;
  readonly secret: Uint8Array;
  /** Raw, 20 bytes. */
  readonly bytes: Uint8Array;
  /** Bech32. */
  readonly address: string;
  readonly pubKey: Any;
}

export function testSigner(name: string, prefix: string): TestSigner {
  const secret = createHash("sha256").update(`test key of ${name}`).digest();
  const key = secp256k1.publicKeyCreate(secret, true);
  const bytes = ripemd160(sha256(key));
  const pubKey = { typeUrl: PubKey.typeUrl, value: PubKey.toBytes({ key }) };
  return { name, secret, bytes, address: addressToBech32(bytes, prefix), pubKey };
}

export const signDigestWith = (signer: TestSigner, digest: Uint8Array): Uint8Array =>
  secp256k1.ecdsaSign(digest, signer.secret).signature;
