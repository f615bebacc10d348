/**
 * What a signature must hold for.
 *
 * @module
 */
import { hash } from "node:crypto";
import { sdkErrors } from "@assay/kernel/errors";
import { equal } from "@assay/primitives/bytes";
import { toAmino } from "@assay/proto/amino/message";
import { aminoSignBytes, aminoSignDoc } from "@assay/proto/amino/sign-doc";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { SignDoc } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import type { SignaturePart } from "./signature/parts.ts";
import type { SignatureCheck } from "./signature/verifier.ts";
import type { Tx } from "./tx.ts";

/** What SIGN_MODE_DIRECT signs: the transaction's own bytes, bound to one chain and one account. */
export function signDigest(
  { bodyBytes, authInfoBytes }: Pick<Tx, "bodyBytes" | "authInfoBytes">,
  chainId: string,
  accountNumber: bigint,
): Uint8Array {
  return hash("sha256", SignDoc.toBytes({ bodyBytes, authInfoBytes, chainId, accountNumber }), "buffer");
}

/**
 * What SIGN_MODE_LEGACY_AMINO_JSON signs: the decoded transaction's text, bound to one chain, account and sequence.
 * @throws sdk/37 for a message that has no amino name.
 */
function aminoDigest(tx: Tx, index: number, chainId: string, accountNumber: bigint): Uint8Array {
  const messages = tx.messages.map(({ route, value }) => {
    const { type } = route.spec;
    const message = toAmino(type, value);
    if (message === undefined) throw sdkErrors.notSupported(`amino JSON of ${type.typeUrl}`);
    return message;
  });
  const { memo, timeoutHeight } = tx.body;
  const { sequence } = tx.authInfo.signerInfos[index]!;
  const { fee } = tx;
  const doc = aminoSignDoc({ chainId, accountNumber, sequence, fee, memo, timeoutHeight, messages });
  return hash("sha256", aminoSignBytes(doc), "buffer");
}

function digestIn(mode: SignMode, tx: Tx, index: number, chainId: string, accountNumber: bigint): Uint8Array {
  if (mode === SignMode.SIGN_MODE_DIRECT) return signDigest(tx, chainId, accountNumber);
  if (mode === SignMode.SIGN_MODE_LEGACY_AMINO_JSON) return aminoDigest(tx, index, chainId, accountNumber);
  throw sdkErrors.notSupported(`sign mode ${mode}`);
}

/** The questions about one signer's signature, and the account number that is in their digest. */
export interface AccountChecks {
  readonly accountNumber: bigint;
  readonly checks: readonly SignatureCheck[];
}

/**
 * The questions about the signature of signer `index`, one for each key that signed. The same question is the same
 * object, however often it is asked, so that its answer is found by it; a transaction belongs to one chain.
 * @throws sdk/37 for a mode that this ledger does not verify, and a message that cannot be signed in it.
 */
export function signatureChecks(
  tx: Tx,
  index: number,
  chainId: string,
  accountNumber: bigint,
  parts: readonly SignaturePart[],
): readonly SignatureCheck[] {
  const before = tx.checks[index];
  if (
    before !== undefined &&
    before.accountNumber === accountNumber &&
    before.checks.length === parts.length &&
    before.checks.every(({ key }, i) => equal(key, parts[i]!.key))
  ) {
    return before.checks;
  }
  // All parts of a signature are of one mode.
  const digest = digestIn(parts[0]!.mode, tx, index, chainId, accountNumber);
  const checks = parts.map(({ key, signature }) => ({ digest, key, signature, answer: undefined }));
  tx.checks[index] = { accountNumber, checks };
  return checks;
}
