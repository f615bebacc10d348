/**
 * What the mempool may admit. The ante chain runs as in a block, on an overlay that lives from commit to commit and
 * takes the writes of what was admitted; so a sender's transactions follow one another before any of them is in a
 * block.
 *
 * @module
 */
import { readContext } from "@assay/kernel/context";
import { CodedError, sdkErrors } from "@assay/kernel/errors";
import type { StoreReader } from "@assay/kernel/store";
import type { ResponseCheckTx } from "@assay/proto/gen/tendermint/abci/types";
import { Overlay, type Write } from "../store/overlay.ts";
import { type BlockScope, checkTx, refusedCheck } from "./deliver.ts";
import { MAX_PENDING_PER_SENDER } from "./limits.ts";
import { learnSignatures } from "./signature/learn.ts";
import type { Tx, TxDecoder } from "./tx.ts";

/** What an admitted transaction did to the check state. */
interface Admitted {
  readonly answer: ResponseCheckTx;
  readonly writes: readonly Write[];
}

/** A check that has not been answered. */
interface Question {
  readonly tx: Tx | CodedError;
  /** Whether its signatures are verified. */
  ready: boolean;
  readonly resolve: (answer: ResponseCheckTx) => void;
  readonly reject: (error: unknown) => void;
}

/** Answered questions are taken out of the list so many at once. */
const MANY_ANSWERED = 256;

export class CheckState {
  readonly #decoder: TxDecoder;
  #scope: BlockScope;
  #overlay: Overlay;
  /** Since the last commit, and before it. */
  #admitted = new Map<string, Admitted>();
  #admittedBefore = new Map<string, Admitted>();
  /** What the last block wrote. */
  #block: Overlay | undefined;
  /** In the order in which they came, and so they are answered. */
  #questions: Question[] = [];
  /** How many of them have been answered. */
  #answered = 0;

  constructor(decoder: TxDecoder, scope: BlockScope, state: StoreReader) {
    this.#decoder = decoder;
    this.#scope = scope;
    this.#overlay = new Overlay(state);
  }

  /** Begins anew on a committed state. What waits in the mempool is checked again by its owner. */
  reset(scope: BlockScope, state: StoreReader, block: Overlay): void {
    this.#scope = scope;
    this.#overlay = new Overlay(state);
    this.#admittedBefore = this.#admitted;
    this.#admitted = new Map();
    this.#block = block;
  }

  /** For simulations: what they write is thrown away. */
  fork(): { readonly scope: BlockScope; readonly overlay: Overlay } {
    return { scope: this.#scope, overlay: this.#overlay.fork() };
  }

  check(bytes: Uint8Array): Promise<ResponseCheckTx> {
    const tx = this.#decoder.tryDecode(bytes);
    const learned = tx instanceof CodedError ? undefined : learnSignatures(this.#scope, this.#overlay, tx);
    return new Promise((resolve, reject) => {
      const question = { tx, ready: learned === undefined, resolve, reject };
      this.#questions.push(question);
      if (learned === undefined) this.#answer();
      else {
        // Where the verifier failed, the ante chain asks again.
        const goOn = (): void => {
          question.ready = true;
          this.#answer();
        };
        learned.then(goOn, goOn);
      }
    });
  }

  /** For what waits in the mempool, after a commit and in its order. Signatures are not looked at again. */
  recheck(bytes: Uint8Array): Promise<ResponseCheckTx> {
    const tx = this.#decoder.tryDecode(bytes);
    return Promise.resolve(this.#repeat(tx) ?? this.#check(tx, "recheck"));
  }

  #answer(): void {
    for (let next = this.#questions[this.#answered]; next?.ready; next = this.#questions[this.#answered]) {
      this.#answered++;
      try {
        next.resolve(this.#check(next.tx, "check"));
      } catch (error) {
        next.reject(error);
      }
    }
    if (this.#answered < this.#questions.length && this.#answered < MANY_ANSWERED) return;
    this.#questions = this.#questions.slice(this.#answered);
    this.#answered = 0;
  }

  #check(tx: Tx | CodedError, mode: "check" | "recheck"): ResponseCheckTx {
    if (tx instanceof CodedError) return refusedCheck(tx);
    const overlay = this.#overlay;
    const begin = overlay.begin();
    let passed = false;
    try {
      const checked = checkTx(this.#scope, overlay, tx, mode);
      // Only a sequence that fits says how many wait.
      const answer = checked.code === 0 ? (this.#crowded(tx) ?? checked) : checked;
      passed = answer.code === 0;
      if (passed) this.#admitted.set(tx.id, { answer, writes: overlay.since(begin) });
      return answer;
    } finally {
      if (!passed) overlay.revert(begin);
    }
  }

  /**
   * Where the block changed nothing that the transaction wrote, its sender among it, the ante chain would do the same
   * again: so it is not run, and its writes are put back. Undefined where it must run.
   */
  #repeat(tx: Tx | CodedError): ResponseCheckTx | undefined {
    if (tx instanceof CodedError) return undefined;
    const before = this.#admittedBefore.get(tx.id);
    const { timeoutHeight } = tx.body;
    if (before === undefined) return undefined;
    if (timeoutHeight !== 0n && timeoutHeight < this.#scope.block.height) return undefined;
    const { isSupply } = this.#scope.services.bank;
    // Every fee shrinks the supply; it is no sender's, and nothing is admitted by it.
    const own = before.writes.filter(({ module, key }) => !isSupply(module, key));
    if (own.some((write) => this.#block?.wrote(write))) return undefined;
    for (const write of own) this.#overlay.put(write);
    this.#admitted.set(tx.id, before);
    return before.answer;
  }

  /** How far a transaction is ahead of the committed state is how many of its sender's wait. */
  #crowded(tx: Tx): ResponseCheckTx | undefined {
    const { chain, block, services } = this.#scope;
    for (const [i, { address, text }] of tx.signers.entries()) {
      const sequence = tx.authInfo.signerInfos[i]?.sequence ?? 0n;
      if (sequence < MAX_PENDING_PER_SENDER) continue;
      const committed = readContext(chain, block, this.#overlay.parent);
      const waiting = sequence - (services.auth.account(committed, address)?.base.sequence ?? 0n);
      if (waiting >= MAX_PENDING_PER_SENDER) {
        return refusedCheck(
          sdkErrors.mempoolIsFull(`${waiting} transactions of ${text} wait`),
          tx.fee.gasLimit,
        );
      }
    }
    return undefined;
  }
}
