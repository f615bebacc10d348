import { addressKey } from "@assay/kernel/codec/key-codec";
import { protoValue } from "@assay/kernel/codec/value-codec";
import { defineState } from "@assay/kernel/collections/schema";
import { Params } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import { accountValue } from "./account.ts";

/** The store is called `acc`, as in the Cosmos SDK, so that its proofs are asked for in the same words. */
export const state = defineState("acc", (s) => ({
  /** Limits and prices of a transaction. */
  params: s.item(0x00, "params", protoValue(Params)),
  /** Address -> account; absent until it first receives coins. */
  accounts: s.map(0x01, "accounts", addressKey, accountValue),
  /** The number that the next new account gets. */
  nextAccountNumber: s.sequence(0x02, "next_account_number", 0n),
}));
