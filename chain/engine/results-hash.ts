/**
 * Root over what transactions did: only the fields on which all nodes must agree.
 *
 * @module
 */
import { ExecTxResult } from "@assay/proto/gen/tendermint/abci/types";
import { merkleRoot } from "./merkle.ts";

export function resultsHash(
  results: readonly Pick<ExecTxResult, "code" | "data" | "gasUsed" | "gasWanted">[],
): Uint8Array {
  return merkleRoot(
    results.map(({ code, data, gasWanted, gasUsed }) =>
      ExecTxResult.toBytes({ code, data, gasWanted, gasUsed, log: "", info: "", events: [], codespace: "" }),
    ),
  );
}
