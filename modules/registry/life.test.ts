import { toHex } from "@assay/primitives/bytes";
import { Msg as AttestMsg } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { Query } from "@assay/proto/gen/assay/registry/v1/query";
import { Msg } from "@assay/proto/gen/assay/registry/v1/tx";
import { Provenance, VersionStatus } from "@assay/proto/gen/assay/registry/v1/types";
import { describe, expect, test } from "vitest";
import { salt } from "../../test/harness/dataset.ts";
import { ASSAY, address, Market, type Result } from "../../test/harness/market.ts";
import {
  answerLoads,
  finalSet,
  parent,
  RANGE,
  SHORT_WINDOWS,
  TestModel,
  versionTerms,
} from "../../test/harness/model.ts";
import { tauOf } from "./math.ts";
import { defaultParams, PARAM_BOUNDS, paramsFault } from "./params.ts";

const { VERSION_STATUS_PENDING, VERSION_STATUS_LIVE, VERSION_STATUS_REJECTED, VERSION_STATUS_RETIRED } =
  VersionStatus;
const START = 1000n * ASSAY;

const newMarket = (powers = [10n, 10n, 10n, 10n]): Market =>
  new Market({ coins: { bob: START, pam: START, olga: START, mia: START }, powers, ...SHORT_WINDOWS });

const code = ({ error }: Result<object>): string =>
  error === undefined ? "ok" : `${error.codespace}/${error.code}`;

const loads = (
  market: Market,
  name: string,
  questionId: bigint,
  measured: bigint,
  answer: Answer = Answer.ANSWER_YES,
) => market.deliver(AttestMsg.Answer, { attestor: address(name), questionId, answer, measured });

describe("a version", () => {
  test("is LIVE when validators loaded it, with a tolerance from what they measured", () => {
    const market = newMarket();
    const model = new TestModel("bob", "spam");
    const questionId = model.publish(market);
    expect(market.balance("bob")).toBe(START - 2n * ASSAY);
    expect(model.version(market)).toMatchObject({ status: VERSION_STATUS_PENDING, tau: 0n, liveHeight: 0n });
    for (const [i, measured] of [3_000_000n, 1_000_000n, 2_000_000n].entries()) {
      expect(code(loads(market, `v${i}`, questionId, measured))).toBe("ok");
    }
    market.next();
    expect(model.version(market)).toMatchObject({
      status: VERSION_STATUS_LIVE,
      outputRange: 2_000_000n,
      tau: 200n,
      liveHeight: 1n,
      closedHeight: 0n,
      version: 1,
    });
    expect(model.model(market)).toMatchObject({ owner: address("bob"), name: "spam", versions: 1 });
  });

  test.each<["no" | "silence"]>([["no"], ["silence"]])("is REJECTED by %s", (how) => {
    const market = newMarket();
    const model = new TestModel("bob", "spam");
    const questionId = model.publish(market);
    if (how === "no") for (const v of ["v0", "v1"]) loads(market, v, questionId, 0n, Answer.ANSWER_NO);
    market.next(5);
    expect(model.version(market)).toMatchObject({ status: VERSION_STATUS_REJECTED, tau: 0n });
    const child = new TestModel("pam", "child", { parents: [parent(model, 100)] });
    expect(code(market.deliver(Msg.PublishModel, child.publishMessage()))).toBe("registry/21");
    expect(
      code(market.deliver(Msg.RetireVersion, { owner: address("bob"), versionId: model.versionId })),
    ).toBe("registry/19");
  });

  test("burns by its size", () => {
    const market = newMarket();
    const mib = 1024n * 1024n;
    const supply = market.supply();
    const file = (size: bigint) => ({ modelBlob: { sha256: salt("m"), size } });
    new TestModel("bob", "ten", file(10n * mib)).publish(market);
    expect(supply - market.supply()).toBe(2n * ASSAY);
    new TestModel("bob", "most", file(64n * mib)).publish(market);
    expect(supply - market.supply()).toBe(10n * ASSAY);
  });

  test("is followed by others, which the model counts; a new owner publishes the next", () => {
    const market = newMarket();
    const model = new TestModel("bob", "spam").activate(market);
    const next = (owner: string) =>
      market.deliver(Msg.PublishVersion, {
        owner: address(owner),
        modelId: model.modelId,
        terms: versionTerms(),
      });
    expect(next("bob").response).toMatchObject({ version: 2 });
    model.transfer(market, "pam");
    expect(code(next("bob"))).toBe("registry/18");
    const third = next("pam").response!;
    expect(third.version).toBe(3);
    expect(model.model(market)).toMatchObject({ owner: address("pam"), versions: 3, offeredTo: "" });
    // The name stays the first owner's: the id is of it.
    expect(code(market.deliver(Msg.PublishModel, model.publishMessage()))).toBe("registry/15");
    const { versions } = market.query(Query.Versions, { modelId: model.modelId });
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(toHex(versions[0]!.id)).toBe(toHex(third.versionId));
  });

  test("that is RETIRED takes no child and no score, and earns what was agreed on", () => {
    const market = newMarket();
    const base = new TestModel("pam", "base").activate(market);
    const child = new TestModel("bob", "child", { parents: [parent(base, 1000)] }).activate(market);
    market.must(Msg.RetireVersion, { owner: address("pam"), versionId: base.versionId });
    expect(base.version(market)).toMatchObject({ status: VERSION_STATUS_RETIRED, tau: tauOf(RANGE) });
    const late = new TestModel("mia", "late", { parents: [parent(base, 1000)] });
    expect(code(market.deliver(Msg.PublishModel, late.publishMessage()))).toBe("registry/21");
    child.receive(market, "olga", 1000n);
    base.receive(market, "olga", 50n);
    market.next();
    const edges = [{ versionId: child.versionId, parentId: base.versionId }];
    expect(market.must(Msg.Pull, { account: address("pam"), edges }).amount!.amount).toBe("150");
  });
});

