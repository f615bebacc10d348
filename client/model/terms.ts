/**
 * The ledger's rules for what an owner says of a model's version, in its order and with its codes, for before it is
 * signed: the same schema that the ledger reads by.
 *
 * @module
 */
import { isDatasetName } from "@assay/primitives/dataset/row";
import { type VersionRule, versionFault } from "@assay/primitives/model/version";
import type { Params, VersionTerms } from "@assay/proto/gen/assay/registry/v1/types";
import { AssayError } from "../errors.ts";

const CODES: Readonly<Record<VersionRule, number>> = {
  file: 6,
  graph: 7,
  tensors: 8,
  task: 9,
  licence: 10,
  card: 11,
  content_urls: 12,
  parents: 13,
};
const PART_BYTES = 10n * 1024n * 1024n;

const refusal = (code: number, log: string): AssayError =>
  new AssayError({ codespace: "registry", code, log });

const bytesOf = ({ modelBlob }: VersionTerms): bigint => modelBlob?.size ?? 0n;

/** What the ledger would say first against a model's name; undefined where it would take it. */
export function modelNameFault(name: string): AssayError | undefined {
  return isDatasetName(name) ? undefined : refusal(4, `"${name.slice(0, 64)}"`);
}

/** What the ledger would say first against these terms, parents' states aside; undefined where it would take them. */
export function versionTermsFault(terms: VersionTerms, params: Params): AssayError | undefined {
  const fault = versionFault(terms);
  if (fault !== undefined) return refusal(CODES[fault.rule], fault.detail);
  if (terms.useBps > params.maxUseBps) return refusal(14, `${terms.useBps}, at most ${params.maxUseBps}`);
  const bytes = bytesOf(terms);
  if (bytes > params.maxBlobBytes) return refusal(6, `${bytes} bytes, at most ${params.maxBlobBytes}`);
  const weights = terms.parents.reduce((sum, { weightBps }) => sum + weightBps, 0);
  if (weights > params.maxLineageBps) {
    return refusal(13, `weights of ${weights}, at most ${params.maxLineageBps}`);
  }
  return undefined;
}

/** Base units that publishing a version burns. */
export function versionBurn(terms: VersionTerms, params: Params): bigint {
  const parts = (bytesOf(terms) + PART_BYTES - 1n) / PART_BYTES;
  return params.publishBurn + params.publishBurnPer10mib * parts;
}
