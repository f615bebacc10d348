/** A node that answers what it should not: its words are for people, its bytes are not believed. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MempoolError, QueryError } from "../abci/ledger.ts";
import { FormatError } from "./json-reader.ts";
import { NodeRpc, NodeRpcError } from "./node-rpc.ts";
import { RemoteLedger } from "./remote-ledger.ts";

let server: Server;
let rpc: NodeRpc;
let ledger: RemoteLedger;
let answer: string;

beforeEach(async () => {
  server = createServer((request, response) => {
    request.resume();
    request.on("end", () => response.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  rpc = new NodeRpc(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  ledger = new RemoteLedger(rpc);
});
afterEach(() => {
  rpc.close();
  server.close();
  server.closeAllConnections();
});

const result = (value: unknown): void => {
  answer = JSON.stringify({ jsonrpc: "2.0", id: 1, result: value });
};
const refusal = (data: string): void => {
  answer = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    error: { code: -32603, message: "Internal error", data },
  });
};

describe("a node", () => {
  test("that does not answer is named with its address and what to do", async () => {
    server.close();
    server.closeAllConnections();
    await expect(ledger.refresh()).rejects.toMatchObject({
      message: expect.stringContaining(`the CometBFT node at ${rpc.url} does not answer`),
      remedy: expect.stringContaining("--node-rpc"),
    });
  });

  test.each(["", "<html>", "[]", '{"jsonrpc":"2.0","id":1}'])(
    "that says %j is no CometBFT node",
    async (text) => {
      answer = text;
      await expect(ledger.refresh()).rejects.toThrow(NodeRpcError);
    },
  );

  test("has no block where it says that there is none", async () => {
    refusal("height 9 must be less than or equal to the current blockchain height 3");
    expect(await ledger.block(9)).toBeUndefined();
    refusal("height 1 is not available, lowest height is 100");
    expect(await ledger.results(1)).toBeUndefined();
    refusal("tx (AB) not found");
    expect(await ledger.txByHash(new Uint8Array(32))).toBeUndefined();
    result({ block_id: { hash: "", parts: { total: 0, hash: "" } }, block: null });
    expect(await ledger.heightOf(new Uint8Array(32))).toBeUndefined();
    expect(await ledger.block(0)).toBeUndefined();
  });

  test("that failed otherwise is not a node without a block", async () => {
    refusal("the disk is on fire");
    await expect(ledger.block(9)).rejects.toThrow("the disk is on fire");
  });

  test("refuses a search or a transaction in its own words, by kind", async () => {
    refusal("failed to parse query: got a b");
    const page = { page: 1, perPage: 10, descending: false };
    await expect(ledger.searchTxs("a b", page)).rejects.toThrow(QueryError);
    for (const [words, code] of [
      ["tx already exists in cache", "in_cache"],
      ["mempool is full: number of txs 5000 (max: 5000)", "full"],
      ["Tx too large. Max size is 458752, but got 458753", "too_large"],
    ] as const) {
      refusal(words);
      const failed = ledger.add(new Uint8Array(3));
      await expect(failed).rejects.toThrow(MempoolError);
      await expect(failed).rejects.toMatchObject({ code, message: words });
    }
  });

  test("that answers another shape is told by field", async () => {
    result({ validators: [{ address: "ab" }], total: "1" });
    await expect(ledger.validators(1)).rejects.toThrow(
      new FormatError("validators.validators[0].address", "upper hex"),
    );
    result({ height: "1", index: 1.5, tx: "", tx_result: {} });
    await expect(ledger.txByHash(new Uint8Array(32))).rejects.toThrow("tx.index: expected a whole number");
    result({ consensus_params: { block: { max_bytes: 5, max_gas: "1" } } });
    await expect(ledger.consensusParams(1)).rejects.toThrow(
      "max_bytes: expected a 64-bit number, written as text",
    );
    result({ signed_header: { commit: { height: "9223372036854775808" } } });
    await expect(ledger.commit(1)).rejects.toThrow("height: expected a 64-bit number");
  });
});