describe("a transfer", () => {
  test("is an offer that one account may accept, and the owner may take back", () => {
    const market = newMarket();
    const model = new TestModel("bob", "spam").activate(market);
    const offer = (to: string) =>
      market.deliver(Msg.OfferModel, { owner: address("bob"), modelId: model.modelId, to });
    const accept = (who: string) =>
      market.deliver(Msg.AcceptModel, { newOwner: address(who), modelId: model.modelId });
    expect(code(accept("pam"))).toBe("registry/23");
    expect(code(offer(address("pam")))).toBe("ok");
    expect(code(accept("mia"))).toBe("registry/23");
    expect(code(offer(""))).toBe("ok");
    expect(code(accept("pam"))).toBe("registry/23");
    expect(code(offer(address("pam")))).toBe("ok");
    expect(code(offer(address("mia")))).toBe("ok");
    expect(code(accept("pam"))).toBe("registry/23");
    expect(code(accept("mia"))).toBe("ok");
    expect(code(accept("mia"))).toBe("registry/23");
    expect(code(offer(address("pam")))).toBe("registry/18");
    expect(market.query(Query.Models, { owner: address("mia") }).models).toHaveLength(1);
    expect(market.query(Query.Models, { owner: address("bob") }).models).toHaveLength(0);
    market.next();
  });
});

describe("closed lineage", () => {
  const closed = (market: Market) => new TestModel("pam", "base", { openLineage: false }).activate(market);
  const grant = (market: Market, base: TestModel, minWeightBps: number, owner = "pam") =>
    market.deliver(Msg.GrantLineage, {
      owner: address(owner),
      parentId: base.versionId,
      builder: address("bob"),
      minWeightBps,
    });
  const name = (market: Market, base: TestModel, who: string, model: string, weight: number) =>
    code(
      market.deliver(
        Msg.PublishModel,
        new TestModel(who, model, { parents: [parent(base, weight)] }).publishMessage(),
      ),
    );

  test("is the owner's, and a builder's once, for no less than the weight that was granted", () => {
    const market = newMarket();
    const base = closed(market);
    expect(name(market, base, "pam", "own", 1)).toBe("ok");
    expect(name(market, base, "bob", "one", 3000)).toBe("registry/22");
    expect(code(grant(market, base, 500))).toBe("ok");
    expect(name(market, base, "mia", "two", 3000)).toBe("registry/22");
    expect(name(market, base, "bob", "one", 499)).toBe("registry/22");
    expect(name(market, base, "bob", "one", 500)).toBe("ok");
    expect(name(market, base, "bob", "two", 500)).toBe("registry/22");
    market.next();
  });

  test("is closed again when a grant is taken back, or the parent has another owner", () => {
    const market = newMarket();
    const base = closed(market);
    grant(market, base, 500);
    expect(market.query(Query.Grants, { builder: address("bob") }).grants).toHaveLength(1);
    expect(code(grant(market, base, 0))).toBe("ok");
    expect(code(grant(market, base, 0))).toBe("registry/24");
    expect(name(market, base, "bob", "one", 500)).toBe("registry/22");
    grant(market, base, 500);
    base.transfer(market, "mia");
    expect(name(market, base, "bob", "one", 500)).toBe("registry/22");
    expect(code(grant(market, base, 100, "pam"))).toBe("registry/18");
    expect(code(grant(market, base, 100, "mia"))).toBe("ok");
    expect(name(market, base, "bob", "one", 100)).toBe("ok");
    expect(market.query(Query.Grants, { parentId: base.versionId }).grants).toEqual([]);
    market.next();
  });

  test("of an open version or one's own uses up no grant", () => {
    const market = newMarket();
    const open = new TestModel("pam", "open").activate(market);
    grant(market, open, 500);
    expect(name(market, open, "bob", "one", 10)).toBe("ok");
    const { grants } = market.query(Query.Grants, { parentId: open.versionId, builder: address("bob") });
    expect(grants).toHaveLength(1);
  });
});

