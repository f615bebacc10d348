/** What can be said against a message without state. */
import { checkAddress } from "@assay/kernel/checks";
import type { ChainInfo } from "@assay/kernel/context";
import type { ErrorDefinition } from "@assay/kernel/errors";
import { isDatasetName } from "@assay/primitives/dataset/row";
import { BPS } from "@assay/primitives/fixed-point";
import { type VersionRule, versionFault } from "@assay/primitives/model/version";
import type {
  MsgAcceptModel,
  MsgGrantLineage,
  MsgOfferModel,
  MsgPublishModel,
  MsgPublishVersion,
  MsgPull,
  MsgReportScore,
  MsgRetireVersion,
} from "@assay/proto/gen/assay/registry/v1/tx";
import type { VersionTerms } from "@assay/proto/gen/assay/registry/v1/types";
import { errors } from "./errors.ts";

/** Edges that one message may pull. */
export const MAX_EDGES = 32;
export const PPM = 1_000_000;

const TEST_SET = /^[a-z0-9-]{1,64}$/;
const METRIC = /^[a-z0-9_-]{1,32}$/;

function check32(bytes: Uint8Array, what: string): void {
  if (bytes.length !== 32) throw errors.invalidHash(`${what} has ${bytes.length} bytes`);
}

const FAULTS: Readonly<Record<VersionRule, ErrorDefinition>> = {
  file: errors.invalidFile,
  graph: errors.invalidGraph,
  tensors: errors.invalidTensors,
  task: errors.invalidTask,
  licence: errors.invalidLicence,
  card: errors.invalidCard,
  content_urls: errors.overLimit,
  parents: errors.invalidParents,
};

/** A message that has its terms. */
export type WithTerms<M> = M & { terms: VersionTerms };

/** @throws registry/5 to registry/13 */
function checkTerms(terms: VersionTerms | undefined): void {
  if (terms === undefined) throw errors.noTerms();
  const fault = versionFault(terms);
  if (fault !== undefined) throw FAULTS[fault.rule](fault.detail);
}

export function checkPublishModel({ owner, name, terms }: MsgPublishModel, chain: ChainInfo): void {
  checkAddress(owner, chain, "owner");
  if (!isDatasetName(name)) throw errors.invalidName(`"${name.slice(0, 64)}"`);
  checkTerms(terms);
}

export function checkPublishVersion({ owner, modelId, terms }: MsgPublishVersion, chain: ChainInfo): void {
  checkAddress(owner, chain, "owner");
  check32(modelId, "model_id");
  checkTerms(terms);
}

export function checkRetireVersion({ owner, versionId }: MsgRetireVersion, chain: ChainInfo): void {
  checkAddress(owner, chain, "owner");
  check32(versionId, "version_id");
}

export function checkOfferModel({ owner, modelId, to }: MsgOfferModel, chain: ChainInfo): void {
  checkAddress(owner, chain, "owner");
  if (to !== "") checkAddress(to, chain, "to");
  check32(modelId, "model_id");
}

export function checkAcceptModel({ newOwner, modelId }: MsgAcceptModel, chain: ChainInfo): void {
  checkAddress(newOwner, chain, "new_owner");
  check32(modelId, "model_id");
}

export function checkGrantLineage(message: MsgGrantLineage, chain: ChainInfo): void {
  const { owner, parentId, builder, minWeightBps } = message;
  checkAddress(owner, chain, "owner");
  checkAddress(builder, chain, "builder");
  check32(parentId, "parent_id");
  if (minWeightBps > Number(BPS)) throw errors.invalidParents(`a weight of ${minWeightBps}, at most ${BPS}`);
}

export function checkReportScore(message: MsgReportScore, chain: ChainInfo): void {
  const { owner, versionId, testSet, datasetId, metric, valuePpm, rows } = message;
  checkAddress(owner, chain, "owner");
  check32(versionId, "version_id");
  if (datasetId.length > 0) check32(datasetId, "dataset_id");
  if (!TEST_SET.test(testSet)) throw errors.invalidScore(`test_set "${testSet.slice(0, 64)}"`);
  if (!METRIC.test(metric)) throw errors.invalidScore(`metric "${metric.slice(0, 32)}"`);
  if (valuePpm > PPM) throw errors.invalidScore(`value_ppm ${valuePpm}, at most ${PPM}`);
  if (rows === 0n) throw errors.invalidScore("no rows");
}

export function checkPull({ account, edges }: MsgPull, chain: ChainInfo): void {
  checkAddress(account, chain, "account");
  for (const { versionId, parentId } of edges) {
    check32(versionId, "version_id");
    check32(parentId, "parent_id");
  }
  if (edges.length > MAX_EDGES) throw errors.overLimit(`${edges.length} edges, at most ${MAX_EDGES}`);
}
