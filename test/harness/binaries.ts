/** Programs that some tests need and a bare checkout lacks. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cometbftMissing, findCometbft } from "@assay/chain/cometbft/binary";

/** A bundle lies elsewhere than its source: then the environment says where the sources are. */
const root = process.env.ASSAY_ROOT ?? fileURLToPath(new URL("../..", import.meta.url));

export interface NeededProgram {
  /** Empty where it is missing: the tests that need it are skipped then. */
  readonly path: string;
  readonly missing: boolean;
  /** For the name of a suite: what a skipped one says of itself; empty where the program is there. */
  readonly howToGetIt: string;
}

/**
 * A program that tests need: `describe.skipIf(comet.missing)("name" + comet.howToGetIt, ...)`. A run that may skip
 * nothing (`ASSAY_SKIP_NOTHING=1`) fails where one was skipped.
 */
export function needs(program: keyof typeof PROGRAMS): NeededProgram {
  const { find, fix } = PROGRAMS[program];
  const path = find();
  return path === undefined
    ? { path: "", missing: true, howToGetIt: ` (needs ${program}: ${fix})` }
    : { path, missing: false, howToGetIt: "" };
}

const installed = (...parts: string[]): string | undefined => {
  const path = join(root, ".assay", ...parts);
  return existsSync(path) ? path : undefined;
};

const PROGRAMS = {
  cometbft: { find: () => findCometbft({ ...process.env, ASSAY_ROOT: root }), fix: cometbftMissing },
  node24: {
    find: () =>
      installed("node24", "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node"),
    fix: "run npm run install:node24",
  },
  /** The folder that its packages are in. */
  validators: { find: () => installed("validators", "node_modules"), fix: "run npm run install:validators" },
} as const;
