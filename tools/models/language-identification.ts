/**
 * fastText's lid.176.ftz: its file is read here, its quantized rows unpacked, and its tree of binary choices (hierarchical
 * softmax) laid flat into two matrix products.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { SPEC_PROPERTY, type Spec } from "@assay/services/runtime/input/spec";
import { textGraph, weightedSum } from "./bag.ts";
import { type LibraryModel, packageFile } from "./library.ts";

const MAGIC = 793712314;
const CENTROIDS = 256;
const HIERARCHICAL_SOFTMAX = 1;
/** What fastText adds before it takes a logarithm. */
const FLOOR = 1e-5;

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  int32 = (): number => this.#bytes.readInt32LE(this.#step(4));
  int64 = (): number => Number(this.#bytes.readBigInt64LE(this.#step(8)));
  bool = (): boolean => this.#bytes[this.#step(1)] !== 0;
  take = (length: number): Buffer => this.#bytes.subarray(this.#at, this.#step(length) + length);
  floats = (count: number): Float32Array => {
    const bytes = this.take(4 * count);
    return Float32Array.from({ length: count }, (_, i) => bytes.readFloatLE(4 * i));
  };
  double = (): number => this.#bytes.readDoubleLE(this.#step(8));
  text = (): string => {
    const end = this.#bytes.indexOf(0, this.#at);
    return this.take(end - this.#step(0) + 1)
      .toString("utf8")
      .slice(0, -1);
  };
  done = (): boolean => this.#at === this.#bytes.length;

  #step(length: number): number {
    const at = this.#at;
    this.#at += length;
    return at;
  }
}

interface Quantizer {
  readonly parts: number;
  readonly width: number;
  readonly lastWidth: number;
  readonly centroids: Float32Array;
}

function readQuantizer(file: Reader): Quantizer {
  const dim = file.int32();
  const [parts, width, lastWidth] = [file.int32(), file.int32(), file.int32()];
  return { parts, width, lastWidth, centroids: file.floats(dim * CENTROIDS) };
}

/** A matrix whose rows are put together from 256 pieces for each part, and stretched by a quantized length. */
function readQuantized(file: Reader): { rows: number; columns: number; data: Float32Array } {
  const hasLengths = file.bool();
  const [rows, columns] = [file.int64(), file.int64()];
  const codes = file.take(file.int32());
  const pieces = readQuantizer(file);
  const lengthCodes = hasLengths ? file.take(rows) : undefined;
  const lengths = hasLengths ? readQuantizer(file).centroids : undefined;
  const data = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const length = lengths === undefined ? 1 : lengths[lengthCodes![row]!]!;
    for (let part = 0; part < pieces.parts; part++) {
      const code = codes[row * pieces.parts + part]!;
      const width = part === pieces.parts - 1 ? pieces.lastWidth : pieces.width;
      const from =
        part === pieces.parts - 1
          ? part * CENTROIDS * pieces.width + code * pieces.lastWidth
          : (part * CENTROIDS + code) * pieces.width;
      for (let i = 0; i < width; i++) {
        data[row * columns + part * pieces.width + i] = length * pieces.centroids[from + i]!;
      }
    }
  }
  return { rows, columns, data };
}

function readDense(file: Reader): { rows: number; columns: number; data: Float32Array } {
  const [rows, columns] = [file.int64(), file.int64()];
  return { rows, columns, data: file.floats(rows * columns) };
}

/** For each label the inner nodes on its way and whether it goes right there, as fastText builds its Huffman tree. */
function paths(counts: readonly number[]): (readonly (readonly [node: number, right: boolean])[])[] {
  const leaves = counts.length;
  const nodes = 2 * leaves - 1;
  const parent = new Array<number>(nodes).fill(-1);
  const right = new Array<boolean>(nodes).fill(false);
  const weight = new Array<number>(nodes).fill(1e15);
  counts.forEach((count, i) => {
    weight[i] = count;
  });
  let leaf = leaves - 1;
  let inner = leaves;
  const smallest = (): number => (leaf >= 0 && weight[leaf]! < weight[inner]! ? leaf-- : inner++);
  for (let node = leaves; node < nodes; node++) {
    const [left, other] = [smallest(), smallest()];
    weight[node] = weight[left]! + weight[other]!;
    parent[left] = node;
    parent[other] = node;
    right[other] = true;
  }
  return counts.map((_, label) => {
    const path: (readonly [number, boolean])[] = [];
    for (let at = label; parent[at]! >= 0; at = parent[at]!) path.push([parent[at]! - leaves, right[at]!]);
    return path;
  });
}

