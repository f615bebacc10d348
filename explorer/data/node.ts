/**
 * The node that serves this page: the newest block, how it is heard of, and what the chain says of itself.
 *
 * @module
 */
import { AssayClient } from "@assay/client/client";
import type { Block } from "@assay/client/comet";
import type { ConnectionState } from "@assay/client/subscription";
import { computed, signal } from "@preact/signals";
import { say } from "../app/say.ts";
import { type BlockView, meanBlockMs, viewOfBlock } from "./blocks.ts";
import { refresh } from "./resource.ts";

export const client = AssayClient.create({ rpc: "/rpc", ws: "/websocket" });

export interface Head {
  readonly chainId: string;
  readonly height: number;
  readonly timeMs: number;
  /** Of the block before: how many signed, of how many. */
  readonly signed: number;
  readonly validators: number;
}

export const head = signal<Head | undefined>(undefined);
export const connection = signal<ConnectionState | "starting">("starting");
/** When the node was last heard, by the reader's clock. */
export const heardMs = signal(0);
/** Recent blocks, oldest first. */
export const recent = signal<readonly BlockView[]>([]);

const KEPT = 48;
const FIRST = 20;
/** Until two blocks are known. */
const USUAL_BLOCK_MS = 6000;

/** Measured time between blocks, in milliseconds. */
export const blockMs = computed(() => meanBlockMs(recent.value) ?? USUAL_BLOCK_MS);

/** Whether acts are possible: the node answers. */
export const isUp = computed(() => connection.value === "live" || connection.value === "polling");

/** About when a block of this height is made, or was. */
export function timeOfHeight(height: number): number {
  const now = head.value;
  const known = recent.value.find((block) => block.height === height);
  if (known) return known.timeMs;
  return now === undefined ? Date.now() : now.timeMs + (height - now.height) * blockMs.value;
}

function keep(views: readonly BlockView[]): void {
  const byHeight = new Map(recent.peek().map((view) => [view.height, view]));
  for (const view of views) byHeight.set(view.height, view);
  recent.value = [...byHeight.values()].sort((a, b) => a.height - b.height).slice(-KEPT);
}

async function loadPast(height: number): Promise<void> {
  const metas = await client.getBlocks(Math.max(1, height - FIRST + 1), height);
  const views = await Promise.all(
    metas.map(async (meta) => {
      const results = await client.getBlockResults(meta.header.height).catch(() => undefined);
      return viewOfBlock({ hash: meta.hash, header: meta.header, txCount: meta.txCount }, results);
    }),
  );
  keep(views);
}

async function onBlock(block: Block): Promise<void> {
  const before = head.peek();
  const { height, chainId, time } = block.header;
  heardMs.value = Date.now();
  // Another chain, or this one begun anew: nothing known of the old one holds.
  if (before !== undefined && (before.chainId !== chainId || height < before.height)) location.reload();
  const votes = block.lastCommit;
  const next: Head = {
    chainId,
    height,
    timeMs: Date.parse(time),
    signed: votes.filter((vote) => vote.flag === 2).length,
    validators: votes.length,
  };
  if (before === undefined || height - before.height > FIRST) {
    // First the blocks before it: without them no countdown knows how long a block takes.
    await loadPast(height).catch(() => undefined);
    if ((head.peek()?.height ?? 0) < height) head.value = next;
    refresh();
    return;
  }
  head.value = next;
  const results = await client.getBlockResults(height).catch(() => undefined);
  const view = viewOfBlock({ hash: block.hash, header: block.header, txCount: block.txs.length }, results);
  keep([view]);
  if (view.eventful) refresh();
}

/** Starts listening. Once for the life of the page. */
export function startNode(): void {
  client.subscribeNewBlocks({
    onBlock: (block) => void onBlock(block),
    onState: (state) => {
      const before = connection.peek();
      connection.value = state;
      if (state === "down" && before !== "down") say("The node does not answer.");
      if (state !== "down") {
        heardMs.value = Date.now();
        if (before === "down") {
          say("The node is back.");
          refresh();
        }
      }
    },
  });
}
