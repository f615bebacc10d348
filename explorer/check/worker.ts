/**
 * The chain's own rules over a whole dataset, off the page's thread: fetches the rows, compares them with the ledger's
 * roots, finds near-duplicate pairs and bad rows, and builds the proof.
 *
 * @module
 */
import { type CheckReport, type CheckStep, checkSteps } from "@assay/client/dataset/check";
import { type DatasetContent, readContent } from "@assay/client/dataset/content";
import { DatasetError } from "@assay/client/dataset/errors";
import { proofAgainst } from "@assay/client/dataset/proof";
import { toHex } from "@assay/primitives/bytes";
import { Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { type Blob, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import type { FromWorker, ToWorker } from "./protocol.ts";

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
};

/** A failure that the reader can do something about. */
class Fault extends Error {
  readonly fix: string;

  constructor(cause: string, fix: string) {
    super(cause);
    this.fix = fix;
  }
}

let terms: DatasetTerms | undefined;
let content: DatasetContent | undefined;
let report: CheckReport | undefined;
let stopped = false;

/** Fetches a file by its hash; never more bytes than the ledger names. */
async function fetchBlob(base: string, blob: Blob, onBytes: (bytes: number) => void): Promise<Uint8Array> {
  const size = Number(blob.size);
  let response: Response;
  try {
    response = await fetch(base + toHex(blob.sha256));
  } catch {
    throw new Fault("The content service does not answer.", "Try again when the node is back.");
  }
  if (response.status === 451) {
    throw new Fault("This node's operator withholds this content.", "Another node may serve it.");
  }
  if (response.status === 404) {
    throw new Fault(
      "This node does not hold the rows.",
      "They may still be on their way: try again. If nobody holds them, the claim “Available” is false.",
    );
  }
  if (!response.ok || response.body === null) {
    throw new Fault(`The content service answers HTTP ${response.status}.`, "Try again.");
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const chunk of chunksOf(response.body)) {
    if (at + chunk.length > size)
      throw new DatasetError("content", "the file is longer than the ledger says");
    bytes.set(chunk, at);
    at += chunk.length;
    onBytes(chunk.length);
  }
  return bytes.subarray(0, at);
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

async function load(bytes: Uint8Array, base: string): Promise<void> {
  const before = performance.now();
  terms = DatasetTerms.fromBytes(bytes);
  if (terms.featuresBlob === undefined) throw new Fault("The dataset names no file.", "");
  const total = Number(terms.featuresBlob.size + (terms.labelsBlob?.size ?? 0n));
  let done = 0;
  const onBytes = (count: number) => {
    done += count;
    scope.postMessage({ say: "bytes", done, total });
  };
  const features = await fetchBlob(base, terms.featuresBlob, onBytes);
  const labels = terms.labelsBlob && (await fetchBlob(base, terms.labelsBlob, onBytes));
  content = readContent(terms, features, labels);
  const reader = new TextDecoder("utf-8", { ignoreBOM: true });
  const texts = content.rows.map((row) => reader.decode(row));
  scope.postMessage({ say: "loaded", texts, labels: content.labelOf, ms: performance.now() - before });
}

/** Lets a "stop" through between two steps. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
const REPORT_MS = 50;

async function check(): Promise<void> {
  if (terms === undefined || content === undefined)
    throw new Fault("The rows are not loaded.", "Load them first.");
  const before = performance.now();
  stopped = false;
  const steps = checkSteps({
    rows: content.rows,
    labelOf: content.labelOf,
    labelCount: terms.labels.length,
    charset: terms.charset,
  });
  let told = 0;
  for (;;) {
    const step: IteratorResult<CheckStep, CheckReport> = steps.next();
    if (step.done === true) {
      report = step.value;
      scope.postMessage({ say: "checked", report, ms: performance.now() - before });
      return;
    }
    const now = performance.now();
    if (now - told < REPORT_MS) continue;
    told = now;
    scope.postMessage({ say: "checking", done: step.value.done, total: step.value.total });
    await breathe();
    if (stopped) {
      scope.postMessage({ say: "stopped" });
      return;
    }
  }
}

function prove(kind: number, max: number): void {
  const proof = report && content && proofAgainst({ kind, max }, report, content);
  scope.postMessage({ say: "proof", proof: proof && Proof.toBytes(proof) });
}

async function run(message: ToWorker): Promise<void> {
  switch (message.do) {
    case "load":
      return load(message.terms, message.base);
    case "check":
      return check();
    case "stop":
      stopped = true;
      return;
    case "prove":
      return prove(message.kind, message.max);
  }
}

scope.onmessage = ({ data }) => {
  run(data).catch((error: unknown) => {
    if (error instanceof Fault) {
      scope.postMessage({
        say: "failed",
        title: "The rows could not be loaded.",
        cause: error.message,
        fix: error.fix,
      });
    } else if (error instanceof DatasetError) {
      const fix = "Do not trust this copy. If every copy is like it, the claim “Available” is false.";
      scope.postMessage({
        say: "failed",
        title: "The rows are not what the ledger names.",
        cause: error.message,
        fix,
      });
    } else {
      const cause = error instanceof Error ? error.message : String(error);
      scope.postMessage({ say: "failed", title: "The check broke off.", cause, fix: "Try again." });
    }
  });
};
