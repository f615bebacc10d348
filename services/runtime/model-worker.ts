/**
 * The process that one model runs in. Nothing in it is trusted to end: its keeper kills it. A second thread ends it when
 * the keeper is gone, since the first one may be inside of the model then.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { isMainThread, Worker } from "node:worker_threads";
import { acceptModel } from "./accept-model.ts";
import { MAX_FILE_BYTES } from "./onnx/limits.ts";
import { ensure, ModelRefused } from "./onnx/refusal.ts";
import { openSession, type Session } from "./session.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

const ORPHAN_CHECK_MS = 500;

const tell = (message: FromWorker): void => {
  process.send?.(message);
};

const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);

let session: Session | undefined;

async function load(path: string, sha256: string | undefined): Promise<void> {
  ensure(statSync(path).size <= MAX_FILE_BYTES, "too_large", "the file is too large");
  const bytes = readFileSync(path);
  if (sha256 !== undefined) {
    const found = createHash("sha256").update(bytes).digest("hex");
    ensure(found === sha256, "malformed", `the file's sha256 is ${found}`);
  }
  const model = acceptModel(bytes);
  session = await openSession(bytes, model);
  tell({ kind: "loaded", model });
}

async function answer(message: ToWorker): Promise<void> {
  try {
    if (message.kind === "load") await load(message.path, message.sha256);
    else {
      if (session === undefined) throw new Error("no model is loaded");
      tell({ kind: "outputs", outputs: await session.run(message.texts) });
    }
  } catch (error) {
    if (message.kind === "run") tell({ kind: "failed", detail: detailOf(error) });
    else {
      const code = error instanceof ModelRefused ? error.code : "runtime";
      tell({ kind: "refused", code, detail: detailOf(error) });
    }
  }
}

if (isMainThread) {
  process.on("message", (message: ToWorker) => void answer(message));
  process.on("disconnect", () => process.exit(0));
  new Worker(new URL(import.meta.url), { env: { KEEPER: String(process.ppid) } }).unref();
  tell({ kind: "started" });
} else {
  const keeper = Number(process.env.KEEPER);
  setInterval(() => {
    if (process.ppid !== keeper) process.kill(process.pid, "SIGKILL");
  }, ORPHAN_CHECK_MS);
}
