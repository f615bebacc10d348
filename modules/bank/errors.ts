import { defineErrors } from "@assay/kernel/errors";

/** Codes are the Cosmos SDK's (x/bank/types/errors.go); those left out belong to what this bank has not. */
export const errors = defineErrors("bank", {
  noOutputs: [3, "no outputs to send transaction"],
  inputOutputMismatch: [4, "sum inputs != sum outputs"],
  sendDisabled: [5, "send transactions are disabled"],
  multipleSenders: [9, "multiple senders not allowed"],
});
