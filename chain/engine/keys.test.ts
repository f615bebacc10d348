import { toHex } from "@assay/primitives/bytes";
import { ed25519 } from "@noble/curves/ed25519.js";
import { describe, expect, test } from "vitest";
import { addressOf, nodeIdOf, ValidatorKey, verifySignature } from "./keys.ts";

const message = new Uint8Array(Buffer.from("a vote"));

describe("validator keys", () => {
  test("sign what another implementation verifies, and the other way round", () => {
    for (let n = 0; n < 8; n++) {
      const seed = new Uint8Array(32).fill(n * 31);
      const key = ValidatorKey.fromSeed(seed);
      expect(key.publicKey).toEqual(ed25519.getPublicKey(seed));
      expect(ed25519.verify(key.sign(message), message, key.publicKey)).toBe(true);
      expect(verifySignature(key.publicKey, message, ed25519.sign(message, seed))).toBe(true);
      expect(verifySignature(key.publicKey, new Uint8Array(1), key.sign(message))).toBe(false);
    }
  });

  test("malformed keys and signatures verify nothing", () => {
    const key = ValidatorKey.generate();
    const signature = key.sign(message);
    expect(verifySignature(key.publicKey, message, signature)).toBe(true);
    expect(verifySignature(key.publicKey.subarray(1), message, signature)).toBe(false);
    expect(verifySignature(key.publicKey, message, signature.subarray(1))).toBe(false);
    expect(verifySignature(new Uint8Array(32).fill(255), message, signature)).toBe(false);
    expect(verifySignature(key.publicKey, message, new Uint8Array(64).fill(255))).toBe(false);
  });

  test("are kept as CometBFT keeps them", () => {
    const key = ValidatorKey.fromSeed(new Uint8Array(32));
    const json = key.toJson();
    expect(json).toEqual({
      address: toHex(addressOf(key.publicKey)).toUpperCase(),
      pub_key: { type: "tendermint/PubKeyEd25519", value: "O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=" },
      priv_key: {
        type: "tendermint/PrivKeyEd25519",
        value: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA7aie8zrakLWKjqNAqbw1zZTIVdx3iQ6Y6wEihi1naKQ==",
      },
    });
    expect(ValidatorKey.fromJson(JSON.parse(JSON.stringify(json))).sign(message)).toEqual(key.sign(message));
    // node_key.json has nothing else.
    expect(ValidatorKey.fromJson({ priv_key: json.priv_key }).publicKey).toEqual(key.publicKey);
    expect(nodeIdOf(key.publicKey)).toMatch(/^[0-9a-f]{40}$/);
  });

  test("of a wrong shape are refused", () => {
    const good = ValidatorKey.fromSeed(new Uint8Array(32)).toJson();
    const other = ValidatorKey.fromSeed(new Uint8Array(32).fill(1)).toJson();
    const type = "tendermint/PrivKeyEd25519";
    const mixed = good.priv_key.value.slice(0, 44) + other.priv_key.value.slice(44);
    for (const bad of [
      null,
      {},
      [],
      "key",
      { priv_key: null },
      { priv_key: { ...good.priv_key, type: "tendermint/PrivKeySecp256k1" } },
      { priv_key: { type, value: "AAAA" } },
      { priv_key: { type, value: 7 } },
      { priv_key: { type, value: mixed } },
      { ...good, pub_key: other.pub_key },
    ]) {
      expect(() => ValidatorKey.fromJson(bad)).toThrow(/priv_key/);
    }
    expect(() => ValidatorKey.fromSeed(new Uint8Array(31))).toThrow("32 bytes, not 31");
  });
});
