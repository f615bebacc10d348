/** Ante steps on who signed: keys, sequences, signatures. */
import { sdkErrors } from "@assay/kernel/errors";
import type { Account } from "@assay/modules/auth/account";
import { equal } from "@assay/primitives/bytes";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { signatureChecks } from "../sign-doc.ts";
import { signatureParts } from "../signature/parts.ts";
import { addressOf, type PublicKey, parsePublicKey } from "../signature/public-key.ts";
import type { Signer } from "../tx.ts";
import type { AnteCall } from "./ante.ts";

function keyOf(
  account: Account,
  given: Any | undefined,
  signer: Signer,
  index: number,
): PublicKey | undefined {
  const known = account.base.pubKey;
  if (given === undefined) return known && parsePublicKey(known);
  const key = parsePublicKey(given);
  if (known?.typeUrl === given.typeUrl && equal(known.value, given.value)) return key;
  if (!equal(addressOf(key), signer.address)) {
    throw sdkErrors.invalidPubKey(
      `pubKey does not match signer address ${signer.text} with signer index: ${index}`,
    );
  }
  return key;
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

/** A multisig key counts as all its keys, whoever of them signs. */
export function countKeys({ services, signing }: AnteCall): void {
  const { txSigLimit } = services.params;
  let count = 0;
  for (const { key } of signing) count += key?.keys.length ?? 1;
  if (BigInt(count) > txSigLimit) {
    throw sdkErrors.tooManySignatures(`signatures: ${count}, limit: ${txSigLimit}`);
  }
}

/** A simulation is not signed yet. */
export function readSignatures({ tx, mode, signing, parts }: AnteCall): void {
  if (mode === "simulate") return;
  signing.forEach(({ key }, i) => {
    parts.push(signatureParts(tx.authInfo.signerInfos[i]!, tx.signatures[i]!, key!));
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
export function checkSignatures({ ctx, tx, mode, services, signing, parts }: AnteCall): void {
  if (mode === "simulate" || mode === "recheck") return;
  signing.forEach(({ account }, i) => {
    const { accountNumber, sequence } = account.base;
    const { chainId } = ctx.chain;
    const checks = signatureChecks(tx, i, chainId, accountNumber, parts[i]!);
    if (!checks.every((check) => services.signatures.isValid(check))) {
      throw sdkErrors.unauthorized(
        `signature verification failed; please verify account number (${accountNumber}), sequence (${sequence}) and chain-id (${chainId})`,
      );
    }
  });
}

/** After this the same transaction is refused: its sequence is used up. */
export function recordSignatures({ ctx, tx, services, signing, parts }: AnteCall): void {
  signing.forEach(({ signer, account, key }, i) => {
    services.auth.recordSignature(ctx, signer.address, account, key?.any);
    ctx.emitPlain("tx", [{ key: "acc_seq", value: `${signer.text}/${account.base.sequence}` }]);
    const whole = tx.signatures[i]!;
    const told = key?.threshold === undefined ? [] : (parts[i] ?? []).map(({ signature }) => signature);
    for (const signature of [...told, whole]) {
      ctx.emitPlain("tx", [{ key: "signature", value: Buffer.from(signature).toString("base64") }]);
    }
  });
}
