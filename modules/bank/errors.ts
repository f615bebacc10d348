import { defineErrors } from "@assay/kernel/errors";

/** Codes are the Cosmos SDK's (x/bank/types/errors.go); those before 5 belong to messages that this bank has not. */
export const errors = defineErrors("bank", {
  sendDisabled: [5, "send transactions are disabled"],
});
