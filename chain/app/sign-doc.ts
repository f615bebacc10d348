import { sha256 } from "@assay/primitives/hash";
import { SignDoc } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import type { Tx } from "./tx.ts";

/** What SIGN_MODE_DIRECT signs: the transaction's own bytes, bound to one chain and one account. */
export function signDigest(
  { bodyBytes, authInfoBytes }: Pick<Tx, "bodyBytes" | "authInfoBytes">,
  chainId: string,
  accountNumber: bigint,
): Uint8Array {
  return sha256(SignDoc.toBytes({ bodyBytes, authInfoBytes, chainId, accountNumber }));
}
