/** Gets signatures verified before the synchronous part asks for them, all at once and off this thread. */
import { readContext } from "@assay/kernel/context";
import type { StoreReader } from "@assay/kernel/store";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/secp256k1/keys";
import { WireError } from "@assay/proto/wire/errors";
import type { BlockScope } from "../deliver.ts";
import { signDigest } from "../sign-doc.ts";
import type { Tx } from "../tx.ts";
import type { SignatureCheck } from "./verifier.ts";

/**
 * A guess at what the ante chain will ask: accounts may still change before it does, and then it verifies by itself.
 * So nothing is refused here, and nothing is decided.
 */
function* foreseen(scope: BlockScope, reader: StoreReader, tx: Tx): Iterable<SignatureCheck> {
  const ctx = readContext(scope.chain, scope.block, reader);
  for (const [i, { address }] of tx.signers.entries()) {
    const account = scope.services.auth.account(ctx, address);
    const key = tx.authInfo.signerInfos[i]?.publicKey ?? account?.base.pubKey;
    const signature = tx.signatures[i];
    if (account === undefined || key === undefined || signature === undefined) return;
    // A used-up sequence is refused before anybody looks at the signature.
    if (tx.authInfo.signerInfos[i]!.sequence < account.base.sequence) return;
    if (key.typeUrl !== PubKey.typeUrl) return;
    const digest = signDigest(tx, scope.chain.chainId, account.base.accountNumber);
    try {
      yield { digest, key: PubKey.fromBytesStrict(key.value).key, signature };
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
    }
  }
}

export async function learnSignatures(
  scope: BlockScope,
  reader: StoreReader,
  txs: readonly Tx[],
): Promise<void> {
  const learning: Promise<void>[] = [];
  for (const tx of txs) {
    for (const check of foreseen(scope, reader, tx)) learning.push(scope.services.signatures.learn(check));
  }
  await Promise.all(learning);
}
