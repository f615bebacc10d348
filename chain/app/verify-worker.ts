/** The thread that verifies signatures: answers batches in the order in which they come. */
import { parentPort } from "node:worker_threads";
import { loadNative } from "./signature/native.ts";
import { verifyNoble } from "./signature/noble.ts";
import { unpackChecks, type VerifyAnswer, type VerifyJob } from "./signature/records.ts";

const verify = loadNative() ?? verifyNoble;

parentPort?.on("message", ({ id, records }: VerifyJob) => {
  const valid = Uint8Array.from(unpackChecks(records), (check) => (verify(check) ? 1 : 0));
  const answer: VerifyAnswer = { id, valid };
  parentPort?.postMessage(answer, [valid.buffer]);
});
