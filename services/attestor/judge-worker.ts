/** The thread that reads one large dataset: hashing 64 MiB row by row takes seconds, in which nothing else would run. */
import { parentPort, workerData } from "node:worker_threads";
import { contentFault } from "./content-fault.ts";
import type { ReadingAnswer, ReadingJob } from "./reader.ts";

const { terms, features, labels } = workerData as ReadingJob;
const answer: ReadingAnswer = { fault: contentFault(terms, features, labels) };
parentPort?.postMessage(answer);
