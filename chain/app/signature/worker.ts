/**
 * Verifies in another thread: half a microsecond a signature here instead of fifty. What comes in one turn of the event
 * loop travels together, and many batches may be under way.
 *
 * @module
 */
import { Worker } from "node:worker_threads";
import { packChecks, type VerifyAnswer, type VerifyJob } from "./records.ts";
import { isWellFormed, type SignatureCheck, type SignatureVerifier } from "./verifier.ts";

/** More at once would only make the first of them wait. */
const MAX_BATCH = 128;

interface Waiting {
  readonly check: SignatureCheck;
  readonly resolve: (valid: boolean) => void;
}

/** A message to the other thread costs the sender 70 us; of quick checks so few are sooner done here. */
const FEW = 2;

/**
 * @param file the bundled worker.
 * @param verifyNow for what cannot wait, and for all once the worker is gone.
 * @param isQuick whether `verifyNow` takes no longer than a message to the worker.
 * @param onLost told once, where the worker ends by itself.
 */
export function workerVerifier(
  file: string,
  verifyNow: (check: SignatureCheck) => boolean,
  isQuick: boolean,
  onLost: (cause: Error) => void,
): SignatureVerifier {
  const worker = new Worker(file, { name: "verify" });
  const underWay = new Map<number, readonly Waiting[]>();
  let queue: Waiting[] = [];
  let nextId = 0;
  let open = true;

  const answerHere = (waiting: readonly Waiting[]): void => {
    for (const { check, resolve } of waiting) resolve(verifyNow(check));
  };
  const lost = (cause: Error): void => {
    if (!open) return;
    open = false;
    onLost(cause);
    for (const batch of underWay.values()) answerHere(batch);
    underWay.clear();
    answerHere(queue);
    queue = [];
  };
  const send = (): void => {
    if (queue.length === 0) return;
    const batch = queue;
    queue = [];
    if (isQuick && batch.length <= FEW) {
      answerHere(batch);
      return;
    }
    const job: VerifyJob = { id: nextId++, records: packChecks(batch.map(({ check }) => check)) };
    underWay.set(job.id, batch);
    worker.ref();
    worker.postMessage(job, [job.records]);
  };

  worker.on("message", ({ id, valid }: VerifyAnswer) => {
    underWay.get(id)?.forEach(({ resolve }, i) => {
      resolve(valid[i] === 1);
    });
    underWay.delete(id);
    if (underWay.size === 0) worker.unref();
  });
  worker.on("error", lost);
  worker.on("exit", (code) => lost(new Error(`the verify worker ended with code ${code}`)));
  // It keeps the process alive only as long as it is waited for.
  worker.unref();

  return {
    verify(check) {
      if (!isWellFormed(check)) return Promise.resolve(false);
      if (!open) return Promise.resolve(verifyNow(check));
      return new Promise((resolve) => {
        queue.push({ check, resolve });
        if (queue.length >= MAX_BATCH) send();
        else if (queue.length === 1) setImmediate(send);
      });
    },
    verifyNow,
    async close() {
      open = false;
      answerHere([...underWay.values()].flat());
      answerHere(queue);
      underWay.clear();
      queue = [];
      await worker.terminate();
    },
  };
}
