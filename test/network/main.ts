/**
 * `npm run test:network [-- --quick] [--fault NAME,...] [--rounds R] [--seed N] [--back-within SECONDS] [--keep]`: four real CometBFT nodes with
 * their applications under load, and what befalls machines. After every round each height has one block with one
 * outcome on all nodes, nothing that was announced is lost or doubled, and all are back within 20 s.
 *
 * @module
 */

import { Random } from "../crash/random.ts";
import { needs } from "../harness/binaries.ts";
import { FAULTS, type Fault } from "./faults.ts";
import { isInside, runInside, whyNoNamespaces } from "./namespaces.ts";
import { NetworkTest } from "./network-test.ts";

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const isQuick = process.argv.includes("--quick");
const chosen = argument("fault")?.split(",");
const seed = Number(argument("seed") ?? Date.now() % 1_000_000);
const rounds = argument("rounds");
/** A machine that is busy with other work starts programs late. */
const backWithinMs = Number(argument("back-within") ?? 20) * 1000;

const comet = needs("cometbft");
if (comet.missing) {
  console.log(`skipped${comet.howToGetIt}`);
  console.log("\n0 passed, 0 failed, 1 skipped");
  process.exit(process.env.ASSAY_SKIP_NOTHING === "1" ? 1 : 0);
}
const faults = FAULTS.filter(({ name }) => chosen?.includes(name) ?? true);
if (faults.length === 0) {
  console.error(`--fault ${chosen} is none of ${FAULTS.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const whyNot = isInside() ? undefined : whyNoNamespaces();
if (!isInside() && whyNot === undefined) await runInside();

const repeat = (fault: Fault, times: number): string =>
  `npm run test:network -- --fault ${fault.name} --rounds ${times} --seed ${seed}${isQuick ? " --quick" : ""}`;

interface Row {
  readonly fault: Fault;
  readonly rounds: number;
  readonly lost: number;
  readonly doubled: number;
  readonly diverged: number;
  readonly worstMs: number;
}

const rows: Row[] = [];
const breaches: string[] = [];
const skipped: string[] = [];
console.log(`seed ${seed}`);
const started = performance.now();
const test = await NetworkTest.start({
  random: new Random(seed),
  isQuick,
  inNamespaces: isInside(),
  backWithinMs,
});
const { record } = test;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void test.close(false).finally(() => process.exit(130));
  });
}

for (const fault of faults) {
  if (fault.needsNamespaces === true && !isInside()) {
    skipped.push(`${fault.name}: no network namespaces here: ${whyNot}`);
    continue;
  }
  const times = rounds === undefined ? fault.rounds[isQuick ? 1 : 0] : Number(rounds);
  console.log(`${fault.name}: ${fault.what}; repeat with: ${repeat(fault, times)}`);
  // By its own chance: the same alone and among the others.
  test.random = new Random(seed + FAULTS.indexOf(fault) * 1000);
  const before = {
    lost: record.lost.length,
    diverged: record.diverged.length,
    doubled: record.doubled().length,
  };
  let worstMs = 0;
  let done = 0;
  let isWhole = true;
  for (let round = 0; round < times; round++) {
    try {
      worstMs = Math.max(worstMs, await fault.run(test, round));
      await test.check();
      done++;
    } catch (error) {
      breaches.push(`${fault.name}, round ${round + 1}: ${(error as Error).message}`);
      console.log(`  ${breaches.at(-1)}`);
      isWhole = await test.mend();
      break;
    }
  }
  const row: Row = {
    fault,
    rounds: done,
    lost: record.lost.length - before.lost,
    doubled: record.doubled().length - before.doubled,
    diverged: record.diverged.length - before.diverged,
    worstMs,
  };
  rows.push(row);
  console.log(`  ${done} rounds, height ${record.height}, worst recovery ${(worstMs / 1000).toFixed(1)} s`);
  // What follows would only say the same again.
  if (!isWhole) break;
}
const effects = breaches.length > 0 ? undefined : await test.settledEffects();
if (effects !== undefined && effects !== record.succeeded) {
  breaches.push(`${record.succeeded} transactions succeeded, and ${effects} took effect`);
}
const failed = rows.filter((row) => row.lost + row.doubled + row.diverged > 0).length + breaches.length;
await test.close(process.argv.includes("--keep") || failed > 0);

const cells = [
  ["fault", "rounds", "lost", "doubled", "diverged", "worst recovery"],
  ["---", "---:", "---:", "---:", "---:", "---:"],
  ...rows.map((row) => [
    row.fault.what,
    String(row.rounds),
    String(row.lost),
    String(row.doubled),
    String(row.diverged),
    `${(row.worstMs / 1000).toFixed(1)} s`,
  ]),
];
const widths = cells[0]!.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
console.log(
  `\n${cells.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`).join("\n")}`,
);
console.log(
  `\n${record.height} blocks, ${record.txCount} transactions announced of ${test.accepted} accepted, ` +
    `in ${((performance.now() - started) / 1000).toFixed(0)} s`,
);
for (const fault of [...record.diverged, ...record.lost].slice(0, 20)) console.log(`  ${fault}`);
for (const breach of breaches) console.log(`  ${breach}`);
if (failed > 0) console.log(`  logs and homes: ${test.network.folder}`);
for (const one of skipped) console.log(` - skipped: ${one}`);
console.log(
  `${rows.length - Math.min(failed, rows.length)} passed, ${failed} failed` +
    (skipped.length > 0 ? `, ${skipped.length} skipped` : ""),
);
process.exit(failed > 0 || (skipped.length > 0 && process.env.ASSAY_SKIP_NOTHING === "1") ? 1 : 0);
