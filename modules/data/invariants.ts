import type { ReadCtx } from "@assay/kernel/context";
import type { Invariant } from "@assay/kernel/module";
import { toHex } from "@assay/primitives/bytes";
import { type Claim, ClaimStatus, type Dataset } from "@assay/proto/gen/assay/data/v1/types";
import type { BankView } from "../bank/keeper.ts";
import { DATA_ACCOUNT, getTotals, openClaims } from "./ledger.ts";
import { isUnbondingSlashed } from "./math.ts";
import { getParams } from "./params.ts";
import { state } from "./state.ts";

interface Sums {
  owner: bigint;
  backers: bigint;
  backerCount: number;
  /** Unbonding stakes that are still the backers'. */
  unbonding: bigint;
  /** Unbonding stakes that a lost claim took. */
  unbondingLost: bigint;
  ownerPositions: number;
}

const keyOf = (datasetId: Uint8Array, kind: number): string => `${toHex(datasetId)}/${kind}`;

/** What positions and unbonding stakes of each claim sum up to. */
function sumClaims(ctx: ReadCtx): { sums: Map<string, Sums>; stray: string | undefined } {
  const sums = new Map<string, Sums>();
  const claims = new Map<string, Claim>();
  let stray: string | undefined;
  for (const [id, dataset] of state.datasets.iterate(ctx)) {
    for (const claim of dataset.claims) {
      claims.set(keyOf(id, claim.kind), claim);
      sums.set(keyOf(id, claim.kind), {
        owner: 0n,
        backers: 0n,
        backerCount: 0,
        unbonding: 0n,
        unbondingLost: 0n,
        ownerPositions: 0,
      });
    }
  }
  for (const [[id, kind], { amount, isOwner, account }] of state.positions.iterate(ctx)) {
    const sum = sums.get(keyOf(id, kind));
    if (sum === undefined || amount === 0n) {
      stray = `position of ${account} in ${keyOf(id, kind)}`;
      continue;
    }
    if (isOwner) {
      sum.owner += amount;
      sum.ownerPositions++;
    } else {
      sum.backers += amount;
      sum.backerCount++;
    }
  }
  for (const [, unbonding] of state.unbondings.iterate(ctx)) {
    const key = keyOf(unbonding.datasetId, unbonding.claim);
    const sum = sums.get(key);
    const claim = claims.get(key);
    if (sum === undefined || claim === undefined) stray = `unbonding ${unbonding.id} in ${key}`;
    else if (isUnbondingSlashed(claim, unbonding)) sum.unbondingLost += unbonding.amount;
    else sum.unbonding += unbonding.amount;
  }
  return { sums, stray };
}

function claimFault(claim: Claim, sum: Sums): string | undefined {
  if (claim.status === ClaimStatus.CLAIM_STATUS_LOST) {
    if (claim.ownerStake !== 0n || claim.backersStake !== 0n) return "is lost and has stake";
    if (sum.owner !== claim.slashedOwner) return `lost ${claim.slashedOwner} of the owner's ${sum.owner}`;
    const backers = sum.backers + sum.unbondingLost;
    if (backers !== claim.slashedBackers) return `lost ${claim.slashedBackers} of the backers' ${backers}`;
    return undefined;
  }
  if (sum.owner !== claim.ownerStake) return `bucket ${claim.ownerStake}, owner has ${sum.owner}`;
  if (sum.backers !== claim.backersStake) return `bucket ${claim.backersStake}, backers have ${sum.backers}`;
  if (sum.backerCount !== claim.backerCount)
    return `${claim.backerCount} backers, ${sum.backerCount} positions`;
  if (sum.ownerPositions > 1) return "two owners";
  return undefined;
}

/** Counts that all datasets give. */
function countTotals(datasets: readonly Dataset[]) {
  const totals = { atRisk: 0n, datasets: 0n, openClaims: 0n, lostClaims: 0n, finalClaims: 0n };
  for (const dataset of datasets) {
    totals.datasets++;
    const { count, stake } = openClaims(dataset);
    totals.openClaims += count;
    totals.atRisk += stake;
    for (const { status } of dataset.claims) {
      if (status === ClaimStatus.CLAIM_STATUS_LOST) totals.lostClaims++;
      if (status === ClaimStatus.CLAIM_STATUS_FINAL) totals.finalClaims++;
    }
  }
  return totals;
}

export const dataInvariants = (bank: BankView): readonly Invariant[] => [
  {
    name: "each bucket is the sum of its positions, and a lost one of what it took",
    check(ctx) {
      const { sums, stray } = sumClaims(ctx);
      if (stray !== undefined) return `${stray} belongs to no claim`;
      for (const [id, dataset] of state.datasets.iterate(ctx)) {
        for (const claim of dataset.claims) {
          const key = keyOf(id, claim.kind);
          const fault = claimFault(claim, sums.get(key)!);
          if (fault !== undefined) return `${key}: ${fault}`;
        }
      }
      return undefined;
    },
  },
  {
    name: "the module holds exactly what it owes",
    check(ctx) {
      let owes = 0n;
      const { sums } = sumClaims(ctx);
      for (const [id, dataset] of state.datasets.iterate(ctx)) {
        for (const claim of dataset.claims) {
          owes += claim.ownerStake + claim.backersStake + sums.get(keyOf(id, claim.kind))!.unbonding;
        }
      }
      for (const [, amount] of state.payables.iterate(ctx)) owes += amount;
      const holds = bank.balance(ctx, DATA_ACCOUNT, getParams(ctx).stakeDenom);
      return holds === owes ? undefined : `holds ${holds}, owes ${owes}`;
    },
  },
  {
    name: "totals are the sums over all datasets",
    check(ctx) {
      const kept = getTotals(ctx);
      const counted = countTotals([...state.datasets.iterate(ctx)].map(([, dataset]) => dataset));
      for (const [name, value] of Object.entries(counted)) {
        const total = kept[name as keyof typeof kept];
        if (total !== value) return `${name} is ${total}, counted ${value}`;
      }
      return undefined;
    },
  },
  {
    name: "every claim that a case is about to take is counted, and no other",
    check(ctx) {
      for (const [id, { openCases, claims }] of state.datasets.iterate(ctx)) {
        const open = claims.filter((claim) => claim.openCase !== 0n).length;
        if (open !== openCases) return `${toHex(id)}: ${openCases} open cases, ${open} claims have one`;
      }
      return undefined;
    },
  },
  {
    name: "what left a claim before an unbonding stake did adds up",
    check(ctx) {
      const before = new Map<string, bigint>();
      for (const [, key] of state.unbondings.by.claim.entries.iterate(ctx)) {
        const entry = state.unbondings.get(ctx, key);
        if (entry === undefined) return "an entry of the index is no unbonding";
        const name = keyOf(entry.datasetId, entry.claim);
        if (entry.unbondedBefore < (before.get(name) ?? 0n)) return `unbonding ${entry.id} in ${name}`;
        before.set(name, entry.unbondedBefore + entry.amount);
      }
      for (const [id, dataset] of state.datasets.iterate(ctx)) {
        for (const { kind, backersUnbonded } of dataset.claims) {
          const name = keyOf(id, kind);
          if (backersUnbonded < (before.get(name) ?? 0n)) return `${name} counts ${backersUnbonded}`;
        }
      }
      return undefined;
    },
  },
];
