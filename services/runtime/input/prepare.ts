/** The one place that knows which way of preparing text goes by which name. */
import { bytePairs } from "./byte-pairs.ts";
import { hashed } from "./hashed.ts";
import type { Prepare } from "./row.ts";
import type { InputSpec } from "./spec.ts";
import { subwords } from "./subwords.ts";
import { terms } from "./terms.ts";
import { tokens } from "./tokens.ts";
import { unigrams } from "./unigrams.ts";

export function prepareBy(input: InputSpec): Prepare {
  switch (input.kind) {
    case "unigrams":
      return unigrams(input);
    case "subwords":
      return subwords(input);
    case "byte-pairs":
      return bytePairs(input);
    case "terms":
      return terms(input);
    case "hashed":
      return hashed(input);
    case "tokens":
      return tokens(input);
  }
}
