/**
 * Going on, after a reload, with challenges that were sealed and not shown.
 *
 * @module
 */
import type { PendingReveal } from "@assay/client/pending";
import { head } from "../data/node.ts";
import { signing } from "./lazy.ts";
import { mine, runs } from "./pending.ts";

let resumed = false;

/** Once the chain is known: goes on with what a page before this one left. */
export function resumePending(): void {
  const stop = head.subscribe((at) => {
    if (at === undefined || resumed) return;
    resumed = true;
    setTimeout(() => stop());
    for (const pending of mine.peek()) void resumeOne(pending);
  });
}

export async function resumeOne(pending: PendingReveal): Promise<void> {
  const running = runs.peek().find((run) => run.pending?.id === pending.id && run.phase !== "failed");
  if (running) return;
  const { resume } = await signing();
  await resume(pending);
}
