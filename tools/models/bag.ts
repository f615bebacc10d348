/**
 * The graphs that begin with a bag of features: rows of a table, weighted and added.
 *
 * @module
 */
import { FLOAT, INT64 } from "@assay/services/runtime/onnx/data-type";
import { GraphWriter } from "./onnx-writer.ts";

/** A graph with the inputs that every model has: `ids` int64[rows, features] and `weights` float[rows, features]. */
export function textGraph(name: string): { graph: GraphWriter; ids: string; weights: string } {
  const graph = new GraphWriter(name);
  const ids = graph.input("ids", INT64, ["rows", "features"]);
  const weights = graph.input("weights", FLOAT, ["rows", "features"]);
  return { graph, ids, weights };
}

/** The weighted sum of a table's rows: float[rows, width]. */
export function weightedSum(
  graph: GraphWriter,
  [ids, weights]: readonly [string, string],
  table: Float32Array,
  width: number,
): string {
  const rows = graph.node("Gather", [graph.floats([table.length / width, width], table), ids], { axis: 0 });
  const flat = graph.node("Unsqueeze", [weights, graph.ints(1)]);
  return graph.node("Squeeze", [graph.node("MatMul", [flat, rows]), graph.ints(1)]);
}

/** A linear model over a bag: its scores are logits. */
export function linearBag(
  name: string,
  table: Float32Array,
  bias: Float32Array,
  properties: Readonly<Record<string, string>>,
): Uint8Array {
  const { graph, ids, weights } = textGraph(name);
  const classes = bias.length;
  const sum = weightedSum(graph, [ids, weights], table, classes);
  graph.output(graph.node("Add", [sum, graph.floats([classes], bias)]), "scores", ["rows", classes]);
  return graph.file(properties);
}
