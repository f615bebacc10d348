/**
 * A packed dataset in a folder: `dataset.json` (the terms, which its owner may edit), `features.bin`, `labels.bin`.
 *
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import { type Json, messageFromJson, messageToJson } from "@assay/proto/wire/json";
import { Failure } from "./failure.ts";

export interface DatasetFolder {
  readonly terms: DatasetTerms;
  /** Lower hex; absent where it was packed here and not fetched. */
  readonly id: string | undefined;
  readonly features: Uint8Array;
  readonly labels: Uint8Array | undefined;
}

export function writeDatasetFolder(folder: string, dataset: DatasetFolder): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "features.bin"), dataset.features);
  if (dataset.labels !== undefined) writeFileSync(join(folder, "labels.bin"), dataset.labels);
  const json = {
    ...(dataset.id === undefined ? {} : { id: dataset.id }),
    terms: messageToJson(DatasetTerms, dataset.terms, "hex"),
  };
  writeFileSync(join(folder, "dataset.json"), `${JSON.stringify(json, null, 2)}\n`);
}

/** @throws Failure where a file is missing or not what it should be. */
export function readDatasetFolder(folder: string): DatasetFolder {
  const file = (name: string): Buffer => {
    try {
      return readFileSync(join(folder, name));
    } catch (error) {
      throw new Failure(
        `${join(folder, name)}: ${(error as Error).message}`,
        "Make the folder with: assay dataset pack FILE --out DIR",
      );
    }
  };
  const text = file("dataset.json").toString("utf8");
  let id: string | undefined;
  let terms: DatasetTerms;
  try {
    const json = JSON.parse(text) as { readonly id?: string; readonly terms: Json };
    id = json.id;
    terms = messageFromJson(DatasetTerms, json.terms ?? null, "terms", "hex");
  } catch (error) {
    throw new Failure(`${join(folder, "dataset.json")}: ${(error as Error).message}`, "Correct the file.");
  }
  return {
    terms,
    id,
    features: file("features.bin"),
    labels: terms.labelsBlob === undefined ? undefined : file("labels.bin"),
  };
}
