/**
 * Reads an ONNX file that nobody vouches for and refuses it before a native library sees it: the runtime allocates what
 * a file asks for, so a file of 74 bytes can take 1 GiB, and one of 213 bytes can loop for ever.
 *
 * What remains possible in a file that passes (a broadcast of two large constants, say) is held by the sandbox's memory
 * cap and deadline: this reader is the first wall, not the only one.
 *
 * @module
 */
import { ALLOWED_OPERATORS, MAX_OPSET, MIN_OPSET } from "@assay/primitives/model/operators";
import { ELEMENT_BYTES } from "./data-type.ts";
import { type Field, fieldsOf, intOf, intsOf, type Span, spanOf, textOf } from "./fields.ts";
import * as limits from "./limits.ts";
import { ensure, ModelRefused, type RefusalCode } from "./refusal.ts";

/** One input or output of a graph. */
export interface Port {
  readonly name: string;
  /** ONNX's element type. */
  readonly elementType: number;
  /** Undefined for a dimension that is free. */
  readonly shape: readonly (number | undefined)[];
}

/** What is known of a model that was taken. */
export interface ModelFacts {
  readonly opset: number;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  /** Distinct, sorted. */
  readonly operators: readonly string[];
  readonly nodes: number;
  /** Numbers in the constants. */
  readonly parameters: number;
  readonly properties: ReadonlyMap<string, string>;
}

const { MAX_NAME_BYTES } = limits;

/** Fields that a message may have; a refusal's code for one whose presence itself is refused. */
type Known = Readonly<Record<number, "read" | "skip" | RefusalCode>>;

const MODEL: Known = {
  1: "read", // ir_version
  2: "skip", // producer_name
  3: "skip", // producer_version
  4: "skip", // domain
  5: "skip", // model_version
  6: "skip", // doc_string
  7: "read", // graph
  8: "read", // opset_import
  14: "read", // metadata_props
  20: "operator", // training_info
  25: "operator", // functions
};
const GRAPH: Known = {
  1: "read", // node
  2: "skip", // name
  5: "read", // initializer
  10: "skip", // doc_string
  11: "read", // input
  12: "read", // output
  13: "read", // value_info
  15: "shape", // sparse_initializer
};
const NODE: Known = {
  1: "read", // input
  2: "read", // output
  3: "skip", // name
  4: "read", // op_type
  5: "read", // attribute
  6: "skip", // doc_string
  7: "read", // domain
};
const ATTRIBUTE: Known = {
  1: "read", // name
  2: "skip", // f
  3: "skip", // i
  4: "read", // s
  5: "read", // t
  6: "operator", // g: a graph within a node
  7: "read", // floats
  8: "read", // ints
  9: "operator", // strings
  10: "operator", // tensors
  11: "operator", // graphs
  13: "skip", // doc_string
  20: "read", // type
};
const TENSOR: Known = {
  1: "read", // dims
  2: "read", // data_type
  4: "read", // float_data
  5: "read", // int32_data
  7: "read", // int64_data
  8: "read", // name
  9: "read", // raw_data
  12: "skip", // doc_string
  13: "external", // external_data
  14: "read", // data_location
};
const VALUE: Known = { 1: "read", 2: "read", 3: "skip" };
const TYPE: Known = { 1: "read", 6: "skip" };
const TENSOR_TYPE: Known = { 1: "read", 2: "read" };
const SHAPE: Known = { 1: "read" };
const DIMENSION: Known = { 1: "read", 2: "read", 3: "skip" };
const OPSET: Known = { 1: "read", 2: "read" };
const PROPERTY: Known = { 1: "read", 2: "read" };

/** The fields of a message that are read; one that is not known, or not wanted, refuses the model. */
function* known(span: Span, fields: Known, what: string): Generator<Field> {
  for (const field of fieldsOf(span)) {
    const use = fields[field.number];
    if (use === "read") yield field;
    else if (use !== "skip") {
      throw new ModelRefused(use ?? "malformed", `${what} has field ${field.number}, which is not taken`);
    }
  }
}

/** @returns how many elements. @throws ModelRefused `shape` */
function checkShape(dims: readonly bigint[], what: string): bigint {
  ensure(dims.length <= limits.MAX_RANK, "shape", `${what} has ${dims.length} dimensions`);
  let elements = 1n;
  for (const dim of dims) {
    ensure(dim >= 0n && dim <= limits.MAX_DIMENSION, "shape", `${what} has a dimension of ${dim}`);
    elements *= dim;
    ensure(elements <= limits.MAX_ELEMENTS, "shape", `${what} has too many elements`);
  }
  return elements;
}

function countVarints(span: Span): bigint {
  let count = 0n;
  for (let i = span.start; i < span.end; i++) if (span.bytes[i]! < 0x80) count++;
  return count;
}