export function languageIdentification(): LibraryModel {
  const file = new Reader(
    readFileSync(
      packageFile("fasttext.wasm.js", "dist", "models", "language-identification", "assets", "lid.176.ftz"),
    ),
  );
  if (file.int32() !== MAGIC || file.int32() !== 12)
    throw new Error("lid.176.ftz is no fastText file of version 12");
  const dim = file.int32();
  file.take(4 * 4);
  if (file.int32() !== 1) throw new Error("lid.176.ftz counts word n-grams");
  if (file.int32() !== HIERARCHICAL_SOFTMAX) throw new Error("lid.176.ftz has another loss");
  file.take(4);
  const [buckets, minLength, maxLength] = [file.int32(), file.int32(), file.int32()];
  file.take(4);
  file.double();
  const [entries, wordCount, labelCount] = [file.int32(), file.int32(), file.int32()];
  file.int64();
  const keptCount = file.int64();
  const words: string[] = [];
  const labels: string[] = [];
  const counts: number[] = [];
  for (let i = 0; i < entries; i++) {
    const text = file.text();
    const count = file.int64();
    if (file.take(1)[0] === 0) words.push(text);
    else {
      labels.push(text.replace(/^__label__/, ""));
      counts.push(count);
    }
  }
  const kept = new Array<number>(keptCount);
  for (let i = 0; i < keptCount; i++) {
    const bucket = file.int32();
    kept[file.int32()] = bucket;
  }
  const input = file.bool() ? readQuantized(file) : readDense(file);
  const output = file.bool() ? readQuantized(file) : readDense(file);
  if (!file.done() || words.length !== wordCount || labels.length !== labelCount || input.columns !== dim) {
    throw new Error("lid.176.ftz does not read as it should");
  }

  const spec: Spec = {
    format: 1,
    input: { kind: "subwords", words, minLength, maxLength, buckets, kept, end: "</s>" },
    output: { kind: "labels", labels, scores: "logs" },
  };
  const inner = labels.length - 1;
  const nodes = new Float32Array(dim * inner);
  for (let node = 0; node < inner; node++) {
    for (let i = 0; i < dim; i++) nodes[i * inner + node] = output.data[node * dim + i]!;
  }
  // The first half of the rows is for turning right, the second for turning left.
  const turns = new Float32Array(2 * inner * labels.length);
  paths(counts).forEach((path, label) => {
    for (const [node, right] of path) turns[(right ? node : inner + node) * labels.length + label] = 1;
  });
  const { graph, ids, weights } = textGraph("language-identification");
  const hidden = weightedSum(graph, [ids, weights], input.data, dim);
  const turn = graph.node("MatMul", [hidden, graph.floats([dim, inner], nodes)]);
  // Out of Exp and not by Sigmoid, whose error is absolute: where a chance is small, a logarithm would make much of it,
  // and runs would differ.
  const powers = graph.node("Exp", [graph.node("Concat", [graph.node("Neg", [turn]), turn], { axis: 1 })]);
  const both = graph.node("Reciprocal", [graph.node("Add", [graph.scalar(1), powers])]);
  const logs = graph.node("Log", [graph.node("Add", [both, graph.scalar(FLOOR)])]);
  const scores = graph.node("MatMul", [logs, graph.floats([2 * inner, labels.length], turns)]);
  graph.output(scores, "scores", ["rows", labels.length]);
  return {
    name: "language-identification",
    bytes: graph.file({ [SPEC_PROPERTY]: JSON.stringify(spec) }),
    spec,
    front: {
      license: "CC-BY-SA-3.0",
      language: "multilingual",
      pipeline_tag: "text-classification",
      datasets: ["npm:fasttext.wasm.js@1.0.0/dist/models/language-identification/assets/lid.176.ftz"],
    },
    summary: "Tells in which of 176 languages a text is written.",
    scores: [],
    limits: [
      "The licence is the one its makers name on their page; the package holds the model without a word on it.",
      "A few words are little to go by; closely related languages are mixed up.",
      "No held-out set is in the package: its makers report .98 on ten thousand texts in 20 languages, which was not repeated here.",
    ],
  };
}
