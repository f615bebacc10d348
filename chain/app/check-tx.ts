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
import type { TxOutcome } from "../abci/application.ts";
import { Overlay, type Write } from "../store/overlay.ts";
import { type BlockScope, checkTx, refused } from "./deliver.ts";
import { MAX_PENDING_PER_SENDER } from "./limits.ts";
import { learnSignatures } from "./signature/learn.ts";
import type { Tx, TxDecoder } from "./tx.ts";

/** What an admitted transaction did to the check state. */
interface Admitted {
  readonly outcome: TxOutcome;
  readonly writes: readonly Write[];
}

/** Events of a check are nobody's history. */
function answer({ code, codespace, log, info, data, gasWanted, gasUsed }: TxOutcome): ResponseCheckTx {
  return { code, codespace, log, info, data, gasWanted, gasUsed, events: [] };
}

export class CheckState {
  readonly #decoder: TxDecoder;
  #scope: BlockScope;
  #overlay: Overlay;
  /** Since the last commit, and before it. */
  #admitted = new Map<string, Admitted>();
  #admittedBefore = new Map<string, Admitted>();
  /** What the last block wrote. */
  #block: Overlay | undefined;
  /** Ends when the last check that came has been answered: answers keep the order of the questions. */
  #tail: Promise<unknown> = Promise.resolve();

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
    const learned = tx instanceof CodedError ? undefined : learnSignatures(this.#scope, this.#overlay, [tx]);
    return this.#inTurn(async () => {
      await learned;
      return answer(this.#check(tx, "check"));
    });
  }

  /** For what waits in the mempool, after a commit and in its order. Signatures are not looked at again. */
  recheck(bytes: Uint8Array): Promise<ResponseCheckTx> {
    return this.#inTurn(async () => {
      const tx = this.#decoder.tryDecode(bytes);
      return answer(this.#repeat(tx) ?? this.#check(tx, "recheck"));
    });
  }

  #check(tx: Tx | CodedError, mode: "check" | "recheck"): TxOutcome {
    if (tx instanceof CodedError) return refused(tx, 0n, 0);
    const overlay = this.#overlay;
    const begin = overlay.begin();
    let passed = false;
    try {
      const checked = checkTx(this.#scope, overlay, tx, mode);
      // Only a sequence that fits says how many wait.
      const outcome = checked.code === 0 ? (this.#crowded(tx) ?? checked) : checked;
      passed = outcome.code === 0;
      if (passed) this.#admitted.set(tx.id, { outcome, writes: overlay.since(begin) });
      return outcome;
    } finally {
      if (!passed) overlay.revert(begin);
    }
  }

  /**
   * Where the block changed nothing that the transaction wrote, its sender among it, the ante chain would do the same
   * again: so it is not run, and its writes are put back. Undefined where it must run.
   */
  #repeat(tx: Tx | CodedError): TxOutcome | undefined {
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
    return before.outcome;
  }

  /** How far a transaction is ahead of the committed state is how many of its sender's wait. */
  #crowded(tx: Tx): TxOutcome | undefined {
    const { chain, block, services } = this.#scope;
    for (const [i, { address, text }] of tx.signers.entries()) {
      const sequence = tx.authInfo.signerInfos[i]?.sequence ?? 0n;
      if (sequence < MAX_PENDING_PER_SENDER) continue;
      const committed = readContext(chain, block, this.#overlay.parent);
      const waiting = sequence - (services.auth.account(committed, address)?.base.sequence ?? 0n);
      if (waiting >= MAX_PENDING_PER_SENDER) {
        return refused(
          sdkErrors.mempoolIsFull(`${waiting} transactions of ${text} wait`),
          tx.fee.gasLimit,
          0,
        );
      }
    }
    return undefined;
  }

  #inTurn(run: () => Promise<ResponseCheckTx>): Promise<ResponseCheckTx> {
    const mine = this.#tail.then(run);
    this.#tail = mine.catch(() => {});
    return mine;
  }
}
