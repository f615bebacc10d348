/**
 * Keys of a devnet: fixed, made from names, and public. DEV ONLY.
 *
 * @module
 */
import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { Bip39 } from "@cosmjs/crypto";
import { DirectSecp256k1HdWallet, makeCosmoshubPath } from "@cosmjs/proto-signing";

export interface DevnetKey {
  readonly name: string;
  readonly mnemonic: string;
  readonly address: string;
}

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The words of a devnet name: always the same, on every machine. */
export function fixedMnemonic(name: string): string {
  return Bip39.encode(sha256(`assay devnet account ${name}`).subarray(0, 16)).toString();
}

export async function accountKey(
  name: string,
  mnemonic: string | undefined,
  prefix: string,
  addressIndex = 0,
): Promise<DevnetKey> {
  const words = mnemonic ?? fixedMnemonic(name);
  const wallet = await DirectSecp256k1HdWallet.fromMnemonic(words, {
    prefix,
    hdPaths: [makeCosmoshubPath(addressIndex)],
  });
  const [account] = await wallet.getAccounts();
  return { name, mnemonic: words, address: account!.address };
}

/** A consensus key in the form of CometBFT's priv_validator_key.json. */
export interface ValidatorKeyFile {
  readonly address: string;
  readonly pub_key: { readonly type: "tendermint/PubKeyEd25519"; readonly value: string };
  readonly priv_key: { readonly type: "tendermint/PrivKeyEd25519"; readonly value: string };
}

/** PKCS#8 around a raw ed25519 seed (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

export function validatorKey(name: string): ValidatorKeyFile {
  const seed = sha256(`assay devnet validator ${name}`);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  return {
    address: createHash("sha256").update(raw).digest("hex").slice(0, 40).toUpperCase(),
    pub_key: { type: "tendermint/PubKeyEd25519", value: raw.toString("base64") },
    priv_key: { type: "tendermint/PrivKeyEd25519", value: Buffer.concat([seed, raw]).toString("base64") },
  };
}
