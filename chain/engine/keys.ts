/**
 * Validator and node keys: ed25519, kept in CometBFT's own file format.
 *
 * @module
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { equal, fromHex, toHex } from "@assay/primitives/bytes";
import { fromBase64, toBase64 } from "@assay/proto/wire/base64";
import { EngineError } from "./errors.ts";
import { sha256 } from "./sha256.ts";

export const SEED_BYTES = 32;
export const PUBLIC_KEY_BYTES = 32;

/** What comes before the 32 bytes in a key's DER form. */
const PRIVATE_PREFIX = fromHex("302e020100300506032b657004220420");
const PUBLIC_PREFIX = fromHex("302a300506032b6570032100");

const der = (prefix: Uint8Array, bytes: Uint8Array): Buffer => Buffer.concat([prefix, bytes]);

/** 20 bytes that name a validator or a node. */
export function addressOf(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).slice(0, 20);
}

/** Lower hex of the node key's address: what `/status` calls the node's id. */
export function nodeIdOf(publicKey: Uint8Array): string {
  return toHex(addressOf(publicKey));
}

/** False for a malformed key or signature too. */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== 64) return false;
  const key = createPublicKey({ key: der(PUBLIC_PREFIX, publicKey), format: "der", type: "spki" });
  return verify(null, message, key, signature);
}

/** `priv_validator_key.json` as CometBFT writes it. */
export interface ValidatorKeyJson {
  /** Upper hex. */
  readonly address: string;
  readonly pub_key: { readonly type: "tendermint/PubKeyEd25519"; readonly value: string };
  /** The value is the seed followed by the public key, in base64. */
  readonly priv_key: { readonly type: "tendermint/PrivKeyEd25519"; readonly value: string };
}

export class ValidatorKey {
  readonly publicKey: Uint8Array;
  readonly address: Uint8Array;
  readonly #seed: Uint8Array;
  readonly #key: KeyObject;

  private constructor(seed: Uint8Array) {
    this.#seed = seed;
    this.#key = createPrivateKey({ key: der(PRIVATE_PREFIX, seed), format: "der", type: "pkcs8" });
    const spki = createPublicKey(this.#key).export({ format: "der", type: "spki" });
    this.publicKey = new Uint8Array(spki.subarray(PUBLIC_PREFIX.length));
    this.address = addressOf(this.publicKey);
  }

  static generate(): ValidatorKey {
    const { privateKey } = generateKeyPairSync("ed25519");
    const pkcs8 = privateKey.export({ format: "der", type: "pkcs8" });
    return new ValidatorKey(new Uint8Array(pkcs8.subarray(PRIVATE_PREFIX.length)));
  }

  /** @throws EngineError where the seed is not 32 bytes. */
  static fromSeed(seed: Uint8Array): ValidatorKey {
    if (seed.length !== SEED_BYTES) throw new EngineError(`an ed25519 seed is 32 bytes, not ${seed.length}`);
    return new ValidatorKey(seed.slice());
  }

  /**
   * Reads `priv_validator_key.json` or `node_key.json`, which has only `priv_key`.
   * @throws EngineError for another shape or key type, or where the public part is not the private one's.
   */
  static fromJson(json: unknown): ValidatorKey {
    const file = json as Partial<ValidatorKeyJson> | null;
    const type: unknown = file?.priv_key?.type;
    const value: unknown = file?.priv_key?.value;
    if (type !== "tendermint/PrivKeyEd25519" || typeof value !== "string") {
      throw new EngineError("priv_key is not of type tendermint/PrivKeyEd25519");
    }
    const bytes = fromBase64(value);
    if (bytes?.length !== SEED_BYTES + PUBLIC_KEY_BYTES) {
      throw new EngineError("priv_key is not the base64 of 64 bytes");
    }
    const key = new ValidatorKey(bytes.slice(0, SEED_BYTES));
    if (!equal(key.publicKey, bytes.subarray(SEED_BYTES))) {
      throw new EngineError("the two halves of priv_key do not belong together");
    }
    if (file?.pub_key !== undefined && file.pub_key.value !== toBase64(key.publicKey)) {
      throw new EngineError("pub_key does not belong to priv_key");
    }
    return key;
  }

  toJson(): ValidatorKeyJson {
    const secret = new Uint8Array(SEED_BYTES + PUBLIC_KEY_BYTES);
    secret.set(this.#seed);
    secret.set(this.publicKey, SEED_BYTES);
    return {
      address: toHex(this.address).toUpperCase(),
      pub_key: { type: "tendermint/PubKeyEd25519", value: toBase64(this.publicKey) },
      priv_key: { type: "tendermint/PrivKeyEd25519", value: toBase64(secret) },
    };
  }

  /** 64 bytes. */
  sign(message: Uint8Array): Uint8Array {
    return new Uint8Array(sign(null, message, this.#key));
  }
}
