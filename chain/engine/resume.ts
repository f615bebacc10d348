/**
 * Going on with a chain that is on disk: all that the next block depends on is in what was stored of the last one.
 *
 * @module
 */
import { present } from "@assay/kernel/assert";
import { equal } from "@assay/primitives/bytes";
import { Block } from "@assay/proto/gen/tendermint/types/block";
import { blockHash } from "./block.ts";
import type { DiskBlocks } from "./block-store.ts";
import { verifyCommit } from "./commit.ts";
import { damaged, EngineError } from "./errors.ts";
import { partSetHeader } from "./parts.ts";
import { resultsHash } from "./results-hash.ts";
import type { ChainState } from "./state.ts";

/**
 * The state after the last block; undefined before the first. Looks whether block, commit, validators and results
 * belong together.
 * @throws EngineError where they do not, or are another chain's.
 */
export async function resumeState(
  blocks: DiskBlocks,
  chainId: string,
  initialHeight: number,
): Promise<ChainState | undefined> {
  const height = blocks.height();
  if (height === 0) return undefined;
  const { block, blockId } = present(await blocks.block(height), "the last block");
  const { commit } = present(await blocks.commit(height), "the last commit");
  const outcome = present(await blocks.results(height), "the last results");
  const lastValidators = await blocks.validatorSet(height);
  const validators = await blocks.validatorSet(height + 1);
  const nextValidators = await blocks.validatorSet(height + 2);
  const params = await blocks.consensusParams(height + 1);
  const { location } = blocks;
  if (lastValidators === undefined || validators === undefined || nextValidators === undefined) {
    throw damaged(location, `the validators of heights ${height} to ${height + 2} are not all there`);
  }
  if (params === undefined) throw damaged(location, `the parameters of height ${height + 1} are missing`);

  const header = present(block.header, "block.header");
  const parts = present(blockId.partSetHeader, "block_id.part_set_header");
  if (header.chainId !== chainId) {
    throw new EngineError(`the blocks in ${location} are of chain ${header.chainId}, not ${chainId}`);
  }
  const sameParts = equal(partSetHeader(Block.toBytes(block)).hash, parts.hash);
  if (!equal(blockHash(block), blockId.hash) || !sameParts) {
    throw damaged(location, `block ${height} has another hash`);
  }
  if (!equal(header.validatorsHash, lastValidators.hash())) {
    throw damaged(location, `the validators of height ${height} are not those of its header`);
  }
  if (!equal(header.nextValidatorsHash, validators.hash())) {
    throw damaged(
      location,
      `the validators of height ${height + 1} are not those that block ${height} announced`,
    );
  }
  try {
    verifyCommit({ chainId, height: header.height, blockId, validators: lastValidators }, commit);
  } catch (error) {
    throw damaged(location, (error as Error).message);
  }
  return {
    chainId,
    initialHeight,
    height,
    lastBlockId: blockId,
    lastBlockTime: present(header.time, "header.time"),
    lastCommit: commit,
    lastValidators,
    validators,
    nextValidators,
    params,
    appVersion:
      outcome.consensusParamUpdates === undefined
        ? present(header.version, "header.version").app
        : (params.version?.app ?? 0n),
    appHash: outcome.appHash,
    lastResultsHash: resultsHash(outcome.txResults),
  };
}
