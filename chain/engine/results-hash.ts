/**
 * Root over what transactions did: only the fields on which all nodes must agree.
 *
 * @module
 */
import type { TxOutcome } from "../abci/application.ts";
import { encodeAgreed } from "../abci/outcome.ts";
import { merkleRoot } from "./merkle.ts";

export function resultsHash(
  results: readonly Pick<TxOutcome, "code" | "data" | "gasUsed" | "gasWanted">[],
): Uint8Array {
  return merkleRoot(results.map(encodeAgreed));
}
