import { addressKey } from "@assay/kernel/codec/key-codec";
import { bytesValue, protoValue } from "@assay/kernel/codec/value-codec";
import { defineState } from "@assay/kernel/collections/schema";
import { Validator } from "@assay/proto/gen/assay/staking/v1/types";

export const state = defineState("staking", (s) => ({
  /** Operator -> validator. Genesis writes them, nothing does since. */
  validators: s.map(0x01, "validators", addressKey, protoValue(Validator)),
  /** Attestor -> operator that it answers for. */
  operatorByAttestor: s.map(0x02, "operator_by_attestor", addressKey, bytesValue),
}));
