/** A block as the feed would have told it, read from the block store: for an index that was not there. */
import { createHash } from "node:crypto";
import type { BlockStore, CommittedBlock } from "../abci/ledger.ts";

/** Undefined where the block or its results are not kept. */
export async function committedBlock(
  blocks: BlockStore,
  height: number,
): Promise<CommittedBlock | undefined> {
  const [stored, outcome] = await Promise.all([blocks.block(height), blocks.results(height)]);
  const header = stored?.block.header;
  if (stored === undefined || outcome === undefined || header === undefined) return undefined;
  const txs = stored.block.data?.txs ?? [];
  const txHashes = txs.map((tx) => createHash("sha256").update(tx).digest());
  return { height, header, blockId: stored.blockId, txs, txHashes, outcome };
}
