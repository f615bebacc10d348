/** Gets signatures verified before the synchronous part asks for them, all at once and off this thread. */
import { readContext } from "@assay/kernel/context";
import type { StoreReader } from "@assay/kernel/store";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/secp256k1/keys";
import { WireError } from "@assay/proto/wire/errors";
import type { BlockScope } from "../deliver.ts";
import { signatureCheck } from "../sign-doc.ts";
import type { Tx } from "../tx.ts";
import type { SignatureCheck } from "./verifier.ts";

/**
 * A guess at what the ante chain will ask: accounts may still change before it does, and then it verifies by itself.
 * So nothing is refused here, and nothing is decided.
 */
function foreseen(scope: BlockScope, reader: StoreReader, tx: Tx, index: number): SignatureCheck | undefined {
  // Asked before, most often by CheckTx.
  const before = tx.checks[index];
  if (before !== undefined) return before;
  const signature = tx.signatures[index];
  const info = tx.authInfo.signerInfos[index];
  if (signature === undefined || info === undefined) return undefined;
  const ctx = readContext(scope.chain, scope.block, reader);
  const account = scope.services.auth.account(ctx, tx.signers[index]!.address)?.base;
  // A used-up sequence is refused before anybody looks at the signature.
  if (account === undefined || info.sequence < account.sequence) return undefined;
  const key = info.publicKey ?? account.pubKey;
  if (key?.typeUrl !== PubKey.typeUrl) return undefined;
  try {
    const raw = PubKey.fromBytesStrict(key.value).key;
    return signatureCheck(tx, index, scope.chain.chainId, account.accountNumber, raw);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

/** Undefined where every answer is known. */
export function learnSignatures(
  scope: BlockScope,
  reader: StoreReader,
  txs: readonly Tx[],
): Promise<unknown> | undefined {
  const learning: Promise<void>[] = [];
  for (const tx of txs) {
    for (let index = 0; index < tx.signers.length; index++) {
      const check = foreseen(scope, reader, tx, index);
      const learned = check && scope.services.signatures.learn(check);
      if (learned !== undefined) learning.push(learned);
    }
  }
  return learning.length === 0 ? undefined : Promise.all(learning);
}
