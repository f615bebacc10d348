import { expect, test } from "vitest";
import { chain } from "../../test/kvstore/chain.ts";
import { kvTx } from "../../test/kvstore/kvstore.ts";

test("makes blocks that hold what the mempool had", async () => {
  const { engine, mempool, app } = await chain();
  await mempool.add(kvTx("a=1"));
  const block = await engine.produceBlock();
  expect(block.height).toBe(1);
  expect(block.txs).toEqual([kvTx("a=1")]);
  expect(app.get("a")).toBe("1");
  expect(await engine.mine(3)).toBe(4);
  expect(engine.blocks.height()).toBe(4);
});
