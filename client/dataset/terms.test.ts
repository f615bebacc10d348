import { Access, Charset, ClaimTerms, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishBurn as ledgersBurn } from "../../modules/data/math.ts";
import { defaultParams as ledgersParams } from "../../modules/data/params.ts";
import {
  checkClaims,
  checkLimits,
  checkName,
  checkRows,
  checkSchema,
  checkStakes,
} from "../../modules/data/terms.ts";
import { publishBurn, publishCost, termsFault } from "./terms.ts";

const defaultParams = { ...ledgersParams, stakeDenom: "uassay" };

const good = DatasetTerms.fromPartial({
  name: "reviews",
  version: 1,
  task: "text-classification",
  labels: ["no", "yes"],
  licence: "CC-BY-4.0",
  rowCount: 10n,
  featuresBlob: { sha256: new Uint8Array(32), size: 100n },
  labelsBlob: { sha256: new Uint8Array(32), size: 12n },
  access: Access.ACCESS_PUBLIC,
  charset: Charset.CHARSET_UTF8,
  windowBlocks: defaultParams.challengeWindowBlocks,
});
const stake = { denom: "uassay", amount: "100000000" };
const claims = [1, 2, 3].map((kind) => ClaimTerms.fromPartial({ kind: kind as 1, stake }));

/** What the ledger's own code says: `data 7`, or nothing. */
function ledgerSays(terms: DatasetTerms, made: readonly ClaimTerms[]): string | undefined {
  try {
    checkName(terms);
    checkRows(terms, defaultParams);
    checkSchema(terms, defaultParams);
    checkClaims(made);
    checkStakes(made, defaultParams);
    checkLimits(terms);
    return undefined;
  } catch (error) {
    const { codespace, code } = error as { codespace: string; code: number };
    return `${codespace} ${code}`;
  }
}

function clientSays(terms: DatasetTerms, made: readonly ClaimTerms[]): string | undefined {
  const fault = termsFault(terms, made, defaultParams);
  return fault === undefined ? undefined : `${fault.codespace} ${fault.code}`;
}

const bad: readonly Partial<DatasetTerms>[] = [
  { name: "X" },
  { version: 0 },
  { version: 2 },
  { prev: new Uint8Array(32) },
  { rowCount: 0n },
  { rowCount: 100_001n },
  { featuresBlob: undefined },
  { labelsBlob: undefined },
  { featuresBlob: { sha256: new Uint8Array(31), size: 1n } },
  { featuresBlob: { sha256: new Uint8Array(32), size: 65n * 1024n * 1024n } },
  { labels: ["one"] },
  { labels: ["a", "a"] },
  { charset: 0 },
  { task: "" },
  { licence: "" },
  { licence: "§" },
  { access: Access.ACCESS_LICENSED },
  { windowBlocks: 1n },
  { windowBlocks: 10n ** 9n },
  { card: "ü".repeat(2049) },
  { guideline: "a\0b" },
  { contentUrls: ["ftp://x"] },
  { contentUrls: ["http://x", "http://x", "http://x", "http://x", "http://x"] },
];

const coin = fc.record({
  denom: fc.constantFrom("uassay", "uassay", "ubtc"),
  amount: fc.constantFrom(
    "100000000",
    "99999999",
    "0",
    "",
    "-5",
    "1e9",
    "0100000000",
    "18446744073709551616",
  ),
});
const claim = fc
  .record({
    kind: fc.integer({ min: 0, max: 6 }),
    max: fc.constantFrom(0, 1, 31, 32),
    tier: fc.constantFrom(0, 0, 0, 95),
    stake: fc.option(coin, { nil: undefined }),
  })
  .map((parts) => ClaimTerms.fromPartial(parts as object));

describe("rules for terms", () => {
  it("take what the ledger takes", () => {
    expect(ledgerSays(good, claims)).toBeUndefined();
    expect(clientSays(good, claims)).toBeUndefined();
  });

  it("say of any two faults what the ledger says first", () => {
    for (const one of bad) {
      for (const other of bad) {
        const terms = { ...good, ...one, ...other };
        const said = ledgerSays(terms, claims);
        expect(clientSays(terms, claims)).toBe(said);
      }
    }
  });

  it("say of any claims what the ledger says", () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 4 }), fc.boolean(), (made, sound) => {
        const all = sound ? [...claims.slice(0, 1), ...made] : made;
        expect(clientSays(good, all)).toBe(ledgerSays(good, all));
      }),
      { numRuns: 500 },
    );
  });

  it("count the same burn", () => {
    for (const bytes of [1n, 10_485_760n, 10_485_761n, 67_108_864n]) {
      expect(publishBurn(bytes, defaultParams)).toBe(
        ledgersBurn(defaultParams, bytes) + defaultParams.commitBurn,
      );
    }
    expect(publishCost(good, claims, defaultParams)).toBe(300_000_000n + 2_100_000n);
  });
});
