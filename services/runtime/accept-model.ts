/**
 * Whether a file is a model that this runtime serves: its graph, its inputs and outputs, and what it tells of text.
 *
 * @module
 */
import { readSpec, SPEC_PROPERTY, type Spec } from "./input/spec.ts";
import { FLOAT, INT64 } from "./onnx/data-type.ts";
import { type ModelFacts, type Port, readModel } from "./onnx/read-model.ts";
import { ensure } from "./onnx/refusal.ts";

export interface AcceptedModel {
  readonly facts: ModelFacts;
  readonly spec: Spec;
  /** Numbers in a row of the output. */
  readonly width: number;
}

function checkInput(port: Port | undefined, name: string, elementType: number): void {
  const fits = port?.name === name && port.elementType === elementType && port.shape.length === 2;
  ensure(
    fits && port.shape.every((dim) => dim === undefined),
    "schema",
    `it has no input ${name} of two free sides`,
  );
}

/** @throws ModelRefused with the first thing that is wrong. */
export function acceptModel(bytes: Uint8Array): AcceptedModel {
  const facts = readModel(bytes);
  const json = facts.properties.get(SPEC_PROPERTY);
  ensure(json !== undefined, "preprocessing", "it does not tell how text becomes its input");
  const spec = readSpec(json);
  ensure(facts.inputs.length === 2, "schema", "it does not have two inputs");
  checkInput(facts.inputs[0], "ids", INT64);
  checkInput(facts.inputs[1], "weights", FLOAT);
  const width = spec.output.kind === "embedding" ? spec.output.size : spec.output.labels.length;
  const [output] = facts.outputs;
  const fits = output?.elementType === FLOAT && output.shape.length === 2 && output.shape[0] === undefined;
  ensure(
    facts.outputs.length === 1 && fits && output.shape[1] === width,
    "schema",
    `it does not have one output of ${width} numbers a row`,
  );
  return { facts, spec, width };
}
