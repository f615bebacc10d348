import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where the bundle of `index-worker.ts` lies; undefined where nobody bundled it, and the index stays on this thread. */
export function indexWorkerScript(): string | undefined {
  const bundles = process.env.ASSAY_BUNDLES;
  const script = bundles === undefined ? undefined : join(bundles, "index-worker.mjs");
  return script !== undefined && existsSync(script) ? script : undefined;
}
