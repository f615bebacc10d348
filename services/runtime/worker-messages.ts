/**
 * What a model's process and its keeper tell each other.
 *
 * @module
 */
import type { AcceptedModel } from "./accept-model.ts";
import type { RefusalCode } from "./onnx/refusal.ts";
import type { TextOutput } from "./session.ts";

export type ToWorker =
  | { readonly kind: "load"; readonly path: string; readonly sha256: string | undefined }
  | { readonly kind: "run"; readonly texts: readonly string[] };

export type FromWorker =
  | { readonly kind: "started" }
  | { readonly kind: "loaded"; readonly model: AcceptedModel }
  | { readonly kind: "refused"; readonly code: RefusalCode | "runtime"; readonly detail: string }
  | { readonly kind: "outputs"; readonly outputs: readonly TextOutput[] }
  | { readonly kind: "failed"; readonly detail: string };
