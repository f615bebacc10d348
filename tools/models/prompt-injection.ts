/**
 * llm_guardrail's detector of prompt injection: TF-IDF and a logistic regression, as its package has them.
 *
 * @module
 */
import { SPEC_PROPERTY, type Spec } from "@assay/services/runtime/input/spec";
import { linearBag } from "./bag.ts";
import { type LibraryModel, readPackageFile } from "./library.ts";

interface Source {
  readonly coefficients: readonly (readonly number[])[];
  readonly intercept: readonly number[];
  readonly vocabulary: Readonly<Record<string, number>>;
  readonly idf: readonly number[];
}

export function promptInjection(): LibraryModel {
  const source = JSON.parse(
    readPackageFile("llm_guardrail", "model", "prompt_injection_model.json"),
  ) as Source;
  const terms: string[] = [];
  for (const [term, id] of Object.entries(source.vocabulary)) terms[id] = term;
  const spec: Spec = {
    format: 1,
    input: { kind: "terms", terms, idf: source.idf, maxWords: 10_000 },
    output: { kind: "labels", labels: ["safe", "injection"], scores: "logits" },
  };
  // The softmax of (0, z) is (1 - s, s), where s is the logistic function of z.
  const table = new Float32Array(2 * terms.length);
  source.coefficients[0]!.forEach((coefficient, id) => {
    table[2 * id + 1] = coefficient;
  });
  const bias = Float32Array.of(0, source.intercept[0]!);
  return {
    name: "prompt-injection",
    bytes: linearBag("prompt-injection", table, bias, { [SPEC_PROPERTY]: JSON.stringify(spec) }),
    spec,
    front: {
      license: "ISC",
      language: "en",
      pipeline_tag: "text-classification",
      datasets: ["npm:llm_guardrail@2.1.2/model/prompt_injection_model.json"],
    },
    summary: "Tells whether a prompt tries to talk a language model out of its instructions.",
    scores: [],
    limits: [
      "Its maker publishes no held-out set, so no score is claimed here beyond agreement with the original.",
      "It weighs words and pairs of words: an attack in other words, or in another language, passes.",
    ],
  };
}
