import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AcceptedModel, acceptModel } from "@assay/services/runtime/accept-model";
import { labelScores } from "@assay/services/runtime/answer";
import { distance, rangeOf, tauOf } from "@assay/services/runtime/distance";
import { unigrams } from "@assay/services/runtime/input/unigrams";
import { libraryModel, modelsMissing } from "@assay/services/runtime/models-folder";
import { PROBE_TEXTS } from "@assay/services/runtime/probe-texts";
import { openSession, type Session, type TextOutput } from "@assay/services/runtime/session";
import { beforeAll, describe, expect, test } from "vitest";
import { languageIdentification } from "./language-identification.ts";
import { programmingLanguage } from "./programming-language.ts";
import { promptInjection } from "./prompt-injection.ts";
import { encoderInput } from "./sentence-embedding.ts";
import { textClassifier } from "./text-classifier.ts";
import { textTasks } from "./text-tasks.ts";

const here = import.meta.dirname;
const readJson = <T>(name: string): T => JSON.parse(readFileSync(join(here, name), "utf8")) as T;

interface Ranked {
  readonly text: string;
  readonly top: readonly (readonly [label: string, probability: number])[];
}
const reference = readJson<{
  step: number;
  sentence: { text: string; ids: number[]; values: number[] }[];
  language: Ranked[];
  programming: Ranked[];
  injection: { text: string; probability: number }[];
}>("reference.json");
const manifest = readJson<Record<string, { bytes: number; sha256: string }>>("manifest.json");

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

interface Loaded {
  readonly model: AcceptedModel;
  readonly session: Session;
}
async function load(bytes: Uint8Array): Promise<Loaded> {
  const model = acceptModel(bytes);
  return { model, session: await openSession(bytes, model) };
}
async function rank({ model, session }: Loaded, text: string) {
  const [output] = await session.run([text]);
  return labelScores(model.spec.output, output!.values);
}

describe("models that are made in no time", () => {
  const made = [
    languageIdentification(),
    programmingLanguage(),
    promptInjection(),
    textClassifier(textTasks[3]!()),
  ];

  test.each(made.map((model) => [model.name, model] as const))(
    "%s has the bytes of the manifest",
    (name, model) => {
      expect({ bytes: model.bytes.length, sha256: sha256(model.bytes) }).toEqual({
        bytes: manifest[name]!.bytes,
        sha256: manifest[name]!.sha256,
      });
    },
  );

  test("languages are those of fastText, with its probabilities", async () => {
    const loaded = await load(made[0]!.bytes);
    for (const { text, top } of reference.language) {
      const scores = await rank(loaded, text);
      for (const [i, [label, probability]] of top.entries()) {
        expect(scores[i]!.label, text).toBe(label);
        expect(Math.abs(scores[i]!.probability - Math.min(1, probability)), `${text} ${label}`).toBeLessThan(
          1e-5,
        );
      }
    }
  });

  test("programming languages are those of guesslang, with its probabilities", async () => {
    const loaded = await load(made[1]!.bytes);
    for (const { text, top } of reference.programming) {
      const scores = await rank(loaded, text);
      for (const [i, [label, probability]] of top.entries()) {
        expect(scores[i]!.label, text).toBe(label);
        expect(Math.abs(scores[i]!.probability - probability), `${text} ${label}`).toBeLessThan(1e-5);
      }
    }
  });

  test("prompt injection has the probabilities of llm_guardrail", async () => {
    const loaded = await load(made[2]!.bytes);
    for (const { text, probability } of reference.injection) {
      const scores = await rank(loaded, text);
      const said = scores.find(({ label }) => label === "injection")!.probability;
      expect(Math.abs(said - probability), text).toBeLessThan(1e-6);
    }
  });

  test("intents are told apart", async () => {
    const loaded = await load(made[3]!.bytes);
    expect((await rank(loaded, "when does the next bus leave from the market?"))[0]!.label).toBe(
      "DepartureTime",
    );
    expect((await rank(loaded, "how can i get from garching to odeonsplatz"))[0]!.label).toBe(
      "FindConnection",
    );
  });
});

