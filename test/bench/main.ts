/**
 * `npm run bench -- [--quick] [--only NAME,NAME] [--json]`: what the ledger does on this machine, beside what the machine
 * could do at most.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { details, machine, markdown, rowsOf } from "./report.ts";
import { BENCHES, type Bench, runBenches } from "./run.ts";
import { FULL, QUICK } from "./sizes.ts";

function options(): { quick: boolean; json: boolean; only: readonly Bench[] } {
  const { values } = parseArgs({
    options: { quick: { type: "boolean" }, json: { type: "boolean" }, only: { type: "string" } },
  });
  const { quick = false, json = false, only } = values;
  if (only === undefined) return { quick, json, only: BENCHES };
  const names = only.split(",");
  const unknown = names.find((name) => !(BENCHES as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`no bench "${unknown}"; there are ${BENCHES.join(", ")}`);
  return { quick, json, only: names as Bench[] };
}

try {
  const { quick, json, only } = options();
  const on = machine();
  const started = performance.now();
  const figures = await runBenches(only, quick ? QUICK : FULL, (line) => console.error(`- ${line}`));
  const seconds = Math.round((performance.now() - started) / 1000);
  if (json) {
    console.log(JSON.stringify({ machine: on, quick, seconds, figures }));
  } else {
    const more = details(figures);
    if (more !== "") console.log(`\n${more}`);
    console.log(`\n${on}${quick ? ", small sizes: no figures to quote" : ""}, ${seconds} s\n`);
    console.log(markdown(rowsOf(figures)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
