import type { Invariant } from "@assay/kernel/module";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { CHALLENGE_ACCOUNT, type ChallengeDeps } from "./cases.ts";
import { dueHeight } from "./math.ts";
import { state } from "./state.ts";

export const challengeInvariants = ({ bank, data }: ChallengeDeps): readonly Invariant[] => [
  {
    name: "the module holds exactly the bonds of seals and of cases that are not settled",
    check(ctx) {
      let bonds = 0n;
      for (const [, { bond }] of state.commits.iterate(ctx)) bonds += bond;
      for (const [, { bond, status }] of state.cases.iterate(ctx)) {
        if (status === CaseStatus.CASE_STATUS_PROVEN) bonds += bond;
      }
      const holds = bank.balance(ctx, CHALLENGE_ACCOUNT, data.stakeDenom(ctx));
      return holds === bonds ? undefined : `holds ${holds}, bonds are ${bonds}`;
    },
  },
  {
    name: "a case that is about to take a claim is that claim's open case, and a claim's open case is such a one",
    check(ctx) {
      let open = 0;
      const datasets = new Map<string, number>();
      for (const [id, found] of state.cases.iterate(ctx)) {
        const dataset = data.dataset(ctx, found.datasetId);
        if (dataset === undefined) return `case ${id} is of no dataset`;
        datasets.set(dataset.number.toString(), dataset.openCases);
        if (dueHeight(found) === undefined) continue;
        open++;
        const claim = dataset.claims.find(({ kind }) => kind === found.claim);
        if (claim?.openCase !== id)
          return `case ${id} is proven, its claim's open case is ${claim?.openCase}`;
      }
      let counted = 0;
      for (const openCases of datasets.values()) counted += openCases;
      return counted === open ? undefined : `${open} cases are proven, datasets count ${counted}`;
    },
  },
  {
    name: "a seal is below the next number, an account's hash is sealed once",
    check(ctx) {
      const nextCommit = state.nextCommitId.peek(ctx);
      const nextCase = state.nextCaseId.peek(ctx);
      const seals = new Set<string>();
      for (const [id, { challenger, hash }] of state.commits.iterate(ctx)) {
        if (id >= nextCommit) return `seal ${id} is there, the next is ${nextCommit}`;
        const key = `${challenger} ${hash.join()}`;
        if (seals.has(key)) return `seal ${id} is there twice`;
        seals.add(key);
      }
      for (const [id] of state.cases.iterate(ctx, { reverse: true })) {
        return id < nextCase ? undefined : `case ${id} is there, the next is ${nextCase}`;
      }
      return undefined;
    },
  },
];
