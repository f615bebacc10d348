/**
 * guesslang, as Visual Studio Code ships it: a wide and deep network over hashed pairs of bytes.
 *
 * @module
 */
import { SPEC_PROPERTY, type Spec } from "@assay/services/runtime/input/spec";
import { textGraph, weightedSum } from "./bag.ts";
import { type LibraryModel, packageFile } from "./library.ts";
import { readWeights } from "./tfjs.ts";

const BUCKETS = 5_000;
const MAX_PAIRS = 10_000;
const WIDTHS = [70, 512, 32, 54] as const;

export function programmingLanguage(): LibraryModel {
  const weights = readWeights(packageFile("@vscode", "vscode-languagedetection", "model"));
  const labels = weights.texts("head/ExpandDims/input");
  const spec: Spec = {
    format: 1,
    input: { kind: "byte-pairs", buckets: BUCKETS, maxPairs: MAX_PAIRS },
    output: { kind: "labels", labels, scores: "logits" },
  };
  const { graph, ids, weights: counts } = textGraph("programming-language");
  // Deep: the mean of the pairs' embeddings through three layers.
  const embedding = weights.floats(
    "dnn/input_from_feature_columns/input_layer/content_embedding/embedding_weights",
  );
  const sum = weightedSum(graph, [ids, counts], embedding, WIDTHS[0]);
  const total = graph.node("ReduceSum", [counts, graph.ints(1)], { keepdims: 1 });
  let deep = graph.node("Div", [sum, graph.node("Max", [total, graph.scalar(1)])]);
  ["dnn/hiddenlayer_0", "dnn/hiddenlayer_1", "dnn/logits"].forEach((layer, i) => {
    const kernel = graph.floats([WIDTHS[i]!, WIDTHS[i + 1]!], weights.floats(`${layer}/kernel`));
    const bias = graph.floats([WIDTHS[i + 1]!], weights.floats(`${layer}/bias`));
    deep = graph.node("Add", [graph.node("MatMul", [deep, kernel]), bias]);
    if (i < 2) deep = graph.node("Relu", [deep]);
  });
  // Wide: the sum of the pairs' own weights.
  const linear = weightedSum(
    graph,
    [ids, counts],
    weights.floats("linear/linear_model/content/weights"),
    WIDTHS[3],
  );
  const bias = graph.floats([WIDTHS[3]], weights.floats("linear/linear_model/bias_weights"));
  const wide = graph.node("Add", [linear, bias]);
  graph.output(graph.node("Add", [deep, wide]), "scores", ["rows", WIDTHS[3]]);
  return {
    name: "programming-language",
    bytes: graph.file({ [SPEC_PROPERTY]: JSON.stringify(spec) }),
    spec,
    front: {
      license: "MIT",
      language: "code",
      pipeline_tag: "text-classification",
      datasets: ["npm:@vscode/vscode-languagedetection@1.0.23/model"],
    },
    summary: "Tells in which of 54 programming and markup languages a text is written.",
    scores: [],
    limits: [
      "Below some twenty characters it guesses; its makers do not ask it then.",
      "It reads the first 10,000 bytes. No held-out set is in the package, so agreement with the original is all that is claimed.",
    ],
  };
}
