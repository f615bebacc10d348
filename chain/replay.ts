/**
 * Executes a ledger's blocks again, from genesis, on an application of its own in memory, and compares the app hash at
 * every height. What differs is a fault of the state machine, of the host, or of the disk.
 *
 * @module
 */
import { present } from "@assay/kernel/assert";
import { equal, toHex } from "@assay/primitives/bytes";
import type { BlockStore } from "./abci/ledger.ts";
import { AssayApp, LAYOUT_VERSION, storeNames } from "./app/app.ts";
import { threadVerifier } from "./app/signature/choose.ts";
import type { Genesis } from "./engine/genesis.ts";
import { initChainRequest } from "./engine/state.ts";
import { MemoryBackend } from "./store/backend-memory.ts";
import { StateStore } from "./store/state-store.ts";

/** A height at which the same blocks gave another state. */
export class ReplayMismatch extends Error {
  readonly height: number;

  constructor(height: number, recorded: Uint8Array, replayed: Uint8Array) {
    super(`height ${height}: recorded app hash ${toHex(recorded)}, replayed ${toHex(replayed)}`);
    this.name = "ReplayMismatch";
    this.height = height;
  }
}

export interface ReplayOptions {
  readonly blocks: BlockStore;
  readonly genesis: Genesis;
  /** Last height; the store's where absent. */
  readonly to?: number;
  readonly onHeight?: (height: number, appHash: Uint8Array) => void;
}

/**
 * @returns the last height that was compared.
 * @throws ReplayMismatch at the first that differs; Error where blocks from the beginning are missing.
 */
export async function replay({ blocks, genesis, to, onHeight }: ReplayOptions): Promise<number> {
  const store = await StateStore.open(new MemoryBackend(), {
    modules: storeNames(),
    layoutVersion: LAYOUT_VERSION,
    keepVersions: 2,
    memoryBudgetBytes: 64 * 1024 * 1024,
    initialHeight: genesis.initialHeight,
  });
  const app = AssayApp.open({ store, verifier: threadVerifier() });
  await app.initChain(initChainRequest(genesis));
  const last = to ?? blocks.height();
  for (let height = genesis.initialHeight; height <= last; height++) {
    const stored = await blocks.block(height);
    const recorded = await blocks.results(height);
    const header = stored?.block.header;
    if (stored === undefined || recorded === undefined || header === undefined) {
      throw new Error(
        `block ${height} is not kept: a replay needs all blocks from ${genesis.initialHeight} on`,
      );
    }
    const signers = (await blocks.validators(height - 1)) ?? [];
    const lastCommit = stored.block.lastCommit;
    const outcome = await app.finalizeBlock({
      txs: stored.block.data?.txs ?? [],
      decidedLastCommit: {
        round: lastCommit?.round ?? 0,
        votes: (lastCommit?.signatures ?? []).map(({ blockIdFlag }, i) => {
          const { address, votingPower } = present(signers[i], "a signer of the last block");
          return { validator: { address, power: votingPower }, blockIdFlag };
        }),
      },
      misbehavior: [],
      hash: stored.blockId.hash,
      height: BigInt(height),
      time: header.time,
      nextValidatorsHash: header.nextValidatorsHash,
      proposerAddress: header.proposerAddress,
    });
    if (!equal(outcome.appHash, recorded.appHash))
      throw new ReplayMismatch(height, recorded.appHash, outcome.appHash);
    await app.commit([]);
    onHeight?.(height, outcome.appHash);
  }
  return last;
}
