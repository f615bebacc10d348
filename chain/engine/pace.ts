/**
 * When the next block is due.
 *
 * @module
 */
import type { FifoMempool } from "../mempool/mempool.ts";
import type { Clock } from "./clock.ts";

/** Lets requests have their turn where one block follows another. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Resolves at that time, or when the signal aborts. */
export async function waitUntil(clock: Clock, timeMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && clock.nowMs() < timeMs) await clock.sleep(timeMs - clock.nowMs(), signal);
}

/** A block each `blockTimeMs`, counted from the begin of the one before; late ones are not made up for. */
export async function paceByClock(
  produce: () => Promise<unknown>,
  clock: Clock,
  blockTimeMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const began = clock.nowMs();
    await produce();
    const due = began + blockTimeMs - clock.nowMs();
    if (due > 0) await clock.sleep(due, signal);
    else await breathe();
  }
}

/**
 * A block for what the mempool holds, at once, and an empty one after it: a block's state is proved by the next
 * header, and whoever waits for that must not wait for another's transaction.
 * @param owed blocks that are due although nothing waits.
 */
export async function paceByTransaction(
  produce: () => Promise<unknown>,
  mempool: FifoMempool,
  owed: number,
  signal: AbortSignal,
): Promise<void> {
  let due = owed;
  /** What had arrived when a block last took nothing: until more comes, another one would take nothing either. */
  let futile = -1;
  while (!signal.aborted) {
    const waiting = mempool.size();
    const arrivals = mempool.arrivals();
    if (due === 0 && (waiting === 0 || arrivals === futile)) {
      await mempool.arrival(signal);
      continue;
    }
    await produce();
    const took = waiting + (mempool.arrivals() - arrivals) - mempool.size();
    due = took > 0 ? 1 : Math.max(0, due - 1);
    futile = took > 0 ? -1 : arrivals;
    await breathe();
  }
}
