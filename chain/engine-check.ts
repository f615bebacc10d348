/** Whose blocks a store's state goes with: one engine cannot go on where the other stopped. */
import { DiskBlocks } from "./engine/block-store.ts";
import { HomeError } from "./home.ts";
import type { Backend } from "./store/backend.ts";

/** @throws HomeError where the state was made under the other engine. */
export async function checkEngine(
  backend: Backend,
  appHeight: bigint,
  wanted: "embedded" | "cometbft",
): Promise<void> {
  if (appHeight === 0n) return;
  const made = (await DiskBlocks.open(backend)).height() > 0 ? "embedded" : "cometbft";
  if (made === wanted) return;
  const named = (engine: string): string => (engine === "embedded" ? "the embedded engine" : "CometBFT");
  throw new HomeError(
    `the ledger in ${backend.location} was made under ${named(made)}, and ${named(wanted)} has none of its blocks`,
    `Start it with --engine ${made}; or take its state to a new ledger: assay export, then assay init`,
  );
}
