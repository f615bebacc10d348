import { type CheckInput, type CheckReport, checkSteps } from "@assay/client/dataset/check";
import type { Output } from "./output.ts";

/** The ledger's rules over all rows, with a progress bar. */
export function runCheck(input: CheckInput, out: Output, limit?: number): CheckReport {
  const steps = checkSteps(input, limit);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    out.progress("Checking rows", step.value.done, step.value.total);
  }
}
