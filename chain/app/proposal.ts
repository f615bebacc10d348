/**
 * What a block may hold. PrepareProposal builds by these rules and ProcessProposal checks the same ones, so that what
 * the one yields the other accepts, on every node.
 *
 * @module
 */
import { CodedError } from "@assay/kernel/errors";
import { txSize } from "../abci/tx-size.ts";
import { commonShare, GasBudget, hasDeadline, type Lanes } from "./lanes.ts";
import { Turns } from "./turns.ts";
import type { TxDecoder } from "./tx.ts";

export interface BlockRules {
  readonly decoder: TxDecoder;
  readonly lanes: Lanes;
  /** The system's own transactions, in their order, at the front of every block. None yet. */
  readonly systemTxs: readonly Uint8Array[];
}

/**
 * First in, first out, as far as the limits reach. Where one transaction of a sender is left out, so are its later
 * ones: they count on its sequence.
 * @param maxBytes of all transactions as CometBFT counts them; negative means no limit.
 */
export async function prepareProposal(
  { decoder, lanes, systemTxs }: BlockRules,
  maxBytes: number,
  txs: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  const limit = maxBytes < 0 ? Number.MAX_SAFE_INTEGER : maxBytes;
  const chosen = [...systemTxs];
  let bytes = chosen.reduce((sum, tx) => sum + txSize(tx), 0);
  let commonBytes = 0;
  const gas = new GasBudget(lanes);
  const leftOut = new Set<string>();
  const turns = new Turns();
  for (const raw of txs) {
    const turn = turns.pass();
    if (turn !== undefined) await turn;
    const tx = decoder.tryDecode(raw);
    if (tx instanceof CodedError) continue;
    const size = txSize(raw);
    const common = hasDeadline(lanes, tx) ? 0 : size;
    // One is always let in, however small blocks are: it would wait for ever.
    const fitsLane = common === 0 || commonBytes === 0 || commonBytes + common <= commonShare(limit);
    const follows = !tx.signers.some(({ text }) => leftOut.has(text));
    if (follows && bytes + size <= limit && fitsLane && gas.take(tx)) {
      chosen.push(raw);
      bytes += size;
      commonBytes += common;
    } else for (const { text } of tx.signers) leftOut.add(text);
  }
  return chosen;
}

/** Why a proposed block is none; undefined where it is one. Its bytes are the engine's to check. */
export async function rejectProposal(
  { decoder, lanes, systemTxs }: BlockRules,
  txs: readonly Uint8Array[],
): Promise<string | undefined> {
  for (const [i, expected] of systemTxs.entries()) {
    const given = txs[i];
    if (given === undefined || Buffer.compare(given, expected) !== 0) {
      return `system transaction ${i} is not there`;
    }
  }
  const gas = new GasBudget(lanes);
  const turns = new Turns();
  for (const [i, raw] of txs.slice(systemTxs.length).entries()) {
    const turn = turns.pass();
    if (turn !== undefined) await turn;
    const tx = decoder.tryDecode(raw);
    if (tx instanceof CodedError) return `transaction ${systemTxs.length + i}: ${tx.message}`;
    if (!gas.take(tx)) return `transaction ${systemTxs.length + i} passes the block's gas`;
  }
  return undefined;
}
