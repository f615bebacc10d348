/**
 * A model in a folder: `model.onnx`, and its card `README.md`, as on the Hub. What a version says of its graph is read off
 * the file, task and licence off the card's front matter.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "@assay/primitives/hash";
import { readCard } from "@assay/primitives/model/card";
import { type Axis, type Tensor, VersionTerms } from "@assay/proto/gen/assay/registry/v1/types";
import { type ModelFacts, type Port, readModel } from "@assay/services/runtime/onnx/read-model";
import { Failure } from "./failure.ts";

function file(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    throw new Failure(
      `${join(folder, name)}: ${(error as Error).message}`,
      "A model's folder has model.onnx and its card, README.md.",
    );
  }
}

function graphOf(folder: string, bytes: Uint8Array): ModelFacts {
  try {
    return readModel(bytes);
  } catch (error) {
    throw new Failure(
      `${join(folder, "model.onnx")}: ${(error as Error).message}`,
      "Export it again without that: validators would refuse to load it.",
    );
  }
}

/** A free side has a name of its own, since a file need not give it one: the rows, which all tensors share, come first. */
function tensor({ name, elementType, shape }: Port): Tensor {
  const axes = shape.map(
    (size, at): Axis =>
      size === undefined
        ? { name: at === 0 ? "rows" : `side-${at}`, size: 0n }
        : { name: "", size: BigInt(size) },
  );
  return { name, type: elementType as Tensor["type"], axes };
}

/**
 * What can be said of a version without its owner: the rest is for the flags.
 * @param licence SPDX expression, where the card's own is none of SPDX's ids.
 * @throws Failure where a file is missing or not what it should be.
 */
export function readModelFolder(folder: string, licence: string | undefined): VersionTerms {
  const bytes = file(folder, "model.onnx");
  const card = file(folder, "README.md").toString("utf8");
  const read = readCard(card);
  if ("fault" in read) throw new Failure(`${join(folder, "README.md")}: ${read.fault}`, "Correct the card.");
  const license = read.fields.get("license")![0]!;
  if (license === "other" && licence === undefined) {
    throw new Failure("the card's license is other", "Name it: --licence LicenseRef-...");
  }
  const { opset, operators, inputs, outputs } = graphOf(folder, bytes);
  return VersionTerms.fromPartial({
    modelBlob: { sha256: sha256(bytes), size: BigInt(bytes.length) },
    opset,
    operators: [...operators],
    inputs: inputs.map(tensor),
    outputs: outputs.map(tensor),
    task: read.fields.get("pipeline_tag")![0]!,
    licence: licence ?? license,
    card,
  });
}
