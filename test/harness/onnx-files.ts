/** Model files that nobody should load, and small honest ones beside them. */
import { SPEC_PROPERTY, type Spec } from "@assay/services/runtime/input/spec";
import { linearBag, textGraph } from "../../tools/models/bag.ts";
import type { GraphWriter } from "../../tools/models/onnx-writer.ts";

/** Protobuf by hand: a number, or bytes, under a field. */
export function field(number: number, value: number | bigint | string | Uint8Array): Uint8Array {
  const varint = (n: bigint): number[] => {
    const bytes: number[] = [];
    let rest = BigInt.asUintN(64, n);
    for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
    return [...bytes, Number(rest)];
  };
  if (typeof value === "number" || typeof value === "bigint") {
    return Uint8Array.from([...varint(BigInt(number * 8)), ...varint(BigInt(value))]);
  }
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  return join(Uint8Array.from([...varint(BigInt(number * 8 + 2)), ...varint(BigInt(bytes.length))]), bytes);
}

export const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const floatType = field(2, field(1, join(field(1, 1))));
const int64s = (name: string, values: readonly bigint[]): Uint8Array =>
  join(field(1, values.length), field(2, 7), ...values.map((value) => field(7, value)), field(8, name));

/** A file of operator set 17 around a graph's fields. */
export const fileOf = (...graph: readonly Uint8Array[]): Uint8Array =>
  join(field(1, 8), field(7, join(...graph)), field(8, field(2, 17)));

export const node = (
  operator: string,
  inputs: string[],
  outputs: string[],
  ...more: Uint8Array[]
): Uint8Array =>
  field(
    1,
    join(
      ...inputs.map((name) => field(1, name)),
      ...outputs.map((name) => field(2, name)),
      field(4, operator),
      ...more,
    ),
  );
export const constant = (...parts: readonly Uint8Array[]): Uint8Array => field(5, join(...parts));
export const output = (name: string): Uint8Array => field(12, join(field(1, name), floatType));

/** A few bytes that ask for a gibibyte while they are loaded. */
export function constantOfShapeBomb(): Uint8Array {
  return fileOf(node("ConstantOfShape", ["s"], ["y"]), field(5, int64s("s", [268_435_456n])), output("y"));
}

/** Runs its empty body 2^62 times. */
export function endlessLoop(): Uint8Array {
  const boolPort = (number: number, name: string) =>
    field(number, join(field(1, name), field(2, field(1, field(1, 9)))));
  const intPort = (number: number, name: string) =>
    field(number, join(field(1, name), field(2, field(1, field(1, 7)))));
  const body = join(node("Identity", ["c"], ["d"]), intPort(11, "i"), boolPort(11, "c"), boolPort(12, "d"));
  const attribute = field(5, join(field(1, "body"), field(6, body), field(20, 5)));
  return fileOf(
    node("Loop", ["n", ""], [], attribute),
    node("Identity", ["n"], ["y"]),
    field(5, join(field(2, 7), field(7, 1n << 62n), field(8, "n"))),
    output("y"),
  );
}

const spec = (buckets: number, size: number): Spec => ({
  format: 1,
  input: { kind: "hashed", words: [1], characters: [], buckets },
  output: { kind: "embedding", size },
});

const property = (buckets: number, size: number): Record<string, string> => ({
  [SPEC_PROPERTY]: JSON.stringify(spec(buckets, size)),
});

/** Two numbers for a text, by a table of four words; ids from 4 to `buckets` are not in it. */
export function smallModel(buckets = 4): Uint8Array {
  const table = Float32Array.from({ length: 8 }, (_, i) => i + 1);
  return linearBag("small", table, Float32Array.of(0.5, -0.5), property(buckets, 2));
}

/** Where a number comes in that only a run knows, so that nothing is computed while loading. */
const fromInput = (graph: GraphWriter, weights: string): string =>
  graph.node("ReduceMax", [weights], { axes: [0, 1], keepdims: 1 });

function finish(graph: GraphWriter, value: string, weights: string): Uint8Array {
  const nothing = graph.node("Mul", [
    graph.node("ReduceSum", [weights, graph.ints(1)], { keepdims: 1 }),
    graph.scalar(0),
  ]);
  const one = graph.node("ReduceMean", [value], { axes: [0, 1], keepdims: 1 });
  graph.output(graph.node("Add", [nothing, one]), "y", ["rows", 1]);
  return graph.file(property(4, 1));
}

/** Passes the reader, and multiplies matrices for seconds: some milliseconds each. */
export function slowModel(products = 400): Uint8Array {
  const { graph, weights } = textGraph("slow");
  const side = 512;
  const matrix = graph.floats([side, side], new Float32Array(side * side).fill(1 / side));
  let value = graph.node("Mul", [matrix, fromInput(graph, weights)]);
  for (let i = 0; i < products; i++) value = graph.node("MatMul", [value, matrix]);
  return finish(graph, value, weights);
}

/** Passes the reader, and asks for gibibytes: while it is loaded, or when it runs. */
export function broadcastBomb(when: "load" | "run"): Uint8Array {
  const { graph, weights } = textGraph("bomb");
  // The runtime computes constants of up to a gibibyte while it loads.
  const side = when === "load" ? 15_000 : 40_000;
  const column = graph.floats([side, 1], new Float32Array(side));
  const row = graph.floats([1, side], new Float32Array(side));
  const start = when === "run" ? graph.node("Mul", [column, fromInput(graph, weights)]) : column;
  return finish(graph, graph.node("Add", [start, row]), weights);
}
