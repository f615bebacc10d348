import { VersionTerms } from "@assay/proto/gen/assay/registry/v1/types";
import type { DeepPartial } from "@assay/proto/wire/message-type";
import { describe, expect, it } from "vitest";
import { publishBurn } from "../../modules/registry/math.ts";
import { checkPublishModel } from "../../modules/registry/messages.ts";
import { defaultParams } from "../../modules/registry/params.ts";
import { address } from "../../test/harness/market.ts";
import { versionTerms } from "../../test/harness/model.ts";
import { modelNameFault, versionBurn, versionTermsFault } from "./terms.ts";

const chain = { chainId: "assay-test-1", bech32Prefix: "assay", feeDenom: "uassay" };

/** What the ledger's own code says before it looks at state: a code, or nothing. */
function ledgerSays(name: string, terms: VersionTerms): number | undefined {
  try {
    checkPublishModel({ owner: address("bob"), name, terms }, chain);
    return undefined;
  } catch (error) {
    return (error as { code: number }).code;
  }
}

describe("a version's terms", () => {
  it.each<[DeepPartial<VersionTerms>, number | undefined]>([
    [{}, undefined],
    [{ modelBlob: { sha256: new Uint8Array(3), size: 1n } }, 6],
    [{ opset: 99 }, 7],
    [{ operators: ["If"] }, 7],
    [{ outputs: [] }, 8],
    [{ task: "spam" }, 9],
    [{ licence: "" }, 10],
    [{ card: "none" }, 11],
    [{ contentUrls: ["data:x"] }, 12],
    [{ parents: [{ kind: 1, id: new Uint8Array(32), weightBps: 0 }] }, 13],
  ])("are judged as the ledger judges them: %#", (change, code) => {
    const terms = versionTerms(change);
    expect(ledgerSays("spam", terms)).toBe(code);
    expect(versionTermsFault(terms, defaultParams)?.code).toBe(code);
  });

  it("are held against the ledger's params", () => {
    const code = (change: DeepPartial<VersionTerms>) =>
      versionTermsFault(versionTerms(change), defaultParams)?.code;
    expect(code({ useBps: 5001 })).toBe(14);
    expect(code({ modelBlob: { sha256: new Uint8Array(32), size: (1n << 26n) + 1n } })).toBe(6);
    expect(code({ parents: [{ kind: 1, id: new Uint8Array(32), weightBps: 3001 }] })).toBe(13);
  });

  it("cost what the ledger burns", () => {
    for (const size of [1n, 10n * 1024n * 1024n, 10n * 1024n * 1024n + 1n]) {
      const terms = VersionTerms.fromPartial({ modelBlob: { sha256: new Uint8Array(32), size } });
      expect(versionBurn(terms, defaultParams)).toBe(publishBurn(defaultParams, size));
    }
  });

  it("go with a name that the ledger takes", () => {
    for (const name of ["", "ab", "Spam", "a".repeat(65), "spam-2"]) {
      expect(modelNameFault(name)?.code, name).toBe(ledgerSays(name, versionTerms()));
    }
  });
});