test("sentences are split into the tokens of the original", () => {
  const prepare = unigrams({ ...encoderInput(), maxTokens: 512 });
  for (const { text, ids } of reference.sentence) expect(prepare(text).rows[0]!.ids, text).toEqual(ids);
});

const missing = Object.keys(manifest).some((name) => libraryModel(name) === undefined);
describe.skipIf(missing)(`the library${missing ? ` (needs the models: ${modelsMissing})` : ""}`, () => {
  const loaded = new Map<string, Loaded>();
  beforeAll(async () => {
    for (const name of ["sentence-embedding", "sentiment", "spam", "topic", "part-of-speech"]) {
      loaded.set(name, await load(readFileSync(libraryModel(name)!)));
    }
  });

  test("is what the manifest says, each with its card", () => {
    for (const [name, { bytes, sha256: expected }] of Object.entries(manifest)) {
      const file = readFileSync(libraryModel(name)!);
      expect([name, file.length, sha256(file)]).toEqual([name, bytes, expected]);
      expect(existsSync(join(libraryModel(name)!, "..", "README.md")), name).toBe(true);
    }
  });

  test("embeddings are within 1e-5 of the original's", async () => {
    const { session } = loaded.get("sentence-embedding")!;
    for (const { text, values } of reference.sentence) {
      const [output] = await session.run([text]);
      values.forEach((value, i) => {
        expect(Math.abs(output!.values[i * reference.step]! - value), text).toBeLessThan(1e-5);
      });
    }
  });

  const answers: readonly (readonly [model: string, text: string, label: string])[] = [
    ["sentiment", "I love it, works perfectly and looks great.", "positive"],
    ["sentiment", "Terrible quality, it broke after a week and I want my money back.", "negative"],
    ["spam", "URGENT! You have won a free holiday. Call 0906170 now to claim your prize!", "spam"],
    ["spam", "can you pick me up at eight? i am still at the office", "ham"],
    ["topic", "a small bird with a red breast and brown wings", "animal"],
    ["topic", "a dish of rice and fish seasoned with vinegar", "food"],
  ];
  test.each(answers)("%s: %s", async (name, text, label) => {
    expect((await rank(loaded.get(name)!, text))[0]!.label).toBe(label);
  });

  test("parts of speech, a row for each token", async () => {
    const { model, session } = loaded.get("part-of-speech")!;
    const [output] = await session.run(["The old man quickly opened the door."]);
    expect(output!.tokens).toEqual(["The", "old", "man", "quickly", "opened", "the", "door", "."]);
    const width = model.width;
    const tags = output!.tokens!.map(
      (_, i) => labelScores(model.spec.output, output!.values.subarray(i * width, (i + 1) * width))[0]!.label,
    );
    expect(tags).toEqual(["DET", "ADJ", "NOUN", "ADV", "VERB", "DET", "NOUN", "PUNCT"]);
  });

  test("honest runs are within tau whatever the threads, batch and level; the small embedding is not", async () => {
    const texts = PROBE_TEXTS.slice(0, 12);
    for (const name of ["sentence-embedding", "language-identification"]) {
      const bytes = readFileSync(libraryModel(name)!);
      const { model, session } = await load(bytes);
      const base: TextOutput[] = [];
      for (const text of texts) base.push(...(await session.run([text])));
      const tau = tauOf(rangeOf(base));
      const runs = [await session.run(texts)];
      for (const options of [{ intraOpNumThreads: 2 }, { graphOptimizationLevel: "all" as const }]) {
        runs.push(await (await openSession(bytes, model, options)).run(texts));
      }
      for (const outputs of runs) {
        outputs.forEach(({ values }, i) => {
          expect(distance(values, base[i]!.values), `${name}: ${texts[i]}`).toBeLessThan(tau);
        });
      }
      if (name !== "sentence-embedding") continue;
      const small = await load(readFileSync(libraryModel("sentence-embedding-small")!));
      for (const [i, { values }] of (await small.session.run(texts)).entries()) {
        expect(distance(values, base[i]!.values), texts[i]).toBeGreaterThan(tau);
      }
    }
  });
});
