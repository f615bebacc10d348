/**
 * Softmax regression over sparse rows, by AdaGrad: one thread, one order, and only operations that IEEE 754 fixes, so
 * that the same rows and seed give the same bits on every machine.
 *
 * @module
 */
import type { Row } from "@assay/services/runtime/input/row";
import { exp } from "./exact-math.ts";
import { Random } from "./random.ts";

export interface Example {
  readonly row: Row;
  readonly label: number;
}

export interface Linear {
  /** Row by feature, column by class. */
  readonly table: Float32Array;
  readonly bias: Float32Array;
}

export interface Training {
  readonly features: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  /** How strongly a weight is drawn to zero each time it is touched. */
  readonly decay: number;
  readonly seed: number;
}

const SMALL = 1e-8;
/** A gradient below this moves nothing worth the time. */
const STILL = 1e-4;

function scoresInto(
  scores: Float64Array,
  { ids, weights }: Row,
  table: ArrayLike<number>,
  bias: ArrayLike<number>,
) {
  const classes = scores.length;
  for (let c = 0; c < classes; c++) scores[c] = bias[c]!;
  for (let i = 0; i < ids.length; i++) {
    const at = ids[i]! * classes;
    const weight = weights[i]!;
    for (let c = 0; c < classes; c++) scores[c]! += table[at + c]! * weight;
  }
}

function softmaxInto(scores: Float64Array): void {
  let top = scores[0]!;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > top) top = scores[c]!;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = exp(scores[c]! - top);
    sum += scores[c]!;
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
}

export function train(examples: readonly Example[], training: Training): Linear {
  const { features, classes, epochs, rate, decay, seed } = training;
  const table = new Float64Array(features * classes);
  const squares = new Float64Array(features * classes);
  const bias = new Float64Array(classes);
  const biasSquares = new Float64Array(classes);
  const slope = new Float64Array(classes);
  const random = new Random(seed);
  const order = Array.from(examples, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of random.shuffle(order)) {
      const { row, label } = examples[index]!;
      scoresInto(slope, row, table, bias);
      softmaxInto(slope);
      slope[label]! -= 1;
      for (let c = 0; c < classes; c++) {
        const step = slope[c]!;
        if (step < STILL && step > -STILL) continue;
        biasSquares[c]! += step * step;
        bias[c]! -= (rate * step) / Math.sqrt(biasSquares[c]! + SMALL);
        for (let i = 0; i < row.ids.length; i++) {
          const at = row.ids[i]! * classes + c;
          const gradient = step * row.weights[i]! + decay * table[at]!;
          squares[at]! += gradient * gradient;
          table[at]! -= (rate * gradient) / Math.sqrt(squares[at]! + SMALL);
        }
      }
    }
  }
  return { table: Float32Array.from(table), bias: Float32Array.from(bias) };
}

/** The class with the highest score; the first of equals. */
export function predict({ table, bias }: Linear, row: Row): number {
  const scores = new Float64Array(bias.length);
  scoresInto(scores, row, table, bias);
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}

export interface Measured {
  readonly right: number;
  readonly of: number;
  /** Mean over classes of the harmonic mean of precision and recall. */
  readonly macroF1: number;
}

export function measure(linear: Linear, examples: readonly Example[]): Measured {
  const classes = linear.bias.length;
  const hits = new Array<number>(classes).fill(0);
  const said = new Array<number>(classes).fill(0);
  const been = new Array<number>(classes).fill(0);
  for (const { row, label } of examples) {
    const guess = predict(linear, row);
    said[guess]!++;
    been[label]!++;
    if (guess === label) hits[label]!++;
  }
  const f1 = hits.map((hit, c) => (hit === 0 ? 0 : (2 * hit) / (said[c]! + been[c]!)));
  return {
    right: hits.reduce((a, b) => a + b, 0),
    of: examples.length,
    macroF1: f1.reduce((a, b) => a + b, 0) / classes,
  };
}
