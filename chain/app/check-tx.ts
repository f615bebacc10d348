/**
 * What the mempool may admit. The ante chain runs as in a block, on an overlay that lives from commit to commit and
 * takes the writes of what was admitted; so a sender's transactions follow one another before any of them is in a
 * block.
 *
 * @module
 */

import { readContext } from "@assay/kernel/context";
import { CodedError, sdkErrors } from "@assay/kernel/errors";
import type { ResponseCheckTx } from "@assay/proto/gen/tendermint/abci/types";
import type { TxOutcome } from "../abci/application.ts";
import type { Overlay } from "../store/overlay.ts";
import { type BlockScope, checkTx, refused } from "./deliver.ts";
import { MAX_PENDING_PER_SENDER } from "./limits.ts";
import { learnSignatures } from "./signature/learn.ts";
import type { Tx, TxDecoder } from "./tx.ts";

function answer(outcome: TxOutcome): ResponseCheckTx {
  const { code, codespace, log, info, data, gasWanted, gasUsed } = outcome;
  // Events of a check are nobody's history.
  return { code, codespace, log, info, data, gasWanted, gasUsed, events: [] };
}

export class CheckState {
  readonly #decoder: TxDecoder;
  #scope: BlockScope;
  #overlay: Overlay;
  /** Ends when the last check that came has been answered: answers keep the order of the questions. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(decoder: TxDecoder, scope: BlockScope, overlay: Overlay) {
    this.#decoder = decoder;
    this.#scope = scope;
    this.#overlay = overlay;
  }

  /** Begins anew on a committed state. What waits in the mempool is checked again by its owner. */
  reset(scope: BlockScope, overlay: Overlay): void {
    this.#scope = scope;
    this.#overlay = overlay;
  }

  /** For simulations: what they write is thrown away. */
  fork(): { readonly scope: BlockScope; readonly overlay: Overlay } {
    return { scope: this.#scope, overlay: this.#overlay.fork() };
  }

  check(bytes: Uint8Array, mode: "check" | "recheck"): Promise<ResponseCheckTx> {
    let tx: Tx | CodedError;
    try {
      tx = this.#decoder.decode(bytes);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      tx = error;
    }
    const decoded = tx;
    const ready =
      decoded instanceof CodedError || mode === "recheck"
        ? undefined
        : learnSignatures(this.#scope, this.#overlay, [decoded]);
    const mine = this.#tail.then(async () => {
      await ready;
      return answer(this.#run(decoded, mode));
    });
    this.#tail = mine.catch(() => {});
    return mine;
  }

  #run(tx: Tx | CodedError, mode: "check" | "recheck"): TxOutcome {
    if (tx instanceof CodedError) return refused(tx, 0n, 0);
    const writes = this.#overlay.fork();
    const outcome = this.#crowded(tx) ?? checkTx(this.#scope, writes, tx, mode);
    if (outcome.code === 0) writes.merge();
    return outcome;
  }

  /** How far a sender is ahead of the committed state is how many of its transactions wait. */
  #crowded(tx: Tx): TxOutcome | undefined {
    const { chain, block, services } = this.#scope;
    for (const { address, text } of tx.signers) {
      const ahead = services.auth.account(readContext(chain, block, this.#overlay), address);
      const committed = services.auth.account(readContext(chain, block, this.#overlay.parent), address);
      if (ahead === undefined || committed === undefined) continue;
      const pending = ahead.base.sequence - committed.base.sequence;
      if (pending >= BigInt(MAX_PENDING_PER_SENDER)) {
        return refused(
          sdkErrors.mempoolIsFull(`${pending} transactions of ${text} wait`),
          tx.fee.gasLimit,
          0,
        );
      }
    }
    return undefined;
  }
}
