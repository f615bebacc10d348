import { Case, CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { Dataset, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { describe, expect, it } from "vitest";
import { readChainFile } from "./chain.ts";
import { matches, readFilters, sortDatasets } from "./dataset-filter.ts";
import { happenings } from "./happenings.ts";
import { lengthSteps } from "./length-steps.ts";
import { findRows, pageOfRows } from "./row-pages.ts";
import { search } from "./search.ts";

const ONE = 1_000_000n;
const id = (byte: number) => new Uint8Array(32).fill(byte);

function dataset(byte: number, name: string, change: object = {}): Dataset {
  return Dataset.fromPartial({
    id: id(byte),
    owner: "assay1owner",
    status: DatasetStatus.DATASET_STATUS_ACTIVE,
    publishedHeight: 10n,
    activeHeight: 12n,
    windowEnd: 100n + BigInt(byte),
    terms: { name, version: 1, rowCount: BigInt(byte * 100), licence: byte % 2 ? "CC-BY-4.0" : "MIT" },
    claims: [
      { kind: 1, status: 2, ownerStake: 100n * ONE },
      { kind: 3, status: 2, max: 2, ownerStake: BigInt(byte) * 100n * ONE, backersStake: 0n },
    ],
    ...change,
  });
}

const list = [dataset(1, "amazon"), dataset(3, "imdb"), dataset(2, "yelp")];
const names = (datasets: readonly Dataset[]) => datasets.map((one) => one.terms?.name);

describe("the list of datasets", () => {
  const filtered = (query: string) =>
    names(list.filter((one) => matches(one, readFilters(new URLSearchParams(query)))));

  it("is filtered by the address", () => {
    expect(filtered("")).toEqual(["amazon", "imdb", "yelp"]);
    expect(filtered("state=Final")).toEqual([]);
    expect(filtered("state=Open&licence=MIT")).toEqual(["yelp"]);
    expect(filtered("find=az")).toEqual(["amazon"]);
    expect(filtered("claim=3&how=Lost")).toEqual([]);
    expect(filtered("claim=5")).toEqual([]);
  });

  it("is sorted by the address, and unknown keys change nothing", () => {
    expect(names(sortDatasets(list, "-rows"))).toEqual(["imdb", "yelp", "amazon"]);
    expect(names(sortDatasets(list, "window"))).toEqual(["amazon", "yelp", "imdb"]);
    expect(names(sortDatasets(list, "name"))).toEqual(["amazon", "imdb", "yelp"]);
    expect(names(sortDatasets(list, "__proto__"))).toEqual(["amazon", "imdb", "yelp"]);
    const closed = dataset(9, "old", { closedHeight: 50n });
    expect(names(sortDatasets([closed, ...list], "window")).at(-1)).toBe("old");
  });
});

describe("happening now", () => {
  it("has what is under challenge on top, then the newest", () => {
    const contested = dataset(3, "imdb");
    contested.claims[1]!.openCase = 2n;
    const lost = dataset(1, "amazon");
    Object.assign(lost.claims[1]!, {
      status: 3,
      lostHeight: 40n,
      lostCase: 1n,
      slashedOwner: 400n * ONE,
      slashedBackers: 250n * ONE,
    });
    const cases = [
      Case.fromPartial({
        id: 2n,
        datasetId: id(3),
        claim: 3,
        status: CaseStatus.CASE_STATUS_PROVEN,
        settleHeight: 60n,
        revealedHeight: 30n,
      }),
      Case.fromPartial({
        id: 1n,
        datasetId: id(1),
        claim: 3,
        status: CaseStatus.CASE_STATUS_WON,
        reward: 160n * ONE,
        shown: 3,
        allowed: 2,
      }),
    ];
    const items = happenings({ datasets: [contested, lost], cases, backings: [], multiple: 4, height: 50 });
    expect(items[0]).toMatchObject({ key: "case:2", untilHeight: 60, href: "/challenges/2" });
    expect(items[1]).toMatchObject({
      title: "No near-duplicates: amazon",
      under: "3 pairs proven, 2 allowed. 490 burned, 160 to the challenger",
      amount: 650n * ONE,
    });
  });

  it("tells a backing once a claim, and not when the claim is gone", () => {
    const backing = {
      datasetId: "02".repeat(32),
      claim: 3,
      account: "assay1carol",
      amount: 250n * ONE,
      height: 44,
    };
    const items = happenings({
      datasets: list,
      cases: [],
      backings: [backing, { ...backing, height: 43 }, { ...backing, datasetId: "ff".repeat(32) }],
      multiple: 4,
      height: 50,
    });
    expect(items.filter((item) => item.key.startsWith("backing:"))).toHaveLength(1);
    expect(items[0]!.under).toContain("backed it with 250, room for 800 more");
  });
});

describe("search", () => {
  const found = (text: string) =>
    search(text, {
      datasets: list,
      cases: [{ id: 7n, claim: 3, datasetId: id(1) }],
      prefix: "assay",
      height: 500,
    }).map((hit) => hit.href);
  const alice = "assay1kg27k2e5ls4kyuffezcjh5qg8d3jlz8vng52t7";

  it.each([
    ["7", ["/blocks/7", "/challenges/7"]],
    ["#7", ["/challenges/7"]],
    ["1 000", ["/blocks/1000"]],
    ["02".repeat(32), [`/datasets/${"02".repeat(32)}`]],
    ["AB".repeat(32), [`/tx/${"AB".repeat(32)}`, `/datasets/${"ab".repeat(32)}`]],
    [alice, [`/accounts/${alice}`]],
    [alice.replace("t7", "t8"), []],
    ["zzz", []],
  ])("%j leads to %j", (text, hrefs) => {
    expect(found(text)).toEqual(hrefs);
  });

  it("finds names, acts on them, and pages", () => {
    expect(found("yel")).toEqual([
      `/datasets/${"02".repeat(32)}`,
      `/datasets/${"02".repeat(32)}?do=back`,
      `/datasets/${"02".repeat(32)}?do=check`,
    ]);
    expect(found("param")).toEqual(["/params"]);
    expect(found("").length).toBeGreaterThan(5);
  });
});

describe("rows", () => {
  it("are found whatever their case", () => {
    expect(findRows(["Good Food", "bad", "food!"], " FOOD ")).toEqual([0, 2]);
    expect(findRows(["a"], "  ")).toBeUndefined();
  });

  it("come by page; a link to a row opens its page", () => {
    expect(pageOfRows(996, 1, undefined)).toEqual({ page: 1, pages: 10 });
    expect(pageOfRows(996, 1, 402)).toEqual({ page: 5, pages: 10 });
    expect(pageOfRows(996, 99, undefined)).toEqual({ page: 10, pages: 10 });
    expect(pageOfRows(996, Number.NaN, undefined)).toEqual({ page: 1, pages: 10 });
    expect(pageOfRows(0, 0, 5)).toEqual({ page: 1, pages: 1 });
  });

  it("have lengths in steps", () => {
    const { least, most, counts } = lengthSteps([10, 20, 20, 30, 40]);
    expect([least, most, counts.reduce((a, b) => a + b)]).toEqual([10, 40, 5]);
    expect(lengthSteps([]).counts.every((count) => count === 0)).toBe(true);
  });
});

describe("/chain.json", () => {
  it("is read as a stranger's file", () => {
    for (const junk of [
      null,
      3,
      "x",
      [],
      { services: 3 },
      { tour: 5 },
      { tour: { dataset_id: "zz", claim: "x" } },
    ]) {
      expect(readChainFile(junk)).toMatchObject({ prefix: "assay", denom: "uassay", tour: undefined });
    }
    const tour = { dataset_id: "AB".repeat(32), claim: "CLAIM_KIND_UNIQUE", sentence: "Look." };
    expect(readChainFile({ chain_id: "c", services: ["faucet"], tour })).toMatchObject({
      chainId: "c",
      services: new Set(["faucet"]),
      tour: { datasetId: "ab".repeat(32), claim: 3, sentence: "Look." },
    });
  });
});
