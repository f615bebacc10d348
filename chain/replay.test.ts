import { DuplicateVoteEvidence } from "@assay/proto/gen/tendermint/types/evidence";
import { expect, test } from "vitest";
import { chain } from "../test/kvstore/chain.ts";
import { kvTx } from "../test/kvstore/kvstore.ts";
import { finalizeRequests, ReplayError, type ReplayOptions } from "./replay.ts";

async function requests(blocks: ReplayOptions["blocks"], last: number) {
  const all = [];
  for await (const request of finalizeRequests(blocks, 1, last)) all.push(request);
  return all;
}

test("a block's request is the one that the engine made of it", async () => {
  const made: unknown[] = [];
  const { engine, mempool, app } = await chain({ powers: [3n, 2n] });
  const finalizeBlock = app.finalizeBlock.bind(app);
  app.finalizeBlock = (request) => {
    made.push(request);
    return finalizeBlock(request);
  };
  await mempool.add(kvTx("a=1"));
  await engine.mine(4);
  expect(await requests(engine.blocks, 4)).toEqual(made);
});

test("evidence of a double vote is told as CometBFT tells it", async () => {
  const { engine } = await chain();
  await engine.mine(2);
  const address = new Uint8Array(20).fill(7);
  const time = { seconds: 5n, nanos: 6 };
  const duplicateVoteEvidence = DuplicateVoteEvidence.fromPartial({
    voteA: { height: 1n, validatorAddress: address },
    voteB: { height: 1n, validatorAddress: address },
    totalVotingPower: 10n,
    validatorPower: 4n,
    timestamp: time,
  });
  const { blocks } = engine;
  const told = await requests(
    {
      height: () => 2,
      results: (height) => blocks.results(height),
      validators: (height) => blocks.validators(height),
      async block(height) {
        const stored = (await blocks.block(height))!;
        const evidence = {
          evidence: [{ duplicateVoteEvidence, lightClientAttackEvidence: undefined }],
        };
        return height === 2 ? { ...stored, block: { ...stored.block, evidence } } : stored;
      },
    },
    2,
  );
  expect(told.map(({ misbehavior }) => misbehavior)).toEqual([
    [],
    [{ type: 1, validator: { address, power: 4n }, height: 1n, time, totalVotingPower: 10n }],
  ]);
});

test("a block that is gone is named, with what to do", async () => {
  const { engine } = await chain();
  await engine.mine(1);
  const { blocks } = engine;
  const gone = {
    height: () => 1,
    block: async () => undefined,
    results: (height: number) => blocks.results(height),
    validators: (height: number) => blocks.validators(height),
  };
  await expect(requests(gone, 1)).rejects.toThrow(ReplayError);
  await expect(requests(gone, 1)).rejects.toMatchObject({
    message: "block 1 is not kept: a replay needs all blocks from 1 on",
    remedy: "Replay those of a node that keeps all.",
  });
});
