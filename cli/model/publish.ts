/** `assay model publish` and `assay model version`: a folder becomes a version on the ledger. */
import { basename, resolve } from "node:path";
import { modelNameFault, versionBurn, versionTermsFault } from "@assay/client/model/terms";
import { publishModel, publishVersion } from "@assay/client/modules/registry/messages";
import { fromHex, toHex } from "@assay/primitives/bytes";
import { MsgPublishModelResponse, MsgPublishVersionResponse } from "@assay/proto/gen/assay/registry/v1/tx";
import {
  type Params,
  ParentKind,
  type ParentTerms,
  type VersionTerms,
} from "@assay/proto/gen/assay/registry/v1/types";
import { UsageError } from "../failure.ts";
import { readModelFolder } from "../model-folder.ts";
import { amountText } from "../preview.ts";
import type { Session } from "../session.ts";
import { percent } from "../show/model.ts";

export interface PublishModelFlags {
  readonly from: string;
  readonly name?: string;
  readonly licence?: string;
  readonly useBps: number;
  readonly closedLineage?: boolean;
  readonly parent?: readonly string[];
  readonly contentUrl?: readonly string[];
}

/** `dataset:ID=500`: 5 % to a dataset. @throws UsageError */
export function parentFlag(text: string): ParentTerms {
  const match = /^(dataset|version):([0-9a-fA-F]{64})=(\d{1,5})$/.exec(text);
  if (match === null) {
    throw new UsageError(`--parent ${text}`, "Give it like dataset:ID=500 or version:ID=500 (500 is 5 %).");
  }
  const { PARENT_KIND_DATASET, PARENT_KIND_VERSION } = ParentKind;
  return {
    kind: match[1] === "dataset" ? PARENT_KIND_DATASET : PARENT_KIND_VERSION,
    id: fromHex(match[2]!),
    weightBps: Number(match[3]),
  };
}

/** The folder's part of a version's terms, and the owner's. */
function termsOf(dir: string, flags: PublishModelFlags): VersionTerms {
  return {
    ...readModelFolder(dir, flags.licence),
    useBps: flags.useBps,
    openLineage: flags.closedLineage !== true,
    parents: (flags.parent ?? []).map(parentFlag),
    contentUrls: [...(flags.contentUrl ?? [])],
  };
}

function preview(what: string, terms: VersionTerms, params: Params, denom: string): string[] {
  const parents = terms.parents.map(
    ({ kind, id, weightBps }) =>
      `  ${percent(weightBps)} of its income goes to ${kind === ParentKind.PARENT_KIND_DATASET ? "dataset" : "model version"} ${toHex(id)}`,
  );
  return [
    `Publish ${what}: ${terms.task}, licence ${terms.licence}. What is said of it is fixed for ever.`,
    `You get ${percent(terms.useBps)} of what sessions on it earn.`,
    ...parents,
    terms.openLineage
      ? "Anybody may build on it, and then pays it the share that they name."
      : "Nobody else may build on it without your grant.",
    `Publishing burns ${amountText(versionBurn(terms, params), denom)}.`,
  ];
}

async function published(
  session: Session,
  tx: { readonly transactionHash: string; readonly height: number },
  ids: { readonly modelId: Uint8Array; readonly versionId: Uint8Array; readonly questionId: bigint },
): Promise<void> {
  const question = await (await session.client()).query.attest.question(ids.questionId);
  session.out.data(
    {
      model_id: toHex(ids.modelId),
      version_id: toHex(ids.versionId),
      question_id: String(ids.questionId),
      attest_by: String(question.deadlineHeight),
      tx_hash: tx.transactionHash,
      height: String(tx.height),
    },
    () => `Published in block ${tx.height}: version ${toHex(ids.versionId)} of model ${toHex(ids.modelId)}`,
  );
  session.out.talk(
    `It becomes live when two thirds of the validators have loaded it, by block ${question.deadlineHeight} at the latest.`,
  );
}

/** @throws AssayError with what the ledger would say against it. */
function check(terms: VersionTerms, params: Params): void {
  const fault = versionTermsFault(terms, params);
  if (fault !== undefined) throw fault;
}

export async function publishModelCommand(
  session: Session,
  dir: string,
  flags: PublishModelFlags,
): Promise<void> {
  const terms = termsOf(dir, flags);
  const name = flags.name ?? basename(resolve(dir));
  const params = await (await session.client()).query.registry.params();
  const nameFault = modelNameFault(name);
  if (nameFault !== undefined) throw nameFault;
  check(terms, params);
  const signer = await session.signer(flags.from);
  const message = publishModel({ owner: signer.address, name, terms });
  const denom = await session.denom();
  const tx = await session.send(signer, [message], preview(`model ${name}`, terms, params, denom));
  if (tx === undefined) return;
  await published(session, tx, MsgPublishModelResponse.fromBytes(tx.msgResponses[0]!.value));
}

export async function publishVersionCommand(
  session: Session,
  modelId: string,
  dir: string,
  flags: PublishModelFlags,
): Promise<void> {
  const terms = termsOf(dir, flags);
  const { registry } = (await session.client()).query;
  const [model, params] = await Promise.all([registry.model(modelId), registry.params()]);
  check(terms, params);
  const signer = await session.signer(flags.from);
  const message = publishVersion({ owner: signer.address, modelId: model.id, terms });
  const what = `version ${model.versions + 1} of ${model.name}`;
  const tx = await session.send(signer, [message], preview(what, terms, params, await session.denom()));
  if (tx === undefined) return;
  const response = MsgPublishVersionResponse.fromBytes(tx.msgResponses[0]!.value);
  await published(session, tx, { ...response, modelId: model.id });
}
