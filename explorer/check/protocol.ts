/** @module What the page and its checking worker say to each other. */
import type { CheckReport } from "@assay/client/dataset/check";

export type ToWorker =
  /** Fetch the files, compare them with the ledger's terms (proto bytes of DatasetTerms). */
  | { readonly do: "load"; readonly terms: Uint8Array; readonly base: string }
  /** Look for what breaks a claim. */
  | { readonly do: "check" }
  | { readonly do: "stop" }
  /** Build the proof that takes a claim, from the last report. */
  | { readonly do: "prove"; readonly kind: number; readonly max: number };

export type FromWorker =
  | { readonly say: "bytes"; readonly done: number; readonly total: number }
  | {
      readonly say: "loaded";
      readonly texts: readonly string[];
      /** One number a row; absent while labels are sealed. */
      readonly labels: Uint8Array | undefined;
      readonly ms: number;
    }
  | { readonly say: "checking"; readonly done: number; readonly total: number }
  | { readonly say: "checked"; readonly report: CheckReport; readonly ms: number }
  | { readonly say: "stopped" }
  /** Proto bytes of a Proof; absent where the claim stands. */
  | { readonly say: "proof"; readonly proof: Uint8Array | undefined }
  | { readonly say: "failed"; readonly title: string; readonly cause: string; readonly fix: string };
