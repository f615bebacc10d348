/** Messages and queries of the market with anything in their fields: a coded error or a right answer, nothing else. */
import { CodedError } from "@assay/kernel/errors";
import { Msg as AttestMsg } from "@assay/proto/gen/assay/attest/v1/tx";
import { Msg as ChallengeMsg } from "@assay/proto/gen/assay/challenge/v1/tx";
import { Msg } from "@assay/proto/gen/assay/data/v1/tx";
import { Msg as RegistryMsg } from "@assay/proto/gen/assay/registry/v1/tx";
import type { MessageType } from "@assay/proto/wire/message-type";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryMessage } from "../harness/arbitrary-message.ts";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_UNIQUE,
  claim,
  coins,
  salt,
  sampleRows,
  TestSet,
} from "../harness/dataset.ts";
import { ASSAY, address, Market } from "../harness/market.ts";
import { edge, parent, TestModel, versionTerms } from "../harness/model.ts";

interface Method {
  readonly request: MessageType<object>;
  readonly response: MessageType<object>;
}

/** A market in which each of the messages below would succeed. */
function ready() {
  const market = new Market({ coins: { olga: 5000n * ASSAY, ben: 5000n * ASSAY, carl: 5000n * ASSAY } });
  const base = new TestModel("ben", "base", { openLineage: false }).activate(market);
  const model = new TestModel("ben", "model", { parents: [parent(base, 700)] }).activate(market);
  model.receive(market, "carl", 1000n);
  market.must(RegistryMsg.OfferModel, { owner: address("ben"), modelId: base.modelId, to: address("carl") });
  const set = new TestSet("olga", sampleRows(3, 1));
  set.activate(market, [claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_UNIQUE)]);
  set.stake(market, "ben", CLAIM_KIND_UNIQUE, 20n * ASSAY);
  const next = new TestSet("olga", sampleRows(3, 1), { name: "next" });
  next.seal(market);
  const pending = new TestSet("olga", sampleRows(3, 1), { name: "pending" });
  pending.seal(market);
  const challenge = set.challenge("carl", CLAIM_KIND_UNIQUE, set.uniqueProof([3, 4])).seal(market);
  market.next();
  const { questionId } = market.must(
    Msg.PublishDataset,
    pending.publishMessage([claim(CLAIM_KIND_AVAILABLE)]),
  );
  const stake = { staker: address("ben"), datasetId: set.id, claim: CLAIM_KIND_UNIQUE, amount: coins(ASSAY) };
  const messages: readonly (readonly [Method, object])[] = [
    [Msg.CommitPublish, { owner: address("olga"), hash: salt("x") }],
    [Msg.PublishDataset, next.publishMessage([claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_UNIQUE)])],
    [Msg.Stake, stake],
    [Msg.Unstake, stake],
    [Msg.Withdraw, { account: address("ben"), datasetId: set.id }],
    [Msg.Retire, { owner: address("olga"), datasetId: set.id }],
    [AttestMsg.Answer, { attestor: address("v0"), questionId, answer: 1 }],
    [ChallengeMsg.CommitChallenge, { challenger: address("carl"), hash: salt("y"), bond: coins(5n * ASSAY) }],
    [ChallengeMsg.Challenge, challenge.message],
    [
      RegistryMsg.PublishModel,
      new TestModel("ben", "third", { parents: [parent(base, 5)] }).publishMessage(),
    ],
    [RegistryMsg.PublishVersion, { owner: address("ben"), modelId: model.modelId, terms: versionTerms() }],
    [
      RegistryMsg.ReportScore,
      {
        owner: address("ben"),
        versionId: model.versionId,
        testSet: "sms",
        metric: "f1",
        valuePpm: 5,
        rows: 9n,
      },
    ],
    [
      RegistryMsg.GrantLineage,
      { owner: address("ben"), parentId: base.versionId, builder: address("carl"), minWeightBps: 9 },
    ],
    [RegistryMsg.Pull, { account: address("ben"), edges: [edge(model, base)] }],
    [RegistryMsg.OfferModel, { owner: address("ben"), modelId: model.modelId, to: address("carl") }],
    [RegistryMsg.AcceptModel, { newOwner: address("carl"), modelId: base.modelId }],
    [RegistryMsg.RetireVersion, { owner: address("ben"), versionId: model.versionId }],
  ];
  return { market, set, model, messages };
}

describe("messages", () => {
  const { market, messages } = ready();
  test.each(messages.map(([method, valid]) => ({ name: method.request.typeName, method, valid })))(
    "$name with anything in some of its fields",
    ({ method, valid }) => {
      const { request } = method;
      const anything = arbitraryMessage(request, 3) as fc.Arbitrary<Record<string, unknown>>;
      const fields = fc.subarray(
        request.fields.map(({ name }) => name),
        { minLength: 1 },
      );
      fc.assert(
        fc.property(anything, fields, fc.boolean(), (wild, replaced, inside) => {
          const message = { ...valid } as Record<string, unknown>;
          for (const name of replaced) {
            // The terms have many fields of their own: half of them stay as they were.
            const halves = inside && name === "terms" && wild.terms !== undefined;
            message[name] = halves
              ? pick((valid as { terms: object }).terms, wild.terms as object)
              : wild[name];
          }
          const before = market.store.dump();
          // What is thrown but a coded error comes out of `deliver`.
          const { error } = market.deliver(method, message);
          if (error !== undefined) {
            expect(error.codespace).toMatch(/^(sdk|data|attest|challenge|registry)$/);
            expect(market.store.dump()).toEqual(before);
          }
          market.checkInvariants();
        }),
        { numRuns: 40 },
      );
    },
  );
});

/** Every second field of the wild one in the tame one. */
function pick(tame: object, wild: object): object {
  const entries = Object.entries(wild).filter((_entry, i) => i % 2 === 0);
  return { ...tame, ...Object.fromEntries(entries) };
}

describe("queries", () => {
  const { market, set, model } = ready();
  const specs = market.modules.all
    .filter(({ name }) => ["attest", "data", "challenge", "registry"].includes(name))
    .flatMap(({ queries }) => queries ?? []);
  test.each(specs)("$path asked for anything", (spec) => {
    const real: Record<string, unknown> = {
      datasetId: set.id,
      account: address("ben"),
      owner: address("olga"),
      versionId: model.versionId,
      modelId: model.modelId,
      parentId: model.terms.parents[0]!.id,
      builder: address("carl"),
    };
    fc.assert(
      fc.property(arbitraryMessage(spec.request, 2), fc.boolean(), (wild, known) => {
        const request = spec.request.fromPartial(
          known
            ? { ...wild, ...Object.fromEntries(Object.entries(real).filter(([name]) => name in wild)) }
            : wild,
        );
        try {
          spec.response.toBytes(spec.handle(market.read(), request));
        } catch (error) {
          expect(error).toBeInstanceOf(CodedError);
        }
      }),
      { numRuns: 40 },
    );
  });
});
