/** Gets signatures verified before the synchronous part asks for them, all at once and off this thread. */
import { readContext } from "@assay/kernel/context";
import { CodedError } from "@assay/kernel/errors";
import type { StoreReader } from "@assay/kernel/store";
import type { BlockScope } from "../deliver.ts";
import { signatureChecks } from "../sign-doc.ts";
import { Turns } from "../turns.ts";
import type { Tx, TxDecoder } from "../tx.ts";
import { signatureParts } from "./parts.ts";
import { parsePublicKey } from "./public-key.ts";
import type { SignatureCheck } from "./verifier.ts";

/**
 * A guess at what the ante chain will ask: accounts may still change before it does, and then it verifies by itself.
 * So nothing is refused here, and nothing is decided.
 */
function foreseen(
  scope: BlockScope,
  reader: StoreReader,
  tx: Tx,
  index: number,
): readonly SignatureCheck[] | undefined {
  // Asked before, most often by CheckTx.
  const before = tx.checks[index];
  if (before !== undefined) return before.checks;
  const signature = tx.signatures[index];
  const info = tx.authInfo.signerInfos[index];
  if (signature === undefined || info === undefined) return undefined;
  const ctx = readContext(scope.chain, scope.block, reader);
  const account = scope.services.auth.account(ctx, tx.signers[index]!.address)?.base;
  // A used-up sequence is refused before anybody looks at the signature.
  if (account === undefined || info.sequence < account.sequence) return undefined;
  const any = info.publicKey ?? account.pubKey;
  if (any === undefined) return undefined;
  try {
    const key = parsePublicKey(any);
    // More are refused unseen: nobody may make this node verify what no limit allows.
    if (BigInt(key.keys.length) > scope.services.params.txSigLimit) return undefined;
    const parts = signatureParts(info, signature, key);
    return signatureChecks(tx, index, scope.chain.chainId, account.accountNumber, parts);
  } catch (error) {
    if (error instanceof CodedError) return undefined;
    throw error;
  }
}

/** Undefined where every answer is known. */
export function learnSignatures(
  scope: BlockScope,
  reader: StoreReader,
  tx: Tx,
): Promise<unknown> | undefined {
  const learning: Promise<void>[] = [];
  for (let index = 0; index < tx.signers.length; index++) {
    for (const check of foreseen(scope, reader, tx, index) ?? []) {
      const learned = scope.services.signatures.learn(check);
      if (learned !== undefined) learning.push(learned);
    }
  }
  return learning.length === 0 ? undefined : Promise.all(learning);
}

/** Of a block, with turns for other work in between. @returns what its transactions decode to. */
export async function learnAllSignatures(
  decoder: TxDecoder,
  scope: BlockScope,
  reader: StoreReader,
  txs: readonly Uint8Array[],
): Promise<(Tx | CodedError)[]> {
  const turns = new Turns();
  const decoded: (Tx | CodedError)[] = [];
  const learning: Promise<unknown>[] = [];
  for (const bytes of txs) {
    const turn = turns.pass();
    if (turn !== undefined) await turn;
    const tx = decoder.tryDecode(bytes);
    decoded.push(tx);
    const learned = tx instanceof CodedError ? undefined : learnSignatures(scope, reader, tx);
    if (learned !== undefined) learning.push(learned);
  }
  await Promise.all(learning);
  return decoded;
}
