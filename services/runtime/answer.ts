/**
 * A model's numbers as an answer for people: labels with probabilities. What is compared and attested is the numbers.
 *
 * @module
 */
import type { OutputSpec } from "./input/spec.ts";

export interface LabelScore {
  readonly label: string;
  /** 0 to 1. */
  readonly probability: number;
}

/** Labels by probability, the likeliest first; equal ones in the model's order. */
export function labelScores(spec: OutputSpec, row: Float32Array): LabelScore[] {
  if (spec.kind !== "labels") return [];
  let probabilities = Array.from(row);
  if (spec.scores === "logits") {
    const top = Math.max(...probabilities);
    const powers = probabilities.map((score) => Math.exp(score - top));
    const sum = powers.reduce((a, b) => a + b, 0);
    probabilities = powers.map((power) => power / sum);
  } else {
    // fastText's floor under each logarithm lets them pass 1 by a little.
    probabilities = probabilities.map((score) => Math.min(1, Math.exp(score)));
  }
  return spec.labels
    .map((label, i) => ({ label, probability: probabilities[i]! }))
    .sort((a, b) => b.probability - a.probability);
}
