/**
 * How text becomes input and output an answer, told as data in the model's own file: a version is one file, one hash,
 * and nobody runs its publisher's code. `readSpec` takes nothing that it does not know.
 *
 * @module
 */
import { ensure, ModelRefused } from "../onnx/refusal.ts";

/** The property of the ONNX file that holds the JSON of a `Spec`. */
export const SPEC_PROPERTY = "assay";

/** SentencePiece unigrams, as the Universal Sentence Encoder Lite splits text: the best path by score. */
export interface UnigramInput {
  readonly kind: "unigrams";
  /** Piece by id, with its score; an id below `reserved` never matches. */
  readonly pieces: readonly (readonly [piece: string, score: number])[];
  readonly reserved: number;
  readonly maxTokens: number;
}

/** fastText's words and their character n-grams, each row weighing one over the count. */
export interface SubwordInput {
  readonly kind: "subwords";
  readonly words: readonly string[];
  readonly minLength: number;
  readonly maxLength: number;
  readonly buckets: number;
  /** Buckets that the file kept, in the order of their rows, which follow the words'. */
  readonly kept: readonly number[];
  /** The word that stands for a line's end: it follows every text, and ends one that has it. */
  readonly end: string;
}

/** Pairs of neighbouring bytes, joined by a space and hashed (FarmHash fingerprint), each weighing its count. */
export interface BytePairInput {
  readonly kind: "byte-pairs";
  readonly buckets: number;
  readonly maxPairs: number;
}

/** TF-IDF over words of two and more ASCII word characters, of length one. */
export interface TermInput {
  readonly kind: "terms";
  readonly terms: readonly string[];
  readonly idf: readonly number[];
  readonly maxWords: number;
}

/** Hashed words and characters that are there, each weighing one over the root of their count. */
export interface HashedInput {
  readonly kind: "hashed";
  /** Lengths of runs of words. */
  readonly words: readonly number[];
  /** Lengths of runs of characters within a word and its two borders. */
  readonly characters: readonly number[];
  readonly buckets: number;
}

/** One word of a token's surroundings, and what of it counts. */
export type ContextPart = readonly [
  offset: number,
  part: "word" | "lower" | "shape" | "prefix" | "suffix",
  length?: number,
];

/** A row for each token: hashed features of it and its neighbours. */
export interface TokenInput {
  readonly kind: "tokens";
  readonly features: readonly (readonly ContextPart[])[];
  readonly buckets: number;
}

export type InputSpec = UnigramInput | SubwordInput | BytePairInput | TermInput | HashedInput | TokenInput;

export type OutputSpec =
  /** A vector of length one. */
  | { readonly kind: "embedding"; readonly size: number }
  /** One score for each label: logits, or logarithms of probabilities. */
  | { readonly kind: "labels"; readonly labels: readonly string[]; readonly scores: "logits" | "logs" };

export interface Spec {
  readonly format: 1;
  readonly input: InputSpec;
  readonly output: OutputSpec;
}

const MAX_LIST = 200_000;
const MAX_TEXT = 256;

const bad = (path: string): ModelRefused => new ModelRefused("preprocessing", `${path} is not as it must be`);

type Check = (value: unknown, path: string) => void;

const whole =
  (min: number, max: number): Check =>
  (value, path) => {
    if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) throw bad(path);
  };
const finite: Check = (value, path) => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw bad(path);
};
const text: Check = (value, path) => {
  if (typeof value !== "string" || value.length > MAX_TEXT) throw bad(path);
};
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, path) => {
    if (!allowed.includes(value)) throw bad(path);
  };
const list =
  (item: Check, max = MAX_LIST): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length > max) throw bad(path);
    for (const one of value) item(one, path);
  };
const tuple =
  (...items: readonly Check[]): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length !== items.length) throw bad(path);
    items.forEach((item, i) => {
      item(value[i], path);
    });
  };
const either =
  (one: Check, other: Check): Check =>
  (value, path) => {
    if (Array.isArray(value) && value.length === 2) one(value, path);
    else other(value, path);
  };
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw bad(path);
    const given = value as Record<string, unknown>;
    if (Object.keys(given).length !== Object.keys(fields).length) throw bad(path);
    for (const [name, check] of Object.entries(fields)) {
      if (!Object.hasOwn(given, name)) throw bad(`${path}.${name}`);
      check(given[name], `${path}.${name}`);
    }
  };
const byKind =
  (kinds: Readonly<Record<string, Readonly<Record<string, Check>>>>): Check =>
  (value, path) => {
    const kind = (value as { kind?: unknown } | null | undefined)?.kind;
    if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) throw bad(`${path}.kind`);
    object({ kind: oneOf(kind), ...kinds[kind]! })(value, path);
  };

const buckets = whole(1, 1 << 22);
const offset = whole(-8, 8);
const contextPart = either(
  tuple(offset, oneOf("word", "lower", "shape")),
  tuple(offset, oneOf("prefix", "suffix"), whole(1, 16)),
);

const SPEC = object({
  format: oneOf(1),
  input: byKind({
    unigrams: {
      pieces: list(tuple(text, finite)),
      reserved: whole(1, 1_000),
      maxTokens: whole(1, 512),
    },
    subwords: {
      words: list(text),
      minLength: whole(1, 16),
      maxLength: whole(1, 16),
      buckets: whole(1, 0xffffffff),
      kept: list(whole(0, 0xffffffff)),
      end: text,
    },
    "byte-pairs": { buckets, maxPairs: whole(1, 20_000) },
    terms: { terms: list(text), idf: list(finite), maxWords: whole(1, 20_000) },
    hashed: { words: list(whole(1, 4), 4), characters: list(whole(1, 8), 8), buckets },
    tokens: { features: list(list(contextPart, 4), 64), buckets },
  }),
  output: byKind({
    embedding: { size: whole(1, 8_192) },
    labels: { labels: list(text, 10_000), scores: oneOf("logits", "logs") },
  }),
});

/** @throws ModelRefused `preprocessing` */
export function readSpec(json: string): Spec {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new ModelRefused("preprocessing", "it is not JSON");
  }
  SPEC(value, "it");
  const spec = value as Spec;
  if (spec.input.kind === "terms") {
    ensure(spec.input.terms.length === spec.input.idf.length, "preprocessing", "each term has one idf");
  }
  if (spec.input.kind === "unigrams") {
    ensure(spec.input.pieces.length > spec.input.reserved, "preprocessing", "there are no pieces");
    // A piece without characters would never end a path.
    ensure(!spec.input.pieces.some(([piece]) => piece === ""), "preprocessing", "a piece is empty");
  }
  return spec;
}
