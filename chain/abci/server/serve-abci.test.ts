import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AbciClient, requestFrame } from "../../../test/abci/abci-client.ts";
import { KvStore, kvTx } from "../../../test/kvstore/kvstore.ts";
import { MemoryBackend } from "../../store/backend-memory.ts";
import { type AbciServer, serveAbci } from "./serve-abci.ts";

const initChain = { initialHeight: 1n, validators: [{ pubKey: { ed25519: new Uint8Array(32) }, power: 1n }] };
const logger = { info: () => {}, warn: () => {}, error: () => {} };
let folder: string;
let server: AbciServer;
const clients: AbciClient[] = [];

async function client(): Promise<AbciClient> {
  const made = await AbciClient.connect(server.address);
  clients.push(made);
  return made;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "abci-"));
});

afterEach(async () => {
  for (const made of clients.splice(0)) made.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["unix", "tcp"])("on a %s socket", (kind) => {
  beforeEach(async () => {
    const app = await KvStore.open(new MemoryBackend());
    const address = kind === "unix" ? `unix://${folder}/abci.sock` : "tcp://127.0.0.1:0";
    server = await serveAbci({ app, address, transport: "socket", logger, onFault: () => {} });
  });

  test("a block is made over four connections", async () => {
    const [query, , mempool, consensus] = [await client(), await client(), await client(), await client()];
    expect((await query.ask({ info: {} })).info?.lastBlockHeight).toBe(0n);
    expect((await consensus.ask({ initChain })).initChain?.appHash).toHaveLength(8);
    expect((await mempool.ask({ checkTx: { tx: kvTx("a=1") } })).checkTx?.code).toBe(0);
    const { prepareProposal } = await consensus.ask({
      prepareProposal: { txs: [kvTx("a=1")], maxTxBytes: 100n, height: 1n },
    });
    expect(prepareProposal?.txs).toEqual([kvTx("a=1")]);
    const { finalizeBlock } = await consensus.ask({ finalizeBlock: { txs: [kvTx("a=1")], height: 1n } });
    expect(finalizeBlock?.txResults[0]?.events[0]?.type).toBe("app");
    expect((await consensus.ask({ commit: {} })).commit).toEqual({ retainHeight: 0n });
    expect((await query.ask({ query: { data: kvTx("a") } })).query?.log).toBe("exists");
  });

  test("many requests in one chunk and single bytes are answered in order", async () => {
    const one = await client();
    const requests = [...Array(300).keys()].map((i) => ({ echo: { message: String(i) } }));
    one.send(...requests, { flush: {} });
    for (const { echo } of requests) expect((await one.next()).echo).toEqual(echo);
    expect((await one.next()).flush).toEqual({});
    for (const byte of requestFrame({ echo: { message: "slow" } })) {
      one.socket.write(Uint8Array.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await one.next()).echo?.message).toBe("slow");
  });
});
