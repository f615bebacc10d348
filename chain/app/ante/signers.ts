/** Ante steps on who signed: keys, sequences, signatures. */
import { sdkErrors } from "@assay/kernel/errors";
import type { Account } from "@assay/modules/auth/account";
import { equal } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/secp256k1/keys";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { WireError } from "@assay/proto/wire/errors";
import { ripemd160 } from "@noble/hashes/legacy.js";
import { signatureCheck } from "../sign-doc.ts";
import type { Signer } from "../tx.ts";
import type { AnteCall } from "./ante.ts";

/** The 33 bytes of a key. @throws sdk/8 for anything that is no compressed secp256k1 key. */
function rawKey(any: Any): Uint8Array {
  if (any.typeUrl !== PubKey.typeUrl) {
    throw sdkErrors.invalidPubKey(`key type ${any.typeUrl.slice(0, 100)} is not supported`);
  }
  try {
    const { key } = PubKey.fromBytesStrict(any.value);
    if (key.length === 33 && (key[0] === 2 || key[0] === 3)) return key;
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
  }
  throw sdkErrors.invalidPubKey("not a compressed secp256k1 key");
}

function keyOf(account: Account, given: Any | undefined, signer: Signer, index: number): Any | undefined {
  const known = account.base.pubKey;
  if (given === undefined) return known;
  if (known?.typeUrl === given.typeUrl && equal(known.value, given.value)) return known;
  if (!equal(ripemd160(sha256(rawKey(given))), signer.address)) {
    throw sdkErrors.invalidPubKey(
      `pubKey does not match signer address ${signer.text} with signer index: ${index}`,
    );
  }
  return given;
}

/** Finds each signer's account, and the key that must have signed: the given one, or else the account's. */
export function checkKeys({ ctx, tx, mode, services, signing }: AnteCall): void {
  tx.signers.forEach((signer, i) => {
    const account = services.auth.account(ctx, signer.address);
    if (account === undefined) throw sdkErrors.unknownAddress(`account ${signer.text} does not exist`);
    const key = keyOf(account, tx.authInfo.signerInfos[i]!.publicKey, signer, i);
    // A client may simulate before it ever saw the key.
    if (key === undefined && mode !== "simulate")
      throw sdkErrors.invalidPubKey("pubkey on account is not set");
    signing.push({ signer, account, key });
  });
}

/** A simulation may follow transactions that still wait, so its sequence is not compared. */
export function checkSequences({ tx, mode, signing }: AnteCall): void {
  if (mode === "simulate") return;
  signing.forEach(({ account }, i) => {
    const { sequence } = tx.authInfo.signerInfos[i]!;
    if (sequence !== account.base.sequence) {
      throw sdkErrors.wrongSequence(
        `account sequence mismatch, expected ${account.base.sequence}, got ${sequence}`,
      );
    }
  });
}

/** A simulation is not signed yet, and what waits in the mempool was verified when it came. */
export function checkSignatures({ ctx, tx, mode, services, signing }: AnteCall): void {
  if (mode === "simulate" || mode === "recheck") return;
  signing.forEach(({ account, key }, i) => {
    const { accountNumber, sequence } = account.base;
    const { chainId } = ctx.chain;
    const check = signatureCheck(tx, i, chainId, accountNumber, rawKey(key!));
    if (!services.signatures.isValid(check)) {
      throw sdkErrors.unauthorized(
        `signature verification failed; please verify account number (${accountNumber}), sequence (${sequence}) and chain-id (${chainId})`,
      );
    }
  });
}

/** After this the same transaction is refused: its sequence is used up. */
export function recordSignatures({ ctx, tx, services, signing }: AnteCall): void {
  signing.forEach(({ signer, account, key }, i) => {
    services.auth.recordSignature(ctx, signer.address, account, key);
    ctx.emitPlain("tx", [{ key: "acc_seq", value: `${signer.text}/${account.base.sequence}` }]);
    ctx.emitPlain("tx", [{ key: "signature", value: Buffer.from(tx.signatures[i]!).toString("base64") }]);
  });
}
