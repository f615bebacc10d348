/** Models for tests of the market: published, attested, paid and pulled by name. */
import { createRegistryKeeper } from "@assay/modules/registry/income";
import { ascii } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import { modelId, modelVersionId } from "@assay/primitives/model/id";
import { Msg as AttestMsg } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { Query } from "@assay/proto/gen/assay/registry/v1/query";
import { Msg, type MsgPullResponse } from "@assay/proto/gen/assay/registry/v1/tx";
import {
  type Model,
  ParentKind,
  type ParentTerms,
  TensorType,
  type Version,
  VersionTerms,
} from "@assay/proto/gen/assay/registry/v1/types";
import type { DeepPartial } from "@assay/proto/wire/message-type";
import { CLAIM_KIND_AVAILABLE, claim, sampleRows, TestSet } from "./dataset.ts";
import { address, type Market, type MarketOptions, type Result, rawAddress } from "./market.ts";

export const CARD = `---
license: mit
pipeline_tag: text-classification
language: [en]
---
# Spam

Says whether a message is spam.
`;

/** Terms that may stand, of a file that a word names. */
export const versionTerms = (changes: DeepPartial<VersionTerms> = {}, word = "model"): VersionTerms =>
  VersionTerms.fromPartial({
    modelBlob: { sha256: sha256(ascii(word)), size: 81_000n },
    opset: 17,
    operators: ["Gather", "MatMul", "Softmax"],
    inputs: [
      {
        name: "ids",
        type: TensorType.TENSOR_TYPE_INT64,
        axes: [
          { name: "batch", size: 32n },
          { name: "length", size: 128n },
        ],
      },
    ],
    outputs: [
      {
        name: "scores",
        type: TensorType.TENSOR_TYPE_FLOAT,
        axes: [
          { name: "batch", size: 32n },
          { name: "", size: 2n },
        ],
      },
    ],
    task: "text-classification",
    licence: "MIT",
    card: CARD,
    contentUrls: ["https://content.example/"],
    useBps: 1000,
    openLineage: true,
    ...changes,
  });

/** What validators measure of a test's model, in 10^-9. */
export const RANGE = 2_500_000_000n;

/** A parent of either kind. */
export function parent(of: TestModel | TestSet, weightBps: number): ParentTerms {
  const isModel = of instanceof TestModel;
  return {
    kind: isModel ? ParentKind.PARENT_KIND_VERSION : ParentKind.PARENT_KIND_DATASET,
    id: isModel ? of.versionId : of.id,
    weightBps,
  };
}

/** A model with one version. */
export class TestModel {
  readonly owner: string;
  readonly name: string;
  readonly terms: VersionTerms;
  readonly modelId: Uint8Array;
  readonly versionId: Uint8Array;

  constructor(owner: string, name: string, changes: DeepPartial<VersionTerms> = {}) {
    this.owner = owner;
    this.name = name;
    this.terms = versionTerms(changes, name);
    this.modelId = modelId("assay-test-1", rawAddress(owner), name);
    this.versionId = modelVersionId(this.modelId, 1);
  }

  publishMessage() {
    return { owner: address(this.owner), name: this.name, terms: this.terms };
  }

  publish(market: Market): bigint {
    return market.must(Msg.PublishModel, this.publishMessage()).questionId;
  }

  /** Published, and loaded by all validators: LIVE in the block that is being filled. */
  activate(market: Market, range = RANGE): this {
    answerLoads(market, this.publish(market), range);
    market.next();
    return this;
  }

  version(market: Market): Version {
    return market.query(Query.Version, { id: this.versionId }).version!;
  }

  model(market: Market): Model {
    return market.query(Query.Model, { id: this.modelId }).model!;
  }

  /** A payment, as the modules that take them will make it. */
  receive(market: Market, from: string, amount: bigint): void {
    market.write((ctx) =>
      createRegistryKeeper(market.modules).receive(ctx, rawAddress(from), this.versionId, amount),
    );
  }

  transfer(market: Market, to: string, from = this.owner): void {
    market.must(Msg.OfferModel, { owner: address(from), modelId: this.modelId, to: address(to) });
    market.must(Msg.AcceptModel, { newOwner: address(to), modelId: this.modelId });
  }
}

/** YES of all validators to a question of MODEL_LOADS. */
export function answerLoads(market: Market, questionId: bigint, measured = RANGE): void {
  for (const name of market.validators) {
    const message = { attestor: address(name), questionId, answer: Answer.ANSWER_YES, measured };
    market.must(AttestMsg.Answer, message);
  }
}

/** From a child to its parent. */
export const edge = (child: TestModel, to: TestModel | TestSet) => ({
  versionId: child.versionId,
  parentId: to instanceof TestModel ? to.versionId : to.id,
});

export const pull = (
  market: Market,
  account: string,
  ...edges: ReturnType<typeof edge>[]
): Result<MsgPullResponse> => market.deliver(Msg.Pull, { account: address(account), edges });

export const owed = (market: Market, account: string): bigint =>
  BigInt(market.query(Query.Owed, { account: address(account) }).amount!.amount);

/** Windows in which a dataset becomes FINAL in a few blocks. */
export const SHORT_WINDOWS: MarketOptions = {
  data: { challengeWindowBlocks: 2n, attestBlocks: 3n },
  challenge: { revealMaxBlocks: 2n },
  registry: { attestBlocks: 3n },
};

/** A dataset that is FINAL in the block that is being filled, on a market of `SHORT_WINDOWS`. */
export function finalSet(market: Market, owner: string, name: string): TestSet {
  const set = new TestSet(owner, sampleRows(3, 0), { name, windowBlocks: 2n });
  set.activate(market, [claim(CLAIM_KIND_AVAILABLE)]);
  market.nextTo(set.dataset(market).finalHeight + 1n);
  return set;
}
