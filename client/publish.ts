/**
 * Publishing in one call: the seal, the wait, and the showing.
 *
 * @module
 */
import { datasetId, publishCommitHash } from "@assay/primitives/dataset/id";
import { MsgPublishDatasetResponse } from "@assay/proto/gen/assay/data/v1/tx";
import { ClaimTerms, DatasetTerms, type Params } from "@assay/proto/gen/assay/data/v1/types";
import type { DeepPartial } from "@assay/proto/wire/message-type";
import type { AssayClient } from "./client.ts";
import type { IndexedTx } from "./comet.ts";
import { newSalt, type SealOptions, sealAndShow } from "./commit-reveal.ts";
import { publishCost, termsFault } from "./dataset/terms.ts";
import { decodeAnswer } from "./decode-answer.ts";
import { AssayError, isClientError } from "./errors.ts";
import { commitPublish, revealPublish } from "./modules/data/messages.ts";
import { rawAddress } from "./raw-address.ts";
import type { SigningAssayClient } from "./signing.ts";

export interface PublishArgs {
  readonly owner: string;
  readonly terms: DeepPartial<DatasetTerms>;
  /** With the owner's stake on each. Every dataset claims AVAILABLE. */
  readonly claims: readonly DeepPartial<ClaimTerms>[];
}

export interface Published {
  readonly datasetId: Uint8Array;
  /** The validators' question about its content; upload that now. */
  readonly questionId: bigint;
  readonly tx: IndexedTx;
}

/** Reads what a publishing transaction answered. */
export function publishedBy(tx: IndexedTx): Published {
  const response = decodeAnswer(MsgPublishDatasetResponse, tx.msgResponses[0]?.value ?? new Uint8Array(0));
  return { ...response, tx };
}

/** The id that a dataset has, known before it is published. */
export async function datasetIdOf(
  client: AssayClient,
  owner: string,
  name: string,
  version: number,
): Promise<Uint8Array> {
  return datasetId(await client.getChainId(), rawAddress(owner), name, version);
}

async function isPublished(client: AssayClient, id: Uint8Array): Promise<boolean> {
  try {
    await client.query.data.dataset(id);
    return true;
  } catch (error) {
    if (isClientError(error, "notFound")) return false;
    throw error;
  }
}

/** Finds before the seal what would make the showing fail after it. */
async function checkBefore(
  client: AssayClient,
  owner: string,
  id: Uint8Array,
  terms: DatasetTerms,
  claims: readonly ClaimTerms[],
  params: Params,
): Promise<void> {
  const fault = termsFault(terms, claims, params);
  if (fault !== undefined) throw fault;
  if (await isPublished(client, id)) {
    throw new AssayError({ codespace: "data", code: 9, log: `${terms.name} version ${terms.version}` });
  }
  const { amount } = await client.getBalance(owner, params.stakeDenom);
  const cost = publishCost(terms, claims, params);
  if (BigInt(amount) < cost) {
    const log = `stakes and burns are ${cost}${params.stakeDenom}, there are ${amount}`;
    throw new AssayError({ codespace: "sdk", code: 5, log });
  }
}

/**
 * Publishes a dataset. Nobody can copy it first: the ledger sees a seal, and the terms a block later.
 * @throws AssayError. What was sealed by then is in the store: `resumeReveal` goes on with it.
 */
export async function publishDataset(
  client: SigningAssayClient,
  args: PublishArgs,
  options: SealOptions,
): Promise<Published> {
  const { owner } = args;
  const terms = DatasetTerms.fromPartial(args.terms);
  const id = await datasetIdOf(client, owner, terms.name, terms.version);
  const claims = args.claims.map((claim) => ClaimTerms.fromPartial(claim));
  const params = await client.query.data.params();
  await checkBefore(client, owner, id, terms, claims, params);
  const salt = newSalt();
  const hash = publishCommitHash({
    id,
    featuresRoot: terms.featuresRoot,
    labelsRoot: terms.labelsRoot,
    salt,
  });
  const tx = await sealAndShow(
    client,
    {
      kind: "publish",
      account: owner,
      datasetId: id,
      title: `${terms.name} v${terms.version}`,
      hash,
      commit: commitPublish({ owner, hash }),
      reveal: revealPublish({ owner, terms, claims, salt }),
      minBlocks: Number(params.revealMinBlocks),
      maxBlocks: Number(params.revealMaxBlocks),
    },
    options,
  );
  return publishedBy(tx);
}
