import { expect, test } from "vitest";
import { needs } from "../../harness/binaries.ts";
import { cometTable } from "./report.ts";
import { runComet, SMALLEST, SYSTEM_NAMES } from "./run.ts";

const comet = needs("cometbft");

test.skipIf(comet.missing)(
  `every system carries the load and gives figures${comet.howToGetIt}`,
  async () => {
    const figures = await runComet(SYSTEM_NAMES, comet.path, SMALLEST, () => {});
    expect(figures.map(({ name }) => name)).toEqual(SYSTEM_NAMES);
    for (const { name, throughput, inclusion } of figures) {
      expect(throughput.txPerSecond, name).toBeGreaterThan(0);
      expect(Object.keys(throughput.cpuUsPerTx).length, name).toBeGreaterThan(0);
      if (inclusion !== undefined) expect(inclusion.p95Ms, name).toBeGreaterThanOrEqual(inclusion.p50Ms);
    }
    expect(cometTable(figures, SMALLEST)).not.toMatch(/NaN|Infinity|undefined/);
  },
  240_000,
);
