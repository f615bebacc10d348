/**
 * One dataset's rows in this browser, and what a check of them found. Kept while the page is open, so that going to
 * the staking form and back checks nothing twice.
 *
 * @module
 */
import type { CheckReport } from "@assay/client/dataset/check";
import { Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { type Dataset, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import { type Signal, signal } from "@preact/signals";
import type { Fault } from "../data/fault.ts";
import { hexId } from "../data/market.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

export type RowsState =
  | { readonly state: "idle" }
  | { readonly state: "loading"; readonly done: number; readonly total: number }
  | {
      readonly state: "ready";
      readonly texts: readonly string[];
      readonly labels: Uint8Array | undefined;
      readonly ms: number;
    }
  | { readonly state: "failed"; readonly fault: Fault };

export type CheckState =
  | { readonly state: "idle" }
  | { readonly state: "running"; readonly done: number; readonly total: number }
  | { readonly state: "stopped" }
  | { readonly state: "done"; readonly report: CheckReport; readonly ms: number };

export class CheckSession {
  readonly rows: Signal<RowsState> = signal<RowsState>({ state: "idle" });
  readonly check: Signal<CheckState> = signal<CheckState>({ state: "idle" });
  readonly #terms: Uint8Array;
  #worker: Worker | undefined;
  #checkWhenLoaded = false;
  #proofs: ((proof: Proof | undefined) => void)[] = [];

  constructor(dataset: Dataset) {
    this.#terms = DatasetTerms.toBytes(dataset.terms ?? DatasetTerms.create());
  }

  #send(message: ToWorker): void {
    if (this.#worker === undefined) {
      this.#worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "check" });
      this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
      this.#worker.onerror = (event) => {
        event.preventDefault();
        this.#hear({
          say: "failed",
          title: "The check could not run.",
          cause: event.message,
          fix: "Load the page again.",
        });
      };
    }
    this.#worker.postMessage(message);
  }

  #hear(message: FromWorker): void {
    switch (message.say) {
      case "bytes":
        this.rows.value = { state: "loading", done: message.done, total: message.total };
        break;
      case "loaded":
        this.rows.value = { state: "ready", texts: message.texts, labels: message.labels, ms: message.ms };
        if (this.#checkWhenLoaded) this.runCheck();
        break;
      case "checking":
        if (this.check.peek().state === "running") {
          this.check.value = { state: "running", done: message.done, total: message.total };
        }
        break;
      case "checked":
        this.check.value = { state: "done", report: message.report, ms: message.ms };
        break;
      case "stopped":
        this.check.value = { state: "stopped" };
        break;
      case "proof":
        for (const done of this.#proofs.splice(0)) {
          done(message.proof === undefined ? undefined : Proof.fromBytes(message.proof));
        }
        break;
      case "failed": {
        const { title, cause, fix } = message;
        this.rows.value = { state: "failed", fault: { title, cause, fix, unreachable: false } };
        this.check.value = { state: "idle" };
        this.#checkWhenLoaded = false;
        for (const done of this.#proofs.splice(0)) done(undefined);
        this.#worker?.terminate();
        this.#worker = undefined;
        break;
      }
    }
  }

  /** Fetches and verifies the rows, once; after a failure again. */
  load(): void {
    const { state } = this.rows.peek();
    if (state === "loading" || state === "ready") return;
    this.rows.value = { state: "loading", done: 0, total: 0 };
    this.#send({ do: "load", terms: this.#terms, base: "/content/blobs/" });
  }

  /** Looks for near pairs and bad rows, after loading where that is due. */
  runCheck(): void {
    const rows = this.rows.peek().state;
    if (rows !== "ready") {
      this.#checkWhenLoaded = true;
      this.check.value = { state: "running", done: 0, total: 0 };
      this.load();
      return;
    }
    this.#checkWhenLoaded = false;
    this.check.value = { state: "running", done: 0, total: 0 };
    this.#send({ do: "check" });
  }

  stop(): void {
    this.#checkWhenLoaded = false;
    if (this.rows.peek().state === "ready") this.#send({ do: "stop" });
    else this.check.value = { state: "stopped" };
  }

  /** The proof that takes this claim; undefined where it stands. */
  prove(kind: number, max: number): Promise<Proof | undefined> {
    return new Promise((resolve) => {
      this.#proofs.push(resolve);
      this.#send({ do: "prove", kind, max });
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

const sessions = new Map<string, CheckSession>();
/** Rows of so many datasets are kept in memory. */
const KEPT = 3;

export function sessionOf(dataset: Dataset): CheckSession {
  const id = hexId(dataset.id);
  const known = sessions.get(id);
  if (known) return known;
  const made = new CheckSession(dataset);
  sessions.set(id, made);
  for (const [old, session] of sessions) {
    if (sessions.size <= KEPT || old === id) break;
    session.close();
    sessions.delete(old);
  }
  return made;
}
