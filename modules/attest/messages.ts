import { checkAddress } from "@assay/kernel/checks";
import type { ChainInfo } from "@assay/kernel/context";
import type { MsgAnswer } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { errors } from "./errors.ts";

export function checkAnswer({ attestor, answer }: MsgAnswer, chain: ChainInfo): void {
  checkAddress(attestor, chain, "attestor");
  if (answer < Answer.ANSWER_YES || answer > Answer.ANSWER_UNAVAILABLE) throw errors.invalidAnswer();
}
