/**
 * npm run models: makes the model library from pinned packages, always the same bytes, and compares what it made with
 * the committed manifest.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { modelsFolder } from "@assay/services/runtime/models-folder";
import { readModel } from "@assay/services/runtime/onnx/read-model";
import { cardText } from "./card.ts";
import { languageIdentification } from "./language-identification.ts";
import type { LibraryModel } from "./library.ts";
import { partOfSpeech } from "./part-of-speech.ts";
import { programmingLanguage } from "./programming-language.ts";
import { promptInjection } from "./prompt-injection.ts";
import { sentenceEmbeddings } from "./sentence-embedding.ts";
import { textClassifier } from "./text-classifier.ts";
import { textTasks } from "./text-tasks.ts";

const root = process.env.ASSAY_ROOT ?? process.cwd();
const manifestFile = join(root, "tools", "models", "manifest.json");
const update = process.argv.includes("--update");

const makers: readonly (() => readonly LibraryModel[])[] = [
  sentenceEmbeddings,
  () => [languageIdentification()],
  () => [programmingLanguage()],
  () => [promptInjection()],
  ...textTasks.map((task) => () => [textClassifier(task())]),
  () => [partOfSpeech()],
];

const folder = modelsFolder();
const entries: Record<string, { bytes: number; sha256: string; scores: Record<string, string> }> = {};
for (const make of makers) {
  const started = performance.now();
  for (const model of make()) {
    const facts = readModel(model.bytes);
    const home = join(folder, model.name);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "model.onnx"), model.bytes);
    writeFileSync(join(home, "README.md"), cardText(model, facts));
    entries[model.name] = {
      bytes: model.bytes.length,
      sha256: createHash("sha256").update(model.bytes).digest("hex"),
      scores: Object.fromEntries(model.scores.map(({ metric, value }) => [metric, value])),
    };
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const scores = model.scores.map(({ metric, value }) => `${metric} ${value}`).join(", ");
    console.log(
      `${model.name.padEnd(26)}${String(model.bytes.length).padStart(10)} bytes ${seconds.padStart(6)} s  ${scores}`,
    );
  }
}

const made = `${JSON.stringify(entries, null, 2)}\n`;
if (update) {
  writeFileSync(manifestFile, made);
  console.log(`wrote ${manifestFile}`);
} else if (made !== readFileSync(manifestFile, "utf8")) {
  console.error(
    "These are not the models of tools/models/manifest.json. If they should be: npm run models -- --update",
  );
  process.exitCode = 1;
} else console.log(`the same bytes as the manifest; in ${folder}`);
