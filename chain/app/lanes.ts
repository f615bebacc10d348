/**
 * A quarter of a block's gas and bytes is kept for transactions whose messages all have a deadline (`deadlineMessages` in
 * `modules.ts`): a flood of others must not make a deadline pass.
 *
 * @module
 */
import type { Tx } from "./tx.ts";

export interface Lanes {
  readonly deadlineMessages: ReadonlySet<string>;
  /** Gas of a block; `Number.MAX_SAFE_INTEGER` where there is no limit. */
  readonly maxGas: number;
}

/** Three quarters: what transactions without a deadline may use of a block's gas or bytes. */
export const commonShare = (whole: number): number => Math.floor((whole / 4) * 3);

export const hasDeadline = ({ deadlineMessages }: Lanes, { messages }: Tx): boolean =>
  messages.length > 0 && messages.every(({ route }) => deadlineMessages.has(route.spec.type.typeUrl));

/** The most gas that this transaction could ever find in a block. */
export const reachableGas = (lanes: Lanes, tx: Tx): number =>
  hasDeadline(lanes, tx) ? lanes.maxGas : commonShare(lanes.maxGas);

/** Gas of a block as it fills. */
export class GasBudget {
  readonly #lanes: Lanes;
  #total = 0n;
  #common = 0n;

  constructor(lanes: Lanes) {
    this.#lanes = lanes;
  }

  /** Takes the transaction's gas, unless there is not enough left for its kind. */
  take(tx: Tx): boolean {
    const gas = tx.fee.gasLimit;
    const { maxGas } = this.#lanes;
    if (this.#total + gas > BigInt(maxGas)) return false;
    if (!hasDeadline(this.#lanes, tx)) {
      if (this.#common + gas > BigInt(commonShare(maxGas))) return false;
      this.#common += gas;
    }
    this.#total += gas;
    return true;
  }
}
