/**
 * npm run models:measure: how far honest runs of each model are apart, how far a swapped model is, and how long a text
 * takes; written into docs/models.md.
 *
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acceptModel } from "@assay/services/runtime/accept-model";
import { distance, rangeOf, tauOf } from "@assay/services/runtime/distance";
import { libraryModel, modelsMissing } from "@assay/services/runtime/models-folder";
import { PROBE_TEXTS } from "@assay/services/runtime/probe-texts";
import { openSession, type TextOutput } from "@assay/services/runtime/session";
import { rounded } from "./rounded.ts";

const root = process.env.ASSAY_ROOT ?? process.cwd();
const page = join(root, "docs", "models.md");

interface Entry {
  readonly bytes: number;
  readonly sha256: string;
  readonly scores: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(join(root, "tools", "models", "manifest.json"), "utf8")) as Record<
  string,
  Entry
>;

async function each(bytes: Uint8Array, options = {}): Promise<TextOutput[]> {
  const session = await openSession(bytes, acceptModel(bytes), options);
  const outputs: TextOutput[] = [];
  for (const text of PROBE_TEXTS) outputs.push(...(await session.run([text])));
  return outputs;
}

const distances = (a: readonly TextOutput[], b: readonly TextOutput[]): number[] =>
  a.map(({ values }, i) => distance(values, b[i]!.values));

const figure = (value: number): string => (value === 0 ? "0" : value.toExponential(1));

async function medianMs(bytes: Uint8Array): Promise<number> {
  const session = await openSession(bytes, acceptModel(bytes));
  const times: number[] = [];
  for (const text of [...PROBE_TEXTS, ...PROBE_TEXTS, ...PROBE_TEXTS]) {
    const started = performance.now();
    await session.run([text]);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

const library = ["| model | bytes | median ms a text | scores |", "|---|---|---|---|"];
const compared = [
  "| model | range | tau | again | 2 threads | one batch | other levels | 8 bits: least, caught, at tau/10 | 4 bits |",
  "|---|---|---|---|---|---|---|---|---|",
];
for (const [name, entry] of Object.entries(manifest)) {
  const file = libraryModel(name);
  if (file === undefined) throw new Error(`there is no ${name}: ${modelsMissing}`);
  const bytes = new Uint8Array(readFileSync(file));
  const base = await each(bytes);
  const range = rangeOf(base);
  const tau = tauOf(range);
  const largest = (outputs: readonly TextOutput[]): string => figure(Math.max(...distances(base, outputs)));
  const again = largest(await each(bytes));
  const threads = largest(await each(bytes, { intraOpNumThreads: 2 }));
  const session = await openSession(bytes, acceptModel(bytes));
  const together = largest(await session.run(PROBE_TEXTS));
  const levels: TextOutput[][] = [];
  for (const graphOptimizationLevel of ["disabled", "extended", "all"]) {
    levels.push(await each(bytes, { graphOptimizationLevel }));
  }
  const level = figure(Math.max(...levels.flatMap((outputs) => distances(base, outputs))));
  const cheats: string[] = [];
  // The small embedding is rounded already.
  for (const bits of name.endsWith("-small") ? [] : [8, 4]) {
    const far = distances(base, await each(rounded(bytes, bits)));
    const caught = (limit: number): number => far.filter((one) => one > limit).length;
    cheats.push(`${figure(Math.min(...far))}, ${caught(tau)}, ${caught(tau / 10)} of ${far.length}`);
  }
  compared.push(
    `| ${name} | ${range.toFixed(3)} | ${figure(tau)} | ${again} | ${threads} | ${together} | ${level} | ${cheats.join(" | ") || " | "} |`,
  );
  const scores = Object.entries(entry.scores).map(([metric, value]) => `${metric} ${value}`);
  library.push(
    `| ${name} | ${entry.bytes} | ${(await medianMs(bytes)).toFixed(2)} | ${scores.join(", ") || "as the original"} |`,
  );
  console.log(`${library.at(-1)}\n${compared.at(-1)}`);
}

async function passedOff(): Promise<string> {
  const [small, large] = await Promise.all(
    ["sentence-embedding-small", "sentence-embedding"].map((name) => each(readFileSync(libraryModel(name)!))),
  );
  const far = distances(small!, large!);
  const tau = tauOf(rangeOf(large!));
  const caught = far.filter((one) => one > tau).length;
  return `The small sentence embedding passed off as the large one is at least ${figure(Math.min(...far))} away: ${caught} of ${far.length} texts catch it.`;
}

const swapped = await passedOff();
console.log(swapped);
let text = readFileSync(page, "utf8");
for (const [mark, table] of [
  ["library", library],
  ["compared", [...compared, "", swapped]],
] as const) {
  const shape = new RegExp(`(<!-- ${mark} -->\n)[^]*?(<!-- /${mark} -->)`);
  if (!shape.test(text)) throw new Error(`docs/models.md has no place for ${mark}`);
  text = text.replace(shape, `$1${table.join("\n")}\n$2`);
}
writeFileSync(page, text);
console.log(`wrote ${page}`);
