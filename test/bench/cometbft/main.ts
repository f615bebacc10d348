/**
 * `npm run bench:cometbft -- [--quick] [--only PART,PART] [--connections N] [--broadcast sync|async] [--json]`: one
 * pre-signed load through the embedded engine, through real CometBFT nodes, and what those nodes do with an application
 * that costs nothing. `--only` takes parts of the systems' names.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { cometbftMissing, findCometbft } from "@assay/chain/cometbft/binary";
import { machine } from "../report.ts";
import { cometTable } from "./report.ts";
import { type CometSizes, FULL, QUICK, runComet, SYSTEM_NAMES } from "./run.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean" },
    json: { type: "boolean" },
    only: { type: "string" },
    connections: { type: "string" },
    broadcast: { type: "string" },
  },
});
const cometbft = findCometbft();
const parts = values.only?.split(",");
const names = SYSTEM_NAMES.filter((name) => parts === undefined || parts.some((part) => name.includes(part)));
try {
  if (cometbft === undefined) throw new Error(`there is no cometbft: ${cometbftMissing}`);
  if (names.length === 0) throw new Error(`no system of that name; there are ${SYSTEM_NAMES.join("; ")}`);
  // For the harness, which looks for it beside its own sources.
  process.env.ASSAY_COMETBFT = cometbft;
  const sizes: CometSizes = {
    ...(values.quick ? QUICK : FULL),
    ...(values.connections === undefined ? {} : { connections: Number(values.connections) }),
    ...(values.broadcast === "async" ? { broadcast: "async" } : {}),
  };
  const on = machine();
  const started = performance.now();
  const figures = await runComet(names, cometbft, sizes, (line) => console.error(`- ${line}`));
  const seconds = Math.round((performance.now() - started) / 1000);
  if (values.json)
    console.log(JSON.stringify({ machine: on, quick: values.quick === true, seconds, figures }));
  else {
    console.log(`\n${on}${values.quick ? ", small sizes: no figures to quote" : ""}, ${seconds} s\n`);
    console.log(cometTable(figures, sizes));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
