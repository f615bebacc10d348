import { defineErrors } from "@assay/kernel/errors";

export const errors = defineErrors("challenge", {
  paused: [2, "the module is paused"],
  invalidHash: [3, "a hash, id or salt has 32 bytes"],
  claimNotChallengeable: [4, "only SCHEMA_VALID and UNIQUE can be challenged by proof"],
  noProof: [5, "the challenge shows no proof"],
  bondTooSmall: [6, "the bond is below the least one"],
  sealExists: [7, "the challenger has sealed this hash already"],
  tooManySeals: [8, "the challenger has too many sealed challenges"],
  noSeal: [9, "no sealed challenge of this account is opened by this proof, dataset, claim and salt"],
  sealAge: [10, "the sealed challenge may not be shown at this height"],
  datasetNotFound: [11, "no such dataset"],
  claimNotMade: [12, "the dataset does not make this claim"],
  claimNotOpen: [13, "the claim was not open when the challenge was sealed"],
});
