/**
 * Datasets, claims and cases as a person reads them.
 *
 * @module
 */
import { toHex } from "@assay/primitives/bytes";
import { type Case, CaseStatusEnum } from "@assay/proto/gen/assay/challenge/v1/types";
import {
  type Claim,
  ClaimStatusEnum,
  type Dataset,
  DatasetStatusEnum,
} from "@assay/proto/gen/assay/data/v1/types";
import { amountText, CLAIM_NAMES } from "../preview.ts";
import { fields, plain, table } from "./table.ts";

/** `DATASET_STATUS_ACTIVE` is `active`. */
function word(names: Readonly<Record<number, string>>, value: number, prefix: string): string {
  return (names[value] ?? String(value)).replace(prefix, "").toLowerCase();
}

export const datasetStatus = ({ status }: Dataset): string =>
  word(DatasetStatusEnum.names, status, "DATASET_STATUS_");
export const claimStatus = ({ status }: Claim): string =>
  word(ClaimStatusEnum.names, status, "CLAIM_STATUS_");
export const caseStatus = ({ status }: Pick<Case, "status">): string =>
  word(CaseStatusEnum.names, status, "CASE_STATUS_");

export function claimTitle({ kind, max }: Pick<Claim, "kind" | "max">): string {
  const name = CLAIM_NAMES[kind] ?? `claim ${kind}`;
  return max > 0 ? `${name} (up to ${max})` : name;
}

export function datasetText(dataset: Dataset, denom: string): string {
  const { terms } = dataset;
  const head = fields([
    ["Dataset", toHex(dataset.id)],
    ["Name", `${plain(terms?.name ?? "")} v${terms?.version ?? 0}`],
    ["Owner", dataset.owner],
    ["State", datasetStatus(dataset)],
    ["Rows", String(terms?.rowCount ?? 0n)],
    ["Labels", (terms?.labels ?? []).map(plain).join(", ")],
    ["Licence", plain(terms?.licence ?? "")],
    ["Published", `block ${dataset.publishedHeight}`],
    ["Challenges", dataset.windowEnd === 0n ? "not yet" : `until block ${dataset.windowEnd}`],
  ]);
  const claims = table(
    ["Claim", "State", "Owner's stake", "Backers' stake"],
    dataset.claims.map((claim) => [
      claimTitle(claim),
      claimStatus(claim),
      amountText(claim.ownerStake, denom),
      `${amountText(claim.backersStake, denom)} by ${claim.backerCount}`,
    ]),
  );
  return `${head}\n\n${claims}`;
}

export function datasetsText(datasets: readonly Dataset[]): string {
  if (datasets.length === 0) return "No datasets.";
  return table(
    ["Id", "Name", "State", "Rows", "Claims"],
    datasets.map((dataset) => [
      toHex(dataset.id),
      `${plain(dataset.terms?.name ?? "")} v${dataset.terms?.version ?? 0}`,
      datasetStatus(dataset),
      String(dataset.terms?.rowCount ?? 0n),
      dataset.claims
        .map((claim) => `${CLAIM_NAMES[claim.kind] ?? claim.kind}: ${claimStatus(claim)}`)
        .join(", "),
    ]),
  );
}

export function casesText(cases: readonly Case[], denom: string): string {
  if (cases.length === 0) return "No challenges.";
  return table(
    ["Case", "Dataset", "Claim", "State", "Challenger", "Reward"],
    cases.map((item) => [
      String(item.id),
      toHex(item.datasetId),
      CLAIM_NAMES[item.claim] ?? String(item.claim),
      caseStatus(item),
      item.challenger,
      amountText(item.reward, denom),
    ]),
  );
}
