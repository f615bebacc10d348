/** Datasets for tests of the market: published, attested, challenged by name. */
import { ascii, toHex } from "@assay/primitives/bytes";
import { challengeCommitHash, datasetId, publishCommitHash } from "@assay/primitives/dataset/id";
import { packFeatures, packLabels } from "@assay/primitives/dataset/pack";
import { FeatureTree, LabelTree } from "@assay/primitives/dataset/tree";
import { sha256 } from "@assay/primitives/hash";
import { Msg as AttestMsg } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import {
  Msg as ChallengeMsg,
  type MsgChallenge,
  type MsgChallengeResponse,
} from "@assay/proto/gen/assay/challenge/v1/tx";
import { Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { Query as DataQuery } from "@assay/proto/gen/assay/data/v1/query";
import { Msg as DataMsg, type MsgPublishDataset } from "@assay/proto/gen/assay/data/v1/tx";
import {
  Access,
  Charset,
  type Claim,
  ClaimKind,
  type ClaimTerms,
  type Dataset,
  type DatasetTerms,
} from "@assay/proto/gen/assay/data/v1/types";
import type { DeepPartial } from "@assay/proto/wire/message-type";
import { ASSAY, address, DENOM, type Market, type Result, rawAddress } from "./market.ts";

export const { CLAIM_KIND_AVAILABLE, CLAIM_KIND_SCHEMA_VALID, CLAIM_KIND_UNIQUE } = ClaimKind;
export const coins = (amount: bigint) => ({ denom: DENOM, amount: amount.toString() });
export const claim = (kind: ClaimKind, stake = 100n * ASSAY, max = 0): DeepPartial<ClaimTerms> => ({
  kind,
  max,
  stake: coins(stake),
});

/** A salt from a word. */
export const salt = (word: string): Uint8Array => sha256(ascii(word));

/** Rows without near pairs, then as many pairs of equal rows as asked for. */
export function sampleRows(distinct: number, pairs: number): Uint8Array[] {
  const row = (i: number): Uint8Array => ascii(`${toHex(sha256(ascii(`row ${i}`)))} is row ${i}`);
  const rows = Array.from({ length: distinct }, (_, i) => row(i));
  for (let i = 0; i < pairs; i++) rows.push(row(1000 + i), row(1000 + i));
  return rows;
}

export class TestSet {
  readonly owner: string;
  readonly rows: readonly Uint8Array[];
  readonly features: FeatureTree;
  readonly labels: LabelTree;
  readonly terms: DatasetTerms;
  readonly id: Uint8Array;

  constructor(
    owner: string,
    rows: readonly Uint8Array[],
    terms: Partial<DatasetTerms> = {},
    labels?: Uint8Array,
  ) {
    this.owner = owner;
    this.rows = rows;
    this.features = new FeatureTree(rows);
    const labelBytes = labels ?? new Uint8Array(rows.length).map((_, i) => i % 2);
    this.labels = new LabelTree(labelBytes);
    const features = packFeatures(rows);
    const packed = packLabels(labelBytes);
    this.terms = {
      name: "reviews",
      version: 1,
      prev: new Uint8Array(0),
      task: "text-classification",
      labels: ["negative", "positive"],
      guideline: "",
      licence: "CC-BY-4.0",
      card: "# Reviews",
      rowCount: BigInt(rows.length),
      featuresRoot: this.features.root,
      labelsRoot: this.labels.root,
      featuresBlob: { sha256: sha256(features), size: BigInt(features.length) },
      labelsBlob: { sha256: sha256(packed), size: BigInt(packed.length) },
      contentUrls: ["https://content.example/reviews"],
      access: Access.ACCESS_PUBLIC,
      charset: Charset.CHARSET_ASCII,
      windowBlocks: 60n,
      ...terms,
    };
    this.id = datasetId("assay-test-1", rawAddress(owner), this.terms.name, this.terms.version);
  }

  sealHash(word = "publish"): Uint8Array {
    const { featuresRoot, labelsRoot } = this.terms;
    return publishCommitHash({ id: this.id, featuresRoot, labelsRoot, salt: salt(word) });
  }

  seal(market: Market): void {
    market.must(DataMsg.CommitPublish, { owner: address(this.owner), hash: this.sealHash() });
  }

  publishMessage(claims: readonly DeepPartial<ClaimTerms>[]): DeepPartial<MsgPublishDataset> {
    return { owner: address(this.owner), terms: this.terms, claims, salt: salt("publish") };
  }

  /** Sealed, published, held by all validators: ACTIVE in the block that is being filled. */
  activate(market: Market, claims: readonly DeepPartial<ClaimTerms>[]): void {
    this.seal(market);
    market.next();
    const { questionId } = market.must(DataMsg.PublishDataset, this.publishMessage(claims));
    for (const name of market.validators) {
      market.must(AttestMsg.Answer, { attestor: address(name), questionId, answer: Answer.ANSWER_YES });
    }
    market.next();
  }

  dataset(market: Market): Dataset {
    return market.query(DataQuery.Dataset, { id: this.id }).dataset!;
  }

  claim(market: Market, kind: ClaimKind): Claim {
    return this.dataset(market).claims.find((c) => c.kind === kind)!;
  }

  stake(market: Market, staker: string, kind: ClaimKind, amount: bigint): Result<object> {
    const message = { staker: address(staker), datasetId: this.id, claim: kind, amount: coins(amount) };
    return market.deliver(DataMsg.Stake, message);
  }

  unstake(market: Market, staker: string, kind: ClaimKind, amount: bigint): Result<object> {
    const message = { staker: address(staker), datasetId: this.id, claim: kind, amount: coins(amount) };
    return market.deliver(DataMsg.Unstake, message);
  }

  withdraw(market: Market, account: string): Result<object> {
    return market.deliver(DataMsg.Withdraw, { account: address(account), datasetId: this.id });
  }

  retire(market: Market, owner = this.owner): Result<object> {
    return market.deliver(DataMsg.Retire, { owner: address(owner), datasetId: this.id });
  }

  /** Opens pairs of rows, by their indexes. */
  uniqueProof(...pairs: readonly (readonly [number, number])[]): Proof {
    return Proof.fromPartial({
      unique: {
        pairs: pairs.map(([left, right]) => ({
          left: this.features.opening(left),
          right: this.features.opening(right),
        })),
      },
    });
  }

  /** Opens a row that is said to break the schema. */
  schemaProof(row: number): Proof {
    return Proof.fromPartial({ schema: { feature: this.features.opening(row) } });
  }

  challenge(challenger: string, kind: ClaimKind, proof: Proof, word = challenger): TestChallenge {
    return new TestChallenge(this, challenger, kind, proof, word);
  }
}

/** What a challenger seals. @param challenger raw address */
export function challengeHash(
  challenger: Uint8Array,
  datasetId: Uint8Array,
  claim: ClaimKind,
  proof: Proof,
  word: string,
): Uint8Array {
  return challengeCommitHash({
    challenger,
    datasetId,
    claim,
    proofHash: sha256(Proof.toBytes(proof)),
    salt: salt(word),
  });
}

/** A challenge on its way: sealed, then shown. */
export class TestChallenge {
  readonly challenger: string;
  readonly hash: Uint8Array;
  readonly message: DeepPartial<MsgChallenge>;

  constructor(
    set: { readonly id: Uint8Array },
    challenger: string,
    kind: ClaimKind,
    proof: Proof,
    word: string,
  ) {
    this.challenger = challenger;
    this.hash = challengeHash(rawAddress(challenger), set.id, kind, proof, word);
    this.message = {
      challenger: address(challenger),
      datasetId: set.id,
      claim: kind,
      proof,
      salt: salt(word),
    };
  }

  seal(market: Market, bond = 5n * ASSAY): this {
    market.must(ChallengeMsg.CommitChallenge, {
      challenger: address(this.challenger),
      hash: this.hash,
      bond: coins(bond),
    });
    return this;
  }

  /** Sealed, and shown a block later. */
  run(market: Market, bond = 5n * ASSAY): Result<MsgChallengeResponse> {
    this.seal(market, bond);
    market.next();
    return this.reveal(market);
  }

  reveal(market: Market): Result<MsgChallengeResponse> {
    return market.deliver(ChallengeMsg.Challenge, this.message);
  }
}
