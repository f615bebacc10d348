/**
 * Executes a ledger's blocks again, from genesis, on an application of its own in memory, and compares the app hash at
 * every height: blocks of the embedded engine, or of a CometBFT node. What differs is a fault of the state machine, of
 * the host, or of the disk.
 *
 * @module
 */
import { present } from "@assay/kernel/assert";
import { equal, toHex } from "@assay/primitives/bytes";
import {
  type Misbehavior,
  MisbehaviorType,
  type RequestFinalizeBlock,
} from "@assay/proto/gen/tendermint/abci/types";
import type { Evidence } from "@assay/proto/gen/tendermint/types/evidence";
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
  readonly remedy =
    "Is it the version that made these blocks? If so, replay another node's: where they agree, this one's data or " +
    "host is at fault; where they differ too, report the height.";

  constructor(height: number, recorded: Uint8Array, replayed: Uint8Array) {
    super(`height ${height}: recorded app hash ${toHex(recorded)}, replayed ${toHex(replayed)}`);
    this.name = "ReplayMismatch";
    this.height = height;
  }
}

/** A block that a replay needs and that is not there. */
export class ReplayError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = "ReplayError";
    this.remedy = remedy;
  }
}

export interface ReplayOptions {
  /** Of either engine. */
  readonly blocks: Pick<BlockStore, "height" | "block" | "results" | "validators">;
  readonly genesis: Genesis;
  /** First height that is compared, the first of all where absent; those before it are executed all the same. */
  readonly from?: number;
  /** Last height; the store's where absent. */
  readonly to?: number;
  /** Called after each height, compared or not. */
  readonly onHeight?: (height: number, appHash: Uint8Array, txs: number) => void;
}

/** What a block's evidence tells the application, as CometBFT tells it. */
function misbehaviorIn(evidence: readonly Evidence[]): Misbehavior[] {
  return evidence.flatMap(({ duplicateVoteEvidence: twice }): Misbehavior[] => {
    const vote = twice?.voteA;
    if (twice === undefined || vote === undefined) return [];
    return [
      {
        type: MisbehaviorType.MISBEHAVIOR_TYPE_DUPLICATE_VOTE,
        validator: { address: vote.validatorAddress, power: twice.validatorPower },
        height: vote.height,
        time: twice.timestamp,
        totalVotingPower: twice.totalVotingPower,
      },
    ];
  });
}

/** Each block as the request that an engine makes of it. @throws ReplayError where a block is missing. */
export async function* finalizeRequests(
  blocks: ReplayOptions["blocks"],
  first: number,
  last: number,
): AsyncGenerator<RequestFinalizeBlock> {
  for (let height = first; height <= last; height++) {
    const stored = await blocks.block(height);
    const header = stored?.block.header;
    if (stored === undefined || header === undefined) {
      throw new ReplayError(
        `block ${height} is not kept: a replay needs all blocks from ${first} on`,
        "Replay those of a node that keeps all.",
      );
    }
    const signers = (await blocks.validators(height - 1)) ?? [];
    const { lastCommit } = stored.block;
    yield {
      txs: stored.block.data?.txs ?? [],
      decidedLastCommit: {
        round: lastCommit?.round ?? 0,
        votes: (lastCommit?.signatures ?? []).map(({ blockIdFlag }, i) => {
          const { address, votingPower } = present(signers[i], "a signer of the last block");
          return { validator: { address, power: votingPower }, blockIdFlag };
        }),
      },
      misbehavior: misbehaviorIn(stored.block.evidence?.evidence ?? []),
      hash: stored.blockId.hash,
      height: BigInt(height),
      time: header.time,
      nextValidatorsHash: header.nextValidatorsHash,
      proposerAddress: header.proposerAddress,
    };
  }
}

/**
 * @returns the last height that was executed.
 * @throws ReplayMismatch at the first that differs; ReplayError where blocks from the beginning are missing.
 */
export async function replay(options: ReplayOptions): Promise<number> {
  const { blocks, genesis, onHeight } = options;
  const store = await StateStore.open(new MemoryBackend(), {
    modules: storeNames(),
    layoutVersion: LAYOUT_VERSION,
    keepVersions: 2,
    memoryBudgetBytes: 64 * 1024 * 1024,
    initialHeight: genesis.initialHeight,
  });
  const app = AssayApp.open({ store, verifier: threadVerifier() });
  await app.initChain(initChainRequest(genesis));
  const last = options.to ?? blocks.height();
  for await (const request of finalizeRequests(blocks, genesis.initialHeight, last)) {
    const height = Number(request.height);
    const { appHash } = await app.finalizeBlock(request);
    if (height >= (options.from ?? 0)) {
      const recorded = await blocks.results(height);
      if (recorded === undefined) {
        throw new ReplayError(`the results of block ${height} are not kept`, "Begin later, with --from.");
      }
      if (!equal(appHash, recorded.appHash)) throw new ReplayMismatch(height, recorded.appHash, appHash);
    }
    await app.commit([]);
    onHeight?.(height, appHash, request.txs.length);
  }
  return last;
}
