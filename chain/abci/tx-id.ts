/**
 * Names of transactions: sha256 as text of one character a byte, for maps. Hashing is most of what finding a known
 * transaction costs, and between mempool and index one is looked up ten times: so the mempool has the names of its own
 * copies, whose bytes nobody changes, remembered as long as they wait.
 *
 * @module
 */
import { hash } from "node:crypto";

const remembered = new Map<Uint8Array, string>();

export function txId(tx: Uint8Array): string {
  return remembered.get(tx) ?? hash("sha256", tx, "binary");
}

/** For an array that is not changed until `forgetTxId`. */
export function rememberTxId(tx: Uint8Array, id: string): void {
  remembered.set(tx, id);
}

export function forgetTxId(tx: Uint8Array): void {
  remembered.delete(tx);
}
