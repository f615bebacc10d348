/**
 * Reads content, large content in a thread of its own.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import { contentFault } from "./content-fault.ts";

export interface ReadingJob {
  readonly terms: DatasetTerms;
  readonly features: Uint8Array;
  readonly labels: Uint8Array | undefined;
}

export interface ReadingAnswer {
  readonly fault: string | undefined;
}

/** What is false about content; undefined where nothing is. @throws where it could not be read: that says nothing. */
export type ContentReader = (job: ReadingJob, signal: AbortSignal) => Promise<string | undefined>;

/** Less is read faster than a thread begins. */
const SMALL_BYTES = 1024 * 1024;
const DEADLINE_MS = 300_000;
const HEAP_MB = 512;

const readHere: ContentReader = async ({ terms, features, labels }) => contentFault(terms, features, labels);

function readInThread(file: string, job: ReadingJob, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      name: "judge",
      workerData: job,
      // The bytes move there: they are not in memory twice.
      transferList: [job.features, job.labels].flatMap((bytes) =>
        bytes === undefined ? [] : [bytes.buffer as ArrayBuffer],
      ),
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const end = (): void => {
      clearTimeout(deadline);
      signal.removeEventListener("abort", cancel);
      void worker.terminate();
    };
    const give = (error: Error): void => {
      end();
      reject(error);
    };
    const cancel = (): void => give(new Error("cancelled"));
    const deadline = setTimeout(() => give(new Error(`not read within ${DEADLINE_MS} ms`)), DEADLINE_MS);
    signal.addEventListener("abort", cancel, { once: true });
    worker.once("message", ({ fault }: ReadingAnswer) => {
      end();
      resolve(fault);
    });
    worker.once("error", give);
    worker.once("exit", (code) => give(new Error(`the reading thread ended with code ${code}`)));
  });
}

/** @param bundles folder of the bundled threads; without it all is read in this thread. */
export function contentReader(bundles = process.env.ASSAY_BUNDLES): ContentReader {
  const file = bundles === undefined ? undefined : join(bundles, "judge-worker.mjs");
  if (file === undefined || !existsSync(file)) return readHere;
  return (job, signal) =>
    job.features.length < SMALL_BYTES ? readHere(job, signal) : readInThread(file, job, signal);
}
