import type { ChainInfo } from "@assay/kernel/context";
import { sdkErrors } from "@assay/kernel/errors";
import { addressFromBech32 } from "@assay/primitives/address";
import type { MsgAnswer } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { errors } from "./errors.ts";

export function checkAnswer({ attestor, answer }: MsgAnswer, chain: ChainInfo): void {
  if (addressFromBech32(attestor, chain.bech32Prefix) === undefined) {
    throw sdkErrors.invalidAddress(`attestor "${attestor.slice(0, 100)}"`);
  }
  if (answer < Answer.ANSWER_YES || answer > Answer.ANSWER_UNAVAILABLE) throw errors.invalidAnswer();
}
