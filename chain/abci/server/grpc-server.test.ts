import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  RequestCheckTx,
  RequestEcho,
  RequestFinalizeBlock,
  RequestInfo,
  RequestInitChain,
  ResponseCheckTx,
  ResponseEcho,
  ResponseFinalizeBlock,
  ResponseInfo,
} from "@assay/proto/gen/tendermint/abci/types";
import type { MessageType } from "@assay/proto/wire/message-type";
import { Client, credentials, status } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { genesisRequest } from "../../../test/abci/kvstore-server.ts";
import { withPart } from "../../../test/abci/with-part.ts";
import { KvStore, kvTx } from "../../../test/kvstore/kvstore.ts";
import { MemoryBackend } from "../../store/backend-memory.ts";
import type { Application } from "../application.ts";
import { type AbciServer, serveAbci } from "./serve-abci.ts";

let folder: string;
let server: AbciServer;
let client: Client;
let part: Partial<Application>;
const log: string[] = [];
const faults: unknown[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "abci-"));
  part = {};
  log.length = 0;
  faults.length = 0;
  const note = (_: object, message: string): void => {
    log.push(message);
  };
  const kv = await KvStore.open(new MemoryBackend());
  server = await serveAbci({
    app: withPart(kv, {
      finalizeBlock: (request) => (part.finalizeBlock ?? ((r) => kv.finalizeBlock(r)))(request),
    }),
    address: `unix://${folder}/abci.sock`,
    transport: "grpc",
    logger: { info: note, warn: note, error: note },
    onFault: (error) => faults.push(error),
  });
  client = new Client(`unix:${folder}/abci.sock`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": -1,
  });
});

afterEach(async () => {
  client.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Rejects with gRPC's own error, which has a code. */
function send(name: string, body: Uint8Array): Promise<Uint8Array> {
  const bytes = (value: Uint8Array): Buffer => Buffer.from(value);
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(`/tendermint.abci.ABCI/${name}`, bytes, bytes, body, (error, answer) => {
      if (error === null && answer !== undefined) resolve(answer);
      else reject(error);
    });
  });
}

async function ask<Req extends object, Res extends object>(
  request: MessageType<Req>,
  response: MessageType<Res>,
  value: Parameters<MessageType<Req>["fromPartial"]>[0],
): Promise<Res> {
  const name = request.typeName.slice("tendermint.abci.Request".length);
  return response.fromBytesStrict(await send(name, request.toBytes(request.fromPartial(value))));
}

const begin = () => send("InitChain", RequestInitChain.toBytes(RequestInitChain.fromPartial(genesisRequest)));

test("a block is made", async () => {
  expect((await ask(RequestEcho, ResponseEcho, { message: "hello" })).message).toBe("hello");
  await begin();
  const checks = Array.from({ length: 100 }, (_, i) =>
    ask(RequestCheckTx, ResponseCheckTx, { tx: kvTx(i % 2 === 0 ? `gas=${i}` : "bad") }),
  );
  expect((await Promise.all(checks)).map(({ code }) => code)).toEqual(
    checks.map((_, i) => (i % 2 === 0 ? 0 : 2)),
  );
  const block = { height: 1n, txs: [kvTx("a=1")] };
  const { txResults } = await ask(RequestFinalizeBlock, ResponseFinalizeBlock, block);
  expect(txResults[0]?.events[0]?.type).toBe("app");
  await send("Commit", new Uint8Array(0));
  expect((await ask(RequestInfo, ResponseInfo, {})).lastBlockHeight).toBe(1n);
});

test("what is no request, or comes in a wrong order, is refused alone", async () => {
  await expect(send("Echo", Uint8Array.of(0x0a, 0x05))).rejects.toMatchObject({
    code: status.INVALID_ARGUMENT,
  });
  await expect(send("Nothing", new Uint8Array(0))).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
  await expect(send("Commit", new Uint8Array(0))).rejects.toMatchObject({ code: status.FAILED_PRECONDITION });
  await begin();
  await ask(RequestFinalizeBlock, ResponseFinalizeBlock, { height: 1n });
  expect(faults).toEqual([]);
});

test("a fault ends the service without an answer", async () => {
  await begin();
  part.finalizeBlock = async () => {
    throw new Error("broken");
  };
  await expect(ask(RequestFinalizeBlock, ResponseFinalizeBlock, { height: 1n })).rejects.toMatchObject({
    code: status.CANCELLED,
  });
  expect(faults).toEqual([new Error("broken")]);
});

test("what a node will not take is said, with what to do", async () => {
  await begin();
  const appHash = new Uint8Array(4 * 1024 * 1024);
  part.finalizeBlock = async () => ({
    events: [],
    txResults: [],
    validatorUpdates: [],
    consensusParamUpdates: undefined,
    appHash,
  });
  const answer = await ask(RequestFinalizeBlock, ResponseFinalizeBlock, { height: 1n });
  expect(answer.appHash).toHaveLength(appHash.length);
  expect(log.join()).toContain("start both again with the socket");
});
