/**
 * Keys that may control an account: one of secp256k1, or several of which so many must sign. A key decides its address,
 * so an address never changes its keys.
 *
 * @module
 */
import { sdkErrors } from "@assay/kernel/errors";
import { concat } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import { LegacyAminoPubKey } from "@assay/proto/gen/cosmos/crypto/multisig/keys";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/secp256k1/keys";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { WireError } from "@assay/proto/wire/errors";
import type { MessageType } from "@assay/proto/wire/message-type";
import { ripemd160 } from "@noble/hashes/legacy.js";

export interface PublicKey {
  /** As it is sent and stored. */
  readonly any: Any;
  /** Compressed, 33 bytes each; exactly one where there is no threshold. */
  readonly keys: readonly Uint8Array[];
  /** How many of a multisig key's must sign; undefined for a plain key. */
  readonly threshold: number | undefined;
}

/** @throws sdk/8 where the bytes are not this type's one spelling. */
function decode<T extends object>(type: MessageType<T>, bytes: Uint8Array): T {
  try {
    return type.fromBytesStrict(bytes);
  } catch (error) {
    if (error instanceof WireError) throw sdkErrors.invalidPubKey(`${type.typeName}: ${error.message}`);
    throw error;
  }
}

function plainKey({ typeUrl, value }: Any): Uint8Array {
  if (typeUrl !== PubKey.typeUrl) {
    throw sdkErrors.invalidPubKey(`key type ${typeUrl.slice(0, 100)} is not supported`);
  }
  const { key } = decode(PubKey, value);
  if (key.length !== 33 || (key[0] !== 2 && key[0] !== 3)) {
    throw sdkErrors.invalidPubKey("not a compressed secp256k1 key");
  }
  return key;
}

/**
 * A key given twice has two votes, as on any Cosmos chain.
 * @throws sdk/8 for another kind of key, a multisig key inside of one, and a threshold that is none of its keys' numbers.
 */
export function parsePublicKey(any: Any): PublicKey {
  if (any.typeUrl !== LegacyAminoPubKey.typeUrl) return { any, keys: [plainKey(any)], threshold: undefined };
  const { threshold, publicKeys } = decode(LegacyAminoPubKey, any.value);
  if (threshold === 0 || threshold > publicKeys.length) {
    throw sdkErrors.invalidPubKey(`threshold ${threshold} of ${publicKeys.length} keys`);
  }
  return { any, keys: publicKeys.map(plainKey), threshold };
}

/** Amino's names of the types, then what protobuf would write. */
const AMINO_MULTISIG = Uint8Array.of(0x22, 0xc1, 0xf7, 0xe2, 0x08);
const AMINO_SECP256K1 = Uint8Array.of(0x12, 38, 0xeb, 0x5a, 0xe9, 0x87, 33);

function uvarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Uint8Array.of(...bytes, rest);
}

/** The 20 bytes of the account that the key controls. */
export function addressOf({ keys, threshold }: PublicKey): Uint8Array {
  if (threshold === undefined) return ripemd160(sha256(keys[0]!));
  const amino = concat(AMINO_MULTISIG, uvarint(threshold), ...keys.flatMap((key) => [AMINO_SECP256K1, key]));
  return sha256(amino).slice(0, 20);
}
