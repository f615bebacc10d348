/** @module A ledger's code in words, from the client's own table. */
import { explain } from "@assay/client/explain";

export function explainCode(codespace: string, code: number): { title: string; fix: string } {
  const { what, fix } = explain(codespace, code);
  return { title: what, fix };
}
