/**
 * What an owner may say of a model's version, as far as no state is needed to judge it: the first rule that it breaks,
 * in the order in which the ledger names failures. The client asks before it signs, the ledger before it takes.
 *
 * @module
 */
import { toHex } from "../bytes.ts";
import { cardFault } from "./card.ts";
import { MAX_OPSET, MIN_OPSET, operatorsFault } from "./operators.ts";
import { isSpdxExpression } from "./spdx.ts";
import { HUB_TASKS } from "./tasks.ts";
import { type TensorShape, tensorsFault } from "./tensors.ts";

export const MAX_PARENTS = 8;
export const MAX_CONTENT_URLS = 4;
const CONTENT_URL = /^https?:\/\/[!-~]{1,500}$/;

interface File {
  readonly sha256: Uint8Array;
  /** Bytes. */
  readonly size: bigint;
}

interface ParentShare {
  readonly kind: number;
  readonly id: Uint8Array;
  readonly weightBps: number;
}

/** The shape of `assay.registry.v1.VersionTerms`. */
export interface VersionClaims {
  readonly modelBlob: File | undefined;
  readonly opset: number;
  readonly operators: readonly string[];
  readonly inputs: readonly TensorShape[];
  readonly outputs: readonly TensorShape[];
  readonly task: string;
  readonly licence: string;
  readonly card: string;
  readonly contentUrls: readonly string[];
  readonly parents: readonly ParentShare[];
}

export type VersionRule =
  | "file"
  | "graph"
  | "tensors"
  | "task"
  | "licence"
  | "card"
  | "content_urls"
  | "parents";

export interface VersionFault {
  readonly rule: VersionRule;
  readonly detail: string;
}

function fileFault({ modelBlob }: VersionClaims): string | undefined {
  const isFile = modelBlob !== undefined && modelBlob.sha256.length === 32 && modelBlob.size > 0n;
  return isFile ? undefined : "the model's file needs a sha256 and a size";
}

function graphFault({ opset, operators }: VersionClaims): string | undefined {
  if (opset < MIN_OPSET || opset > MAX_OPSET) return `opset ${opset}, must be ${MIN_OPSET} to ${MAX_OPSET}`;
  return operatorsFault(operators);
}

function urlsFault({ contentUrls }: VersionClaims): string | undefined {
  if (contentUrls.length > MAX_CONTENT_URLS) return `over ${MAX_CONTENT_URLS} content URLs`;
  const wrong = contentUrls.find((url) => !CONTENT_URL.test(url));
  return wrong === undefined ? undefined : `content URL "${wrong.slice(0, 64)}"`;
}

function parentsFault({ parents }: VersionClaims): string | undefined {
  if (parents.length > MAX_PARENTS) return `${parents.length} parents, at most ${MAX_PARENTS}`;
  const ids = new Set<string>();
  for (const { kind, id, weightBps } of parents) {
    if (kind !== 1 && kind !== 2) return `a parent of kind ${kind}`;
    if (id.length !== 32) return `a parent's id has ${id.length} bytes`;
    if (weightBps === 0) return `parent ${toHex(id)} has no weight`;
    if (ids.has(toHex(id))) return `parent ${toHex(id)} twice`;
    ids.add(toHex(id));
  }
  return undefined;
}

/** The first rule that a version's terms break; undefined where they break none. */
export function versionFault(claims: VersionClaims): VersionFault | undefined {
  const { task, licence } = claims;
  const checks: readonly (readonly [VersionRule, () => string | undefined])[] = [
    ["file", () => fileFault(claims)],
    ["graph", () => graphFault(claims)],
    ["tensors", () => tensorsFault(claims.inputs, claims.outputs)],
    ["task", () => (HUB_TASKS.has(task) ? undefined : `"${task.slice(0, 64)}" is no task of the Hub`)],
    ["licence", () => (isSpdxExpression(licence) ? undefined : `"${licence.slice(0, 64)}"`)],
    ["card", () => cardFault(claims.card, claims)],
    ["content_urls", () => urlsFault(claims)],
    ["parents", () => parentsFault(claims)],
  ];
  for (const [rule, check] of checks) {
    const detail = check();
    if (detail !== undefined) return { rule, detail };
  }
  return undefined;
}
