/**
 * When an attestor gives an answer up, and when it asks for content again.
 *
 * @module
 */
import type { Question } from "@assay/proto/gen/assay/attest/v1/types";

type Window = Pick<Question, "openedHeight" | "deadlineHeight">;

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** First block in which the ledger takes UNAVAILABLE: the last third of the time to answer begins. */
export function unavailableFrom({ openedHeight, deadlineHeight }: Window): bigint {
  return deadlineHeight - (deadlineHeight - openedHeight - 1n) / 3n;
}

/**
 * Height from which the answer is UNAVAILABLE. Content may still come in the last third, and only YES helps its owner:
 * so it is waited for half of that third more, with three blocks kept for the answer to get into one.
 */
export function giveUpFrom(question: Window): bigint {
  const { openedHeight, deadlineHeight } = question;
  const kept = max((deadlineHeight - openedHeight) / 6n, 3n);
  return max(unavailableFrom(question), deadlineHeight - kept);
}

/** No ledger is faster for long; two blocks seen at once must not make time stand still. */
const LEAST_MS_PER_BLOCK = 50;

/** Turns blocks into time, as far as this process has seen blocks come. */
export class BlockClock {
  #first: { readonly height: bigint; readonly ms: number } | undefined;
  #msPerBlock = 1_000;

  see(height: bigint, nowMs: number): void {
    if (this.#first === undefined || height < this.#first.height) this.#first = { height, ms: nowMs };
    const blocks = Number(height - this.#first.height);
    if (blocks > 0) {
      this.#msPerBlock = Math.max((nowMs - this.#first.ms) / blocks, LEAST_MS_PER_BLOCK);
    }
  }

  msOf(blocks: bigint): number {
    return Math.max(Number(blocks), 0) * this.#msPerBlock;
  }
}
