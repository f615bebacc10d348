// npm test [-- vitest arguments]: the whole suite. Type checking, lint and generated code are tests too. The last line
// is `N passed, N failed` (and `, N skipped` with the reasons above it).
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { bundle, entries, root } from "./bundle.mjs";

const started = performance.now();
const bin = (name) => join(root, "node_modules", ".bin", name);
// Programs that look for `node` find the one that runs this.
process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
let passed = 0;
let failed = 0;
let skipped = 0;

function step(name, command, args, env = {}) {
  const before = performance.now();
  const run = spawnSync(command, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...env } });
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  if (run.status === 0) {
    passed++;
    console.log(` ✓ ${name} (${seconds} s)`);
  } else {
    failed++;
    console.log(` ✗ ${name} (${seconds} s)\n${run.stdout ?? ""}${run.stderr ?? ""}${run.error ?? ""}`);
  }
}

const only = process.argv.slice(2);
if (only.length === 0) {
  step("generated code is what the .proto files say", process.execPath, [
    "tools/run.mjs",
    "tools/proto/main.ts",
    "--check",
  ]);
  step("types check", bin("tsc"), ["-b"]);
  step("lint and format", bin("biome"), ["check", "--error-on-warnings", "."]);
}

const report = join(root, ".cache", "vitest.json");
mkdirSync(join(root, ".cache"), { recursive: true });
rmSync(report, { force: true });
const bundles = await bundle("test", entries);
const run = spawnSync(
  bin("vitest"),
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...only],
  {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ASSAY_ROOT: root, ASSAY_BUNDLES: bundles, NODE_OPTIONS: "--enable-source-maps" },
  },
);

try {
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests + (result.numTodoTests ?? 0);
  // A file that does not load has no tests to count.
  failed += result.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  for (const file of result.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === "skipped" || test.status === "pending") console.log(` - skipped: ${test.fullName}`);
    }
  }
} catch (error) {
  console.error(`vitest left no report: ${error.message}`);
  failed++;
}
if (run.status !== 0 && failed === 0) failed++;
if (skipped > 0 && process.env.ASSAY_SKIP_NOTHING === "1") {
  console.error(`${skipped} tests were skipped, and this run may skip none`);
  failed++;
}
console.log(`\nin ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed > 0 ? 1 : 0;
