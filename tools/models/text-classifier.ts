/**
 * The models of one label per text that are trained here: the same features, training and split for all.
 *
 * @module
 */
import { hashed } from "@assay/services/runtime/input/hashed";
import { type HashedInput, SPEC_PROPERTY, type Spec } from "@assay/services/runtime/input/spec";
import { linearBag } from "./bag.ts";
import { type CardFront, type LibraryModel, share } from "./library.ts";
import { Random } from "./random.ts";
import { type Example, measure, train } from "./train.ts";

export interface Labelled {
  readonly text: string;
  readonly label: string;
}

export interface TextTask {
  readonly name: string;
  readonly labels: readonly string[];
  readonly rows: readonly Labelled[];
  readonly input: HashedInput;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
  readonly front: CardFront;
  readonly summary: string;
  readonly limits: readonly string[];
}

/** One row of each text, in the order of the source; a text with two labels is left out. */
export function withoutDuplicates(rows: readonly Labelled[]): Labelled[] {
  const labels = new Map<string, string | undefined>();
  for (const { text, label } of rows) {
    const known = labels.has(text);
    labels.set(text, known && labels.get(text) !== label ? undefined : label);
  }
  return [...labels].flatMap(([text, label]) => (label === undefined ? [] : [{ text, label }]));
}

/** A fifth is held out, by a seeded shuffle. */
export function split<T>(items: readonly T[], seed: number): { seen: T[]; held: T[] } {
  const shuffled = new Random(seed).shuffle([...items]);
  const held = Math.floor(shuffled.length / 5);
  return { held: shuffled.slice(0, held), seen: shuffled.slice(held) };
}

export function textClassifier(task: TextTask): LibraryModel {
  const prepare = hashed(task.input);
  const examples = withoutDuplicates(task.rows).map(({ text, label }): Example => {
    const number = task.labels.indexOf(label);
    if (number < 0) throw new Error(`${task.name} has a label ${label}`);
    return { row: prepare(text).rows[0]!, label: number };
  });
  const { seen, held } = split(examples, task.seed);
  const linear = train(seen, {
    features: task.input.buckets,
    classes: task.labels.length,
    epochs: task.epochs,
    rate: task.rate,
    decay: task.decay,
    seed: task.seed,
  });
  const { right, of, macroF1 } = measure(linear, held);
  const spec: Spec = {
    format: 1,
    input: task.input,
    output: { kind: "labels", labels: task.labels, scores: "logits" },
  };
  const on = `${of} held-out rows of ${examples.length} (seed ${task.seed}; trained on the other ${seen.length})`;
  return {
    name: task.name,
    bytes: linearBag(task.name, linear.table, linear.bias, { [SPEC_PROPERTY]: JSON.stringify(spec) }),
    spec,
    front: task.front,
    summary: task.summary,
    scores: [
      { metric: "accuracy", value: share(right, of), on },
      { metric: "macro F1", value: macroF1.toFixed(4), on },
    ],
    limits: task.limits,
  };
}
