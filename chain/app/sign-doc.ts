/**
 * What a signature must hold for.
 *
 * @module
 */
import { hash } from "node:crypto";
import { equal } from "@assay/primitives/bytes";
import { SignDoc } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
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

/** A question about one signature of a transaction, and the account number that is in its digest. */
export interface AccountCheck extends SignatureCheck {
  readonly accountNumber: bigint;
}

/**
 * The question about the transaction's signature `index`. The same question is the same object, however often it is
 * asked, so that its answer is found by it; a transaction belongs to one chain.
 */
export function signatureCheck(
  tx: Tx,
  index: number,
  chainId: string,
  accountNumber: bigint,
  key: Uint8Array,
): SignatureCheck {
  const before = tx.checks[index];
  if (before !== undefined && before.accountNumber === accountNumber && equal(before.key, key)) return before;
  const digest = signDigest(tx, chainId, accountNumber);
  const check = { digest, key, signature: tx.signatures[index]!, accountNumber };
  tx.checks[index] = check;
  return check;
}
