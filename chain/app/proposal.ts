/**
 * What a block may hold. PrepareProposal builds by these rules and ProcessProposal checks the same ones, so that what
 * the one yields the other accepts, on every node.
 *
 * A quarter of a block's gas and bytes is kept for transactions whose messages have a deadline (`deadlineMessages` in
 * `modules.ts`): a flood of others must not make a deadline pass.
 *
 * @module
 */
import { CodedError } from "@assay/kernel/errors";
import type { Tx, TxDecoder } from "./tx.ts";

export interface BlockRules {
  readonly decoder: TxDecoder;
  readonly deadlineMessages: ReadonlySet<string>;
  /** Gas of a block; `Number.MAX_SAFE_INTEGER` where there is no limit. */
  readonly maxGas: number;
  /** The system's own transactions, in their order, at the front of every block. None yet. */
  readonly systemTxs: readonly Uint8Array[];
}

/** Three quarters: what transactions without a deadline may use. */
const common = (whole: number): number => Math.floor((whole / 4) * 3);

/** Bytes that a transaction takes in a block's Data message: tag, length, content. */
function protoSize(length: number): number {
  let size = 2;
  for (let rest = length; rest >= 0x80; rest = Math.floor(rest / 128)) size++;
  return size + length;
}

function decodes(rules: BlockRules, bytes: Uint8Array): Tx | undefined {
  try {
    return rules.decoder.decode(bytes);
  } catch (error) {
    if (error instanceof CodedError) return undefined;
    throw error;
  }
}

const hasDeadline = (rules: BlockRules, tx: Tx): boolean =>
  tx.messages.length > 0 &&
  tx.messages.every(({ route }) => rules.deadlineMessages.has(route.spec.type.typeUrl));

/** Gas of a block as it fills. */
class GasBudget {
  readonly #rules: BlockRules;
  #total = 0n;
  #common = 0n;

  constructor(rules: BlockRules) {
    this.#rules = rules;
  }

  /** Takes the transaction's gas, unless there is not enough left for its kind. */
  take(tx: Tx): boolean {
    const gas = tx.fee.gasLimit;
    const deadline = hasDeadline(this.#rules, tx);
    if (this.#total + gas > BigInt(this.#rules.maxGas)) return false;
    if (!deadline && this.#common + gas > BigInt(common(this.#rules.maxGas))) return false;
    this.#total += gas;
    if (!deadline) this.#common += gas;
    return true;
  }
}

/**
 * First in, first out, as far as the limits reach. Where one transaction of a sender is left out, so are its later
 * ones: they count on its sequence.
 * @param maxBytes of all transactions as CometBFT counts them; negative means no limit.
 */
export function prepareProposal(
  rules: BlockRules,
  maxBytes: number,
  txs: readonly Uint8Array[],
): Uint8Array[] {
  const limit = maxBytes < 0 ? Number.MAX_SAFE_INTEGER : maxBytes;
  const chosen = [...rules.systemTxs];
  let bytes = chosen.reduce((sum, tx) => sum + protoSize(tx.length), 0);
  let commonBytes = 0;
  const gas = new GasBudget(rules);
  const waiting = new Set<string>();
  for (const raw of txs) {
    const tx = decodes(rules, raw);
    if (tx === undefined) continue;
    const size = protoSize(raw.length);
    const deadline = hasDeadline(rules, tx);
    const fits =
      !tx.signers.some(({ text }) => waiting.has(text)) &&
      bytes + size <= limit &&
      (deadline || commonBytes + size <= common(limit)) &&
      gas.take(tx);
    if (!fits) {
      for (const { text } of tx.signers) waiting.add(text);
      continue;
    }
    chosen.push(raw);
    bytes += size;
    if (!deadline) commonBytes += size;
  }
  return chosen;
}

/** Why a proposed block is none; undefined where it is one. Bytes are the engine's to check. */
export function rejectProposal(rules: BlockRules, txs: readonly Uint8Array[]): string | undefined {
  const { systemTxs } = rules;
  for (const [i, expected] of systemTxs.entries()) {
    const given = txs[i];
    if (given === undefined || Buffer.compare(given, expected) !== 0)
      return `system transaction ${i} is not there`;
  }
  const gas = new GasBudget(rules);
  for (const [i, raw] of txs.slice(systemTxs.length).entries()) {
    const tx = decodes(rules, raw);
    if (tx === undefined) return `transaction ${i + systemTxs.length} is none of this ledger`;
    if (!gas.take(tx)) return `transaction ${i + systemTxs.length} passes the block's gas`;
  }
  return undefined;
}
