import { type Case, CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";

/** Height whose end hook settles a case; undefined for one that is settled. */
export function dueHeight({ status, settleHeight }: Case): bigint | undefined {
  return status === CaseStatus.CASE_STATUS_PROVEN ? settleHeight : undefined;
}
