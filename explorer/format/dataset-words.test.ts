import { Claim, ClaimKind, ClaimStatus, Dataset, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { describe, expect, it } from "vitest";
import { backerRisk, claimName, claimSentence, fallsBy, riskTitle } from "./claim-words.ts";
import { atRisk, canBack, claimsSentence, isWindowOpen, roomToBack } from "./dataset-words.ts";
import { rewardOf, wholeRewardBond } from "./reward.ts";

const { CLAIM_STATUS_OPEN, CLAIM_STATUS_LOST, CLAIM_STATUS_FINAL, CLAIM_STATUS_WAITING } = ClaimStatus;
const ONE = 1_000_000n;

function dataset(statuses: readonly number[], change: Partial<Dataset> = {}): Dataset {
  return Dataset.fromPartial({
    status: DatasetStatus.DATASET_STATUS_ACTIVE,
    windowEnd: 100n,
    claims: statuses.map((status, i) => ({
      kind: i + 1,
      max: i === 2 ? 2 : 0,
      status,
      ownerStake: 100n * ONE,
      backersStake: 50n * ONE,
    })),
    ...change,
  });
}

describe("claims in words", () => {
  it("says how they stand", () => {
    expect(claimsSentence(dataset([2, 2, 2]))).toBe("Three claims stand.");
    expect(claimsSentence(dataset([CLAIM_STATUS_OPEN]))).toBe("One claim stands.");
    expect(claimsSentence(dataset([CLAIM_STATUS_OPEN, CLAIM_STATUS_LOST]))).toBe(
      "One claim stands. One claim was proven false.",
    );
    expect(claimsSentence(dataset([CLAIM_STATUS_WAITING, CLAIM_STATUS_WAITING]))).toBe(
      "Two claims wait for the validators.",
    );
    const contested = dataset([2, 2]);
    contested.claims[1]!.openCase = 7n;
    expect(claimsSentence(contested)).toBe("Two claims stand, one of them under challenge.");
  });

  it("sums what can still be lost: Available stays at risk when it is final", () => {
    expect(atRisk(dataset([2, 2, 3]))).toEqual({ owner: 200n * ONE, backers: 100n * ONE, total: 300n * ONE });
    expect(atRisk(dataset([CLAIM_STATUS_FINAL, CLAIM_STATUS_FINAL])).total).toBe(150n * ONE);
  });

  it("knows room, window and who can back", () => {
    const open = dataset([2, 3]);
    expect(roomToBack(open.claims[0]!, 4)).toBe(350n * ONE);
    expect(roomToBack(Claim.fromPartial({ ownerStake: ONE, backersStake: 9n * ONE }), 4)).toBe(0n);
    expect([canBack(open, open.claims[0]!), canBack(open, open.claims[1]!)]).toEqual([true, false]);
    // A challenge is committed in the next block, which may be the window's last.
    expect([isWindowOpen(open, 99), isWindowOpen(open, 100)]).toEqual([true, false]);
  });

  it("names what fells a claim, filled in", () => {
    const unique = Claim.fromPartial({ kind: ClaimKind.CLAIM_KIND_UNIQUE, max: 2 });
    expect(fallsBy(unique)).toBe("3 pairs of nearly equal rows");
    expect(backerRisk(unique, 271_540n)).toBe(
      "If anyone proves 3 pairs of nearly equal rows by block 271\u202f540, all backers' stakes in this claim burn. The proof decides, no jury.",
    );
    expect(riskTitle(250n * ONE)).toBe("You can lose all 250 ASSAY");
    expect(claimSentence(unique, dataset([]))).toBe("At most 2 pairs of rows are nearly the same.");
    expect(claimSentence({ ...unique, max: 1 }, dataset([]))).toBe(
      "At most 1 pair of rows is nearly the same.",
    );
    expect(claimName(ClaimKind.CLAIM_KIND_LABEL_AGREEMENT, 95)).toBe("Labels agree on 95%");
  });
});

describe("a challenger's reward", () => {
  const params = { minBond: 5n * ONE, rewardBps: 4000, maxRewardBonds: 20 };

  it("is a share of the owner's stake, at most so many bonds", () => {
    expect(rewardOf(400n * ONE, 10n * ONE, params)).toBe(160n * ONE);
    expect(rewardOf(400n * ONE, 5n * ONE, params)).toBe(100n * ONE);
  });

  it("is whole for the bond that the form proposes", () => {
    for (const stake of [100n, 250n, 401n, 12_345n].map((amount) => amount * ONE)) {
      const bond = wholeRewardBond(stake, params);
      expect(bond >= params.minBond && bond % ONE === 0n).toBe(true);
      expect(rewardOf(stake, bond, params)).toBe((stake * 4n) / 10n);
    }
    expect(wholeRewardBond(ONE, { ...params, maxRewardBonds: 0 })).toBe(params.minBond);
  });
});
