/**
 * Blocks as the page shows them.
 *
 * @module
 */
import type { BlockResults, Event, Header } from "@assay/client/comet";

/** What happened in a block that a reader may want to look at. */
export type Mark = "claim" | "challenge" | "fell";

export interface BlockView {
  readonly height: number;
  readonly timeMs: number;
  readonly hash: string;
  /** Consensus address, upper hex. */
  readonly proposer: string;
  readonly txCount: number;
  readonly gasUsed: bigint;
  readonly marks: readonly Mark[];
  /** Whether anything happened: a transaction, or an event of a hook. */
  readonly eventful: boolean;
}

const MARKS: Readonly<Record<string, Mark>> = {
  "data.publish_committed": "claim",
  "data.dataset_published": "claim",
  "data.staked": "claim",
  "data.unstaked": "claim",
  "challenge.challenge_committed": "challenge",
  "challenge.challenge_revealed": "challenge",
  "data.claim_lost": "fell",
};

/** At most three marks: what fell first, since it is what one looks for. */
export function marksOf(events: readonly Event[]): Mark[] {
  const found = events.flatMap((event) => (Object.hasOwn(MARKS, event.type) ? MARKS[event.type]! : []));
  const order: Mark[] = ["fell", "challenge", "claim"];
  return order.flatMap((mark) => found.filter((item) => item === mark)).slice(0, 3);
}

/** Without results (a node that has pruned them) gas and marks are not known, and anything may have happened. */
export function viewOfBlock(
  block: { readonly hash: string; readonly header: Header; readonly txCount: number },
  results: BlockResults | undefined,
): BlockView {
  const { header, txCount } = block;
  const events = results === undefined ? [] : [...results.txs.flatMap((tx) => tx.events), ...results.events];
  return {
    height: header.height,
    timeMs: Date.parse(header.time),
    hash: block.hash,
    proposer: header.proposerAddress,
    txCount,
    gasUsed: results?.txs.reduce((sum, tx) => sum + tx.gasUsed, 0n) ?? 0n,
    marks: marksOf(events),
    eventful: txCount > 0 || results === undefined || results.events.length > 0,
  };
}

/** Mean time between blocks; undefined of fewer than two. A pause longer than ten blocks' time is no block time. */
export function meanBlockMs(blocks: readonly Pick<BlockView, "height" | "timeMs">[]): number | undefined {
  const gaps: number[] = [];
  for (let i = 1; i < blocks.length; i++) {
    const heights = blocks[i]!.height - blocks[i - 1]!.height;
    if (heights > 0) gaps.push((blocks[i]!.timeMs - blocks[i - 1]!.timeMs) / heights);
  }
  if (gaps.length === 0) return undefined;
  const median = [...gaps].sort((a, b) => a - b)[gaps.length >> 1]!;
  const usual = gaps.filter((gap) => gap <= Math.max(10 * median, 1));
  return usual.reduce((sum, gap) => sum + gap, 0) / usual.length;
}