describe("scores", () => {
  test("are the owner's word, one for each test set and metric", () => {
    const market = newMarket();
    const set = finalSet(market, "olga", "rows");
    const model = new TestModel("bob", "spam").activate(market);
    const report = (
      testSet: string,
      metric: string,
      valuePpm: number,
      datasetId: Uint8Array = new Uint8Array(0),
    ) =>
      market.must(Msg.ReportScore, {
        owner: address("bob"),
        versionId: model.versionId,
        testSet,
        datasetId,
        metric,
        valuePpm,
        rows: 400n,
      });
    report("sms", "f1", 900_000);
    report("sms", "accuracy", 970_000);
    report("rows", "accuracy", 1_000_000, set.id);
    report("sms", "f1", 0);
    const { scores } = market.query(Query.Scores, { versionId: model.versionId });
    expect(scores.map(({ testSet, metric, valuePpm }) => [testSet, metric, valuePpm])).toEqual([
      ["rows", "accuracy", 1_000_000],
      ["sms", "accuracy", 970_000],
      ["sms", "f1", 0],
    ]);
    for (const { provenance } of scores) expect(provenance).toBe(Provenance.PROVENANCE_SELF_REPORTED);
    expect(
      market.query(Query.Scores, { versionId: new TestModel("bob", "spam").versionId }).scores,
    ).toHaveLength(3);
  });
});

describe("queries", () => {
  test("find versions by task, status and model, the newest first, page by page", () => {
    const market = newMarket();
    const names = ["one", "two", "three", "four"];
    const models = names.map(
      (name, i) =>
        new TestModel(
          "bob",
          name,
          i === 3
            ? { task: "translation", card: versionTerms().card.replace("text-classification", "translation") }
            : {},
        ),
    );
    for (const model of models.slice(0, 3)) model.activate(market);
    answerLoads(market, models[3]!.publish(market));
    const found = (request: object) =>
      market
        .query(Query.Versions, request)
        .versions.map(({ id }) => names[models.findIndex((m) => toHex(m.versionId) === toHex(id))]);
    expect(found({})).toEqual(["four", "three", "two", "one"]);
    expect(found({ status: VERSION_STATUS_PENDING })).toEqual(["four"]);
    expect(found({ task: "text-classification" })).toEqual(["three", "two", "one"]);
    expect(found({ task: "translation", status: VERSION_STATUS_LIVE })).toEqual([]);
    expect(found({ task: "none" })).toEqual([]);
    const first = market.query(Query.Versions, { task: "text-classification", pagination: { limit: 2n } });
    expect(first.versions).toHaveLength(2);
    expect(
      found({ task: "text-classification", pagination: { limit: 2n, key: first.pagination!.nextKey } }),
    ).toEqual(["one"]);
    const { models: page } = market.query(Query.Models, { pagination: { limit: 1n } });
    expect(page.map(({ name }) => name)).toEqual(["four"]);
    expect(() => market.query(Query.Model, { id: salt("x") })).toThrow(/not found/);
    expect(() => market.query(Query.Version, { id: salt("x") })).toThrow(/not found/);
  });

  test("read a card by the schema that let it in", () => {
    const market = newMarket();
    const model = new TestModel("bob", "spam").activate(market);
    const { fields, body } = market.query(Query.Card, { versionId: model.versionId });
    expect(fields).toEqual([
      { key: "license", values: ["mit"] },
      { key: "pipeline_tag", values: ["text-classification"] },
      { key: "language", values: ["en"] },
    ]);
    expect(body).toMatch(/^# Spam/);
    expect(market.query(Query.Version, { id: model.versionId })).toMatchObject({
      version: { terms: { licence: "MIT", opset: 17 } },
      model: { name: "spam" },
    });
  });
});

describe("params", () => {
  test("by default may stand, and may not leave their bounds", () => {
    expect(paramsFault(defaultParams)).toBeUndefined();
    for (const [name, [least, most]] of Object.entries(PARAM_BOUNDS)) {
      const value = defaultParams[name as keyof typeof defaultParams];
      const as = (n: bigint) =>
        paramsFault({ ...defaultParams, [name]: typeof value === "bigint" ? n : Number(n) });
      expect(as(least - 1n), name).toMatch(/must be/);
      expect(as(most + 1n), name).toMatch(/must be/);
    }
  });
});
