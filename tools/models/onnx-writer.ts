/**
 * Writes ONNX files: the few messages of onnx.proto that our models use, field by field in ascending order, so that
 * one graph has one spelling.
 *
 * @module
 */
import { FLOAT, INT8, INT64 } from "@assay/services/runtime/onnx/data-type";

const OPSET = 17;
const IR_VERSION = 8;

type Chunk = Uint8Array;

function varint(value: number | bigint): Chunk {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

function number(field: number, value: number | bigint): Chunk[] {
  return [varint(field * 8), varint(value)];
}

function span(field: number, content: readonly Chunk[]): Chunk[] {
  const length = content.reduce((sum, chunk) => sum + chunk.length, 0);
  return [varint(field * 8 + 2), varint(length), ...content];
}

const text = (field: number, value: string): Chunk[] => span(field, [new TextEncoder().encode(value)]);

/** Bytes of numbers as ONNX has them: little-endian on every host. */
function rawBytes(data: Float32Array | Int8Array | readonly number[]): Uint8Array {
  if (data instanceof Int8Array) return new Uint8Array(data.buffer, data.byteOffset, data.length);
  const wide = data instanceof Float32Array;
  const bytes = new Uint8Array(data.length * (wide ? 4 : 8));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < data.length; i++) {
    if (wide) view.setFloat32(4 * i, data[i]!, true);
    else view.setBigInt64(8 * i, BigInt(data[i]!), true);
  }
  return bytes;
}

export type Attribute = number | readonly number[] | { readonly float: number };

/** A dimension by its size, or free by its name. */
export type Dimension = number | string;

function attribute(name: string, value: Attribute): Chunk[] {
  if (typeof value === "number") return [...text(1, name), ...number(3, value), ...number(20, 2)];
  if ("float" in value) {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value.float, true);
    return [...text(1, name), varint(2 * 8 + 5), bytes, ...number(20, 1)];
  }
  return [...text(1, name), ...value.flatMap((one) => number(8, one)), ...number(20, 7)];
}

function port(name: string, type: number, shape: readonly Dimension[]): Chunk[] {
  const dims = shape.flatMap((dim) => span(1, typeof dim === "number" ? number(1, dim) : text(2, dim)));
  return [...text(1, name), ...span(2, span(1, [...number(1, type), ...span(2, dims)]))];
}

/** A graph as it grows; every method returns the name of what it made. */
export class GraphWriter {
  readonly #name: string;
  readonly #nodes: Chunk[] = [];
  readonly #constants: Chunk[] = [];
  readonly #inputs: Chunk[] = [];
  readonly #outputs: Chunk[] = [];
  #made = 0;

  constructor(name: string) {
    this.#name = name;
  }

  input(name: string, type: number, shape: readonly Dimension[]): string {
    this.#inputs.push(...span(11, port(name, type, shape)));
    return name;
  }

  floats(shape: readonly number[], data: Float32Array): string {
    return this.#constant(FLOAT, shape, data);
  }

  bytes(shape: readonly number[], data: Int8Array): string {
    return this.#constant(INT8, shape, data);
  }

  /** Whole numbers in one dimension: axes, shapes, splits. */
  ints(...data: number[]): string {
    return this.#constant(INT64, [data.length], data);
  }

  scalar(value: number): string {
    return this.#constant(FLOAT, [], Float32Array.of(value));
  }

  node(
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    return this.nodes(operator, inputs, 1, attributes)[0]!;
  }

  nodes(
    operator: string,
    inputs: readonly string[],
    count: number,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string[] {
    const outputs = Array.from({ length: count }, () => `t${this.#made++}`);
    this.#nodes.push(
      ...span(1, [
        ...inputs.flatMap((name) => text(1, name)),
        ...outputs.flatMap((name) => text(2, name)),
        ...text(4, operator),
        ...Object.entries(attributes).flatMap(([name, value]) => span(5, attribute(name, value))),
      ]),
    );
    return outputs;
  }

  /** Gives what a node made its public name. */
  output(made: string, name: string, shape: readonly Dimension[]): void {
    this.#nodes.push(...span(1, [...text(1, made), ...text(2, name), ...text(4, "Identity")]));
    this.#outputs.push(...span(12, port(name, FLOAT, shape)));
  }

  /** @param properties of the file, in the order in which they are written. */
  file(properties: Readonly<Record<string, string>>): Uint8Array {
    const graph = [
      ...this.#nodes,
      ...text(2, this.#name),
      ...this.#constants,
      ...this.#inputs,
      ...this.#outputs,
    ];
    const chunks = [
      ...number(1, IR_VERSION),
      ...text(2, "assay"),
      ...span(7, graph),
      ...span(8, number(2, OPSET)),
      ...Object.entries(properties).flatMap(([key, value]) => span(14, [...text(1, key), ...text(2, value)])),
    ];
    return new Uint8Array(Buffer.concat(chunks));
  }

  #constant(
    type: number,
    shape: readonly number[],
    data: Float32Array | Int8Array | readonly number[],
  ): string {
    const elements = shape.reduce((product, dim) => product * dim, 1);
    if (elements !== data.length) throw new Error(`shape [${shape}] does not hold ${data.length} numbers`);
    const name = `c${this.#made++}`;
    this.#constants.push(
      ...span(5, [
        ...shape.flatMap((dim) => number(1, dim)),
        ...number(2, type),
        ...text(8, name),
        ...span(9, [rawBytes(data)]),
      ]),
    );
    return name;
  }
}
