import { checkAddress } from "@assay/kernel/checks";
import type { ChainInfo } from "@assay/kernel/context";
import type { MsgAnswer } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { errors } from "./errors.ts";
import { MAX_MEASURED } from "./math.ts";

export function checkAnswer({ attestor, answer, measured }: MsgAnswer, chain: ChainInfo): void {
  checkAddress(attestor, chain, "attestor");
  if (answer < Answer.ANSWER_YES || answer > Answer.ANSWER_UNAVAILABLE) throw errors.invalidAnswer();
  if (measured > MAX_MEASURED) throw errors.invalidMeasure(`${measured}, at most ${MAX_MEASURED}`);
  if (measured > 0n && answer !== Answer.ANSWER_YES) throw errors.invalidMeasure("only YES brings a value");
}
