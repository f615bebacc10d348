/**
 * Sealed challenges that have still to be shown. Each is in this browser's storage before its seal is sent: who loses
 * the salt loses the bond. After a reload the page goes on with them by itself.
 *
 * @module
 */
import type { PendingReveal, PendingStore } from "@assay/client/pending";
import { computed, signal } from "@preact/signals";
import type { Fault } from "../data/fault.ts";
import { head } from "../data/node.ts";
import { readStored, writeStored } from "./storage.ts";
import { wallet } from "./wallet.ts";

function isPendings(value: unknown): value is PendingReveal[] {
  return (
    Array.isArray(value) &&
    value.every(
      (item: Partial<PendingReveal> | null) =>
        typeof item?.id === "string" && typeof item.reveal === "string",
    )
  );
}

const read = (): PendingReveal[] => readStored("pending", isPendings) ?? [];

export const pendings = signal<readonly PendingReveal[]>(read());

function write(next: readonly PendingReveal[]): void {
  if (!writeStored("pending", next)) {
    throw new Error("This browser's storage is blocked, so the seal could not be kept. Nothing was sent.");
  }
  pendings.value = next;
}

/** The client's store over the browser's. Another tab may have written meanwhile, so it is read each time. */
export const browserStore: PendingStore = {
  async save(pending) {
    write([...read().filter((other) => other.id !== pending.id), pending]);
  },
  async list() {
    return read();
  },
  async remove(id) {
    write(read().filter((other) => other.id !== id));
  },
};

/** Where a challenge of this page's life is. */
export interface Run {
  /** Of the page's own making. */
  readonly id: string;
  /** Lower hex. */
  readonly datasetId: string;
  readonly claim: number;
  readonly title: string;
  readonly phase: "signing" | "sealing" | "sealed" | "showing" | "shown" | "failed";
  /** From the seal on. */
  readonly pending?: PendingReveal;
  readonly caseId?: bigint;
  readonly fault?: Fault;
}

export const runs = signal<readonly Run[]>([]);

export function changeRun(id: string, change: Partial<Run>): void {
  runs.value = runs.peek().map((run) => (run.id === id ? { ...run, ...change } : run));
}

export function startRun(run: Omit<Run, "id" | "phase">): string {
  const id = crypto.randomUUID();
  // One run a seal: a new try replaces what failed.
  const others = runs.peek().filter((other) => other.phase !== "failed" || other.datasetId !== run.datasetId);
  runs.value = [...others, { ...run, id, phase: "signing" }];
  return id;
}

/** Those that this wallet can show on this chain. */
export const mine = computed(() =>
  pendings.value.filter(
    (pending) => pending.account === wallet.value?.address && pending.chainId === head.value?.chainId,
  ),
);