/** A constant: its shape and its bytes must agree. */
function readTensor(span: Span, what: string): { name: string; elements: bigint } {
  const { bytes } = span;
  let name = "";
  let type = 0;
  const dims: bigint[] = [];
  let raw: bigint | undefined;
  let listed = 0n;
  for (const field of known(span, TENSOR, what)) {
    if (field.number === 1) {
      dims.push(...intsOf(bytes, field, limits.MAX_RANK));
      ensure(dims.length <= limits.MAX_RANK, "shape", `${what} has too many dimensions`);
    } else if (field.number === 2) type = Number(intOf(field));
    else if (field.number === 8) name = textOf(bytes, field, MAX_NAME_BYTES);
    else if (field.number === 14) {
      ensure(field.value === 0n, "external", `${what} has its data outside of the file`);
    } else if (field.number === 9) {
      ensure(field.wire === 2 && raw === undefined, "malformed", `${what} has its bytes twice`);
      raw = BigInt(field.end - field.start);
    } else if (field.number === 4) {
      listed += field.wire === 5 ? 1n : BigInt(field.end - field.start) / 4n;
    } else listed += field.wire === 0 ? 1n : countVarints(spanOf(bytes, field));
  }
  const width = ELEMENT_BYTES.get(type);
  ensure(width !== undefined, "shape", `${what} has element type ${type}`);
  const elements = checkShape(dims, what);
  const fits = raw === undefined ? listed === elements : listed === 0n && raw === elements * BigInt(width);
  ensure(fits, "shape", `${what} has a shape that its bytes do not fill`);
  return { name, elements };
}

function readDimension(span: Span, what: string): number | undefined {
  let size: number | undefined;
  for (const field of known(span, DIMENSION, what)) {
    if (field.number === 2) textOf(span.bytes, field, MAX_NAME_BYTES);
    else {
      const value = intOf(field);
      ensure(value >= 0n && value <= limits.MAX_DIMENSION, "shape", `${what} has a dimension of ${value}`);
      size = Number(value);
    }
  }
  return size;
}

function readPort(span: Span, what: string): Port {
  const { bytes } = span;
  let name = "";
  let elementType = 0;
  const shape: (number | undefined)[] = [];
  for (const field of known(span, VALUE, what)) {
    if (field.number === 1) {
      name = textOf(bytes, field, MAX_NAME_BYTES);
      continue;
    }
    for (const type of known(spanOf(bytes, field), TYPE, what)) {
      for (const part of known(spanOf(bytes, type), TENSOR_TYPE, what)) {
        if (part.number === 1) elementType = Number(intOf(part));
        else {
          for (const dim of known(spanOf(bytes, part), SHAPE, what)) {
            ensure(shape.length < limits.MAX_RANK, "shape", `${what} has too many dimensions`);
            shape.push(readDimension(spanOf(bytes, dim), what));
          }
        }
      }
    }
  }
  ensure(ELEMENT_BYTES.has(elementType), "shape", `${what} has element type ${elementType}`);
  return { name, elementType, shape };
}

function readAttribute(span: Span, what: string): void {
  const { bytes } = span;
  for (const field of known(span, ATTRIBUTE, what)) {
    if (field.number === 1 || field.number === 4) textOf(bytes, field, MAX_NAME_BYTES);
    else if (field.number === 5) readTensor(spanOf(bytes, field), what);
    else if (field.number === 8) intsOf(bytes, field, limits.MAX_NUMBERS);
    else if (field.number === 7) {
      ensure(field.end - field.start <= 4 * limits.MAX_NUMBERS, "too_many", `${what} has too many numbers`);
    } else if (field.number === 20) {
      // 5 and 10 are graphs, 9 tensors, 8 texts, above are sparse tensors and types.
      const type = Number(intOf(field));
      ensure([1, 2, 3, 4, 6, 7].includes(type), "operator", `${what} has attribute type ${type}`);
    }
  }
}

