/**
 * Weights of a TensorFlow.js graph model, by name.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly {
      readonly name: string;
      readonly shape: readonly number[];
      readonly dtype: string;
      readonly quantization?: { readonly dtype: string; readonly min: number; readonly scale: number };
    }[];
  }[];
}

export interface Weights {
  /** @throws if there is none of that name. */
  floats(name: string): Float32Array;
  texts(name: string): readonly string[];
}

/** @param folder where `model.json` and its shards are. */
export function readWeights(folder: string): Weights {
  const manifest = JSON.parse(readFileSync(join(folder, "model.json"), "utf8")) as Manifest;
  const floats = new Map<string, Float32Array>();
  const texts = new Map<string, string[]>();
  for (const group of manifest.weightsManifest) {
    const bytes = Buffer.concat(group.paths.map((path) => readFileSync(join(folder, path))));
    let at = 0;
    for (const { name, shape, dtype, quantization } of group.weights) {
      const count = shape.reduce((product, dim) => product * dim, 1);
      if (dtype === "string") {
        const list: string[] = [];
        for (let i = 0; i < count; i++) {
          const length = bytes.readUInt32LE(at);
          list.push(bytes.toString("utf8", at + 4, at + 4 + length));
          at += 4 + length;
        }
        texts.set(name, list);
      } else if (quantization !== undefined) {
        if (quantization.dtype !== "uint8") throw new Error(`${name} is quantized as ${quantization.dtype}`);
        const { min, scale } = quantization;
        floats.set(
          name,
          Float32Array.from(bytes.subarray(at, at + count), (byte) => byte * scale + min),
        );
        at += count;
      } else {
        if (dtype === "float32") {
          floats.set(
            name,
            Float32Array.from({ length: count }, (_, i) => bytes.readFloatLE(at + 4 * i)),
          );
        }
        at += dtype === "bool" ? count : 4 * count;
      }
    }
    if (at !== bytes.length)
      throw new Error(`${folder} has ${bytes.length} bytes of weights and names ${at}`);
  }
  const get = <T>(from: Map<string, T>, name: string): T => {
    const found = from.get(name);
    if (found === undefined) throw new Error(`${folder} has no ${name}`);
    return found;
  };
  return { floats: (name) => get(floats, name), texts: (name) => get(texts, name) };
}