interface Node {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

function readNode(span: Span, index: number): Node {
  const { bytes } = span;
  const what = `node ${index}`;
  let operator = "";
  let attributes = 0;
  const inputs: string[] = [];
  const outputs: string[] = [];
  for (const field of known(span, NODE, what)) {
    if (field.number === 5) {
      ensure(++attributes <= limits.MAX_ATTRIBUTES, "too_many", `${what} has too many attributes`);
      readAttribute(spanOf(bytes, field), what);
      continue;
    }
    const text = textOf(bytes, field, MAX_NAME_BYTES);
    if (field.number === 4) operator = text;
    else if (field.number === 7) {
      ensure(text === "" || text === "ai.onnx", "operator", `${what} is of operator set ${text}`);
    } else (field.number === 1 ? inputs : outputs).push(text);
    ensure(
      inputs.length + outputs.length <= limits.MAX_NODE_NAMES,
      "too_many",
      `${what} has too many inputs or outputs`,
    );
  }
  ensure(ALLOWED_OPERATORS.has(operator), "operator", `${what}: operator ${operator || "?"} is not taken`);
  ensure(outputs.length > 0, "graph", `${what} has no output`);
  return { operator, inputs, outputs };
}

/** Every name is made once, and before it is used: a graph without cycles that needs no search. */
function checkFlow(
  nodes: readonly Node[],
  inputs: readonly Port[],
  constants: ReadonlySet<string>,
  outputs: readonly Port[],
): void {
  const made = new Set(constants);
  for (const { name } of inputs) {
    ensure(name !== "" && !made.has(name), "graph", `the name ${name || "?"} is made twice or empty`);
    made.add(name);
  }
  nodes.forEach((node, index) => {
    for (const name of node.inputs) {
      // An optional input that is left out has the empty name.
      ensure(name === "" || made.has(name), "graph", `node ${index} reads ${name}, which is not there yet`);
    }
    for (const name of node.outputs) {
      if (name === "") continue;
      ensure(!made.has(name), "graph", `node ${index} makes ${name} a second time`);
      made.add(name);
    }
  });
  for (const { name } of outputs) ensure(made.has(name), "graph", `output ${name} is not made`);
}

function readGraph(span: Span): Omit<ModelFacts, "opset" | "properties"> {
  const { bytes } = span;
  const nodes: Node[] = [];
  const inputs: Port[] = [];
  const outputs: Port[] = [];
  const constants = new Set<string>();
  let parameters = 0n;
  let hints = 0;
  for (const field of known(span, GRAPH, "the graph")) {
    const inner = spanOf(bytes, field);
    if (field.number === 1) {
      ensure(nodes.length < limits.MAX_NODES, "too_many", `more than ${limits.MAX_NODES} nodes`);
      nodes.push(readNode(inner, nodes.length));
    } else if (field.number === 5) {
      ensure(constants.size < limits.MAX_TENSORS, "too_many", `more than ${limits.MAX_TENSORS} constants`);
      const { name, elements } = readTensor(inner, `constant ${constants.size}`);
      ensure(
        name !== "" && !constants.has(name),
        "graph",
        `constant ${name || "?"} is there twice or unnamed`,
      );
      constants.add(name);
      parameters += elements;
    } else if (field.number === 13) {
      ensure(++hints <= limits.MAX_TENSORS, "too_many", "too many shapes are declared");
      readPort(inner, "a declared shape");
    } else {
      const ports = field.number === 11 ? inputs : outputs;
      ensure(ports.length < limits.MAX_PORTS, "too_many", "too many inputs or outputs");
      ports.push(readPort(inner, field.number === 11 ? "an input" : "an output"));
    }
  }
  ensure(nodes.length > 0 && outputs.length > 0, "graph", "the graph is empty");
  checkFlow(nodes, inputs, constants, outputs);
  const operators = [...new Set(nodes.map((node) => node.operator))].sort();
  return { inputs, outputs, operators, nodes: nodes.length, parameters: Number(parameters) };
}

/**
 * Reads a model file. Runs in time that is linear in the file's length, and holds no more than its names.
 * @throws ModelRefused with the first thing that is wrong.
 */
export function readModel(bytes: Uint8Array): ModelFacts {
  ensure(bytes.length > 0, "malformed", "the file is empty");
  ensure(bytes.length <= limits.MAX_FILE_BYTES, "too_large", `the file has ${bytes.length} bytes`);
  const span = { bytes, start: 0, end: bytes.length };
  let opset: number | undefined;
  let version = 0n;
  let graph: Span | undefined;
  const properties = new Map<string, string>();
  for (const field of known(span, MODEL, "the file")) {
    if (field.number === 1) version = intOf(field);
    else if (field.number === 7) {
      ensure(graph === undefined, "malformed", "the file has two graphs");
      graph = spanOf(bytes, field);
    } else if (field.number === 8) {
      let domain = "";
      let number = 0n;
      for (const part of known(spanOf(bytes, field), OPSET, "an operator set")) {
        if (part.number === 1) domain = textOf(bytes, part, MAX_NAME_BYTES);
        else number = intOf(part);
      }
      ensure(domain === "" || domain === "ai.onnx", "operator", `operator set ${domain} is not taken`);
      ensure(opset === undefined, "malformed", "the operator set is named twice");
      ensure(
        number >= BigInt(MIN_OPSET) && number <= BigInt(MAX_OPSET),
        "operator",
        `operator set ${number} is not between ${MIN_OPSET} and ${MAX_OPSET}`,
      );
      opset = Number(number);
    } else {
      const pair = ["", ""];
      for (const part of known(spanOf(bytes, field), PROPERTY, "a property")) {
        pair[part.number - 1] = textOf(bytes, part, limits.MAX_PROPERTY_BYTES);
      }
      const [key, value] = pair as [string, string];
      ensure(properties.size < limits.MAX_PROPERTIES, "too_many", "too many properties");
      ensure(!properties.has(key), "malformed", `property ${key.slice(0, 64)} is there twice`);
      properties.set(key, value);
    }
  }
  ensure(version >= 3n && version <= 11n, "malformed", "this is no ONNX file of a version that is taken");
  ensure(opset !== undefined, "operator", "no operator set is named");
  ensure(graph !== undefined, "graph", "the file has no graph");
  return { opset, properties, ...readGraph(graph) };
}
