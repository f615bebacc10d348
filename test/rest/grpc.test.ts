/** The gRPC port, asked by grpc-js without a line of ours but the messages; and by a client that knows none of them. */
import { Query as AuthQuery } from "@assay/proto/gen/cosmos/auth/v1beta1/query";
import { Query as BankQuery } from "@assay/proto/gen/cosmos/bank/v1beta1/query";
import { Service as BlockService } from "@assay/proto/gen/cosmos/base/tendermint/v1beta1/query";
import { Service as TxService } from "@assay/proto/gen/cosmos/tx/v1beta1/service";
import {
  ServerReflectionRequest,
  ServerReflectionResponse,
} from "@assay/proto/gen/grpc/reflection/v1/reflection";
import type { MessageType } from "@assay/proto/wire/message-type";
import { Client, credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import protobuf from "protobufjs";
import "protobufjs/ext/descriptor.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestNode, type TestNode } from "../harness/test-node.ts";

let chain: TestNode;
let client: Client;

beforeAll(async () => {
  chain = await startTestNode();
  await chain.node.nextBlock();
  client = new Client(`127.0.0.1:${chain.node.grpcPort}`, credentials.createInsecure());
});

afterAll(async () => {
  client?.close();
  await chain?.close();
});

interface Method<Q extends object, R extends object> {
  readonly path: string;
  readonly request: MessageType<Q>;
  readonly response: MessageType<R>;
}

function ask<Q extends object, R extends object>(
  { path, request, response }: Method<Q, R>,
  value: Parameters<MessageType<Q>["fromPartial"]>[0],
  height?: string,
): Promise<{ answer: R; height: string }> {
  const metadata = new Metadata();
  if (height !== undefined) metadata.set("x-cosmos-block-height", height);
  return new Promise((resolve, reject) => {
    let at = "";
    const call = client.makeUnaryRequest(
      path,
      (message: Q) => Buffer.from(request.toBytes(message)),
      (bytes) => response.fromBytes(bytes),
      request.fromPartial(value),
      metadata,
      (error, answer) => (error === null ? resolve({ answer: answer as R, height: at }) : reject(error)),
    );
    call.on("metadata", (headers) => {
      at = String(headers.get("x-cosmos-block-height")[0] ?? "");
    });
  });
}

const refused = async (asked: Promise<unknown>): Promise<[number, string]> => {
  const error = await asked.then(
    () => undefined,
    (one: ServiceError) => one,
  );
  return [error?.code ?? 0, error?.details ?? ""];
};

describe("queries", () => {
  it("of modules, at the height that is asked for", async () => {
    const address = chain.address("alice");
    const { answer, height } = await ask(BankQuery.AllBalances, { address }, "1");
    expect(answer.balances[0]!.denom).toBe("uassay");
    expect(height).toBe("1");
    const newest = await ask(AuthQuery.Bech32Prefix, {});
    expect(newest.answer.bech32Prefix).toBe("assay");
    expect(Number(newest.height)).toBeGreaterThan(0);
  });

  it("of blocks and transactions", async () => {
    const latest = await ask(BlockService.GetLatestBlock, {});
    expect(latest.answer.sdkBlock!.header!.chainId).toBe(chain.node.chainId);
    const info = await ask(BlockService.GetNodeInfo, {});
    expect(info.answer.defaultNodeInfo!.network).toBe(chain.node.chainId);
  });

  it("failures have gRPC's codes", async () => {
    const nobody = "assay1qyqszqgpqyqszqgpqyqszqgpqyqszqgpe5ahl6";
    expect((await refused(ask(AuthQuery.Account, { address: nobody })))[0]).toBeOneOf([
      status.NOT_FOUND,
      status.INVALID_ARGUMENT,
    ]);
    expect((await refused(ask(AuthQuery.Account, { address: "x" })))[0]).toBe(status.INVALID_ARGUMENT);
    expect(await refused(ask(TxService.GetTx, { hash: "ab".repeat(32) }))).toEqual([
      status.NOT_FOUND,
      `tx not found: ${"ab".repeat(32)}`,
    ]);
    expect((await refused(ask(BankQuery.Params, {}, "-7")))[0]).toBe(status.INVALID_ARGUMENT);
    expect((await refused(ask(BankQuery.Params, {}, "99999999")))[0]).toBe(status.INVALID_ARGUMENT);
    expect((await refused(ask({ ...BankQuery.Params, path: "/cosmos.gov.v1.Query/Params" }, {})))[0]).toBe(
      status.UNIMPLEMENTED,
    );
  });

  it("bytes that are no request are the asker's mistake, in either kind of service", async () => {
    for (const path of [BankQuery.AllBalances.path, BlockService.GetBlockByHeight.path]) {
      const code = await new Promise<number>((resolve) => {
        client.makeUnaryRequest(
          path,
          (bytes: Buffer) => bytes,
          (bytes) => bytes,
          Buffer.from("ffffffff", "hex"),
          (error) => resolve(error?.code ?? 0),
        );
      });
      expect(code).toBe(status.INVALID_ARGUMENT);
    }
  });
});

describe.each(["v1", "v1alpha"])("reflection %s", (version) => {
  /** Answers to the questions, in order. */
  function reflect(...questions: Partial<ServerReflectionRequest>[]): Promise<ServerReflectionResponse[]> {
    return new Promise((resolve, reject) => {
      const stream = client.makeBidiStreamRequest(
        `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
        (request: ServerReflectionRequest) => Buffer.from(ServerReflectionRequest.toBytes(request)),
        (bytes) => ServerReflectionResponse.fromBytes(bytes),
      );
      const answers: ServerReflectionResponse[] = [];
      stream.on("data", (answer: ServerReflectionResponse) => answers.push(answer));
      stream.on("error", reject);
      stream.on("end", () => resolve(answers));
      for (const question of questions) stream.write(ServerReflectionRequest.fromPartial(question));
      stream.end();
    });
  }

  const filesOf = ({ fileDescriptorResponse, errorResponse }: ServerReflectionResponse): Uint8Array[] => {
    expect(errorResponse).toBeUndefined();
    return fileDescriptorResponse!.fileDescriptorProto;
  };

  it("names the services, itself too", async () => {
    const [answer] = await reflect({ listServices: "*" });
    expect(answer!.listServicesResponse!.service.map(({ name }) => name)).toEqual([
      "assay.attest.v1.Query",
      "assay.chain.v1.Query",
      "assay.challenge.v1.Query",
      "assay.data.v1.Query",
      "assay.registry.v1.Query",
      "assay.staking.v1.Query",
      "cosmos.auth.v1beta1.Query",
      "cosmos.bank.v1beta1.Query",
      "cosmos.base.node.v1beta1.Service",
      "cosmos.base.tendermint.v1beta1.Service",
      "cosmos.consensus.v1.Query",
      "cosmos.tx.v1beta1.Service",
      "grpc.reflection.v1.ServerReflection",
      "grpc.reflection.v1alpha.ServerReflection",
    ]);
  });

  it("is enough to ask a question, for a client that has no .proto file", async () => {
    const root = await learn("cosmos.bank.v1beta1.Query");
    const service = root.lookupService("cosmos.bank.v1beta1.Query");
    service.resolveAll();
    const { Balance: method } = service.methods;
    const request = root.lookupType(method!.requestType);
    const response = root.lookupType(method!.responseType);
    const answer = await new Promise<protobuf.Message>((resolve, reject) => {
      client.makeUnaryRequest(
        "/cosmos.bank.v1beta1.Query/Balance",
        (value: object) => Buffer.from(request.encode(request.fromObject(value)).finish()),
        (bytes) => response.decode(bytes),
        { address: chain.address("bob"), denom: "uassay" },
        (error, value) => (error === null ? resolve(value as protobuf.Message) : reject(error)),
      );
    });
    expect(response.toObject(answer)).toEqual({
      balance: { denom: "uassay", amount: expect.stringMatching(/^[1-9]\d*$/) },
    });
  });

  /** Asks for a symbol's file and all that it imports. */
  async function learn(symbol: string): Promise<protobuf.Root> {
    const probe = new protobuf.Root();
    probe.loadSync("node_modules/protobufjs/google/protobuf/descriptor.proto", { keepCase: true });
    const shape = probe.lookupType("google.protobuf.FileDescriptorProto");
    const files = new Map<string, protobuf.Message>();
    let waiting = filesOf((await reflect({ fileContainingSymbol: symbol }))[0]!);
    while (waiting.length > 0) {
      const read = waiting.map((bytes) => shape.decode(bytes));
      for (const file of read) files.set(shape.toObject(file).name as string, file);
      const wanted = new Set(
        read
          .flatMap((file) => (shape.toObject(file).dependency ?? []) as string[])
          .filter((name) => !files.has(name)),
      );
      const answers =
        wanted.size === 0 ? [] : await reflect(...[...wanted].map((name) => ({ fileByFilename: name })));
      waiting = answers.flatMap(filesOf);
    }
    const set = probe.lookupType("google.protobuf.FileDescriptorSet");
    const bytes = set.encode(set.create({ file: [...files.values()] })).finish();
    return (protobuf.Root as unknown as { fromDescriptor(bytes: Uint8Array): protobuf.Root }).fromDescriptor(
      bytes,
    );
  }

  it("finds a method, and says what it has not", async () => {
    const [method, nothing, file, extension] = await reflect(
      { fileContainingSymbol: "cosmos.tx.v1beta1.Service.GetTx" },
      { fileContainingSymbol: "no.such.Thing" },
      { fileByFilename: "../../etc/passwd" },
      { fileContainingExtension: { containingType: "a.B", extensionNumber: 1 } },
    );
    expect(filesOf(method!)).toHaveLength(1);
    for (const absent of [nothing, file, extension]) {
      expect(absent!.errorResponse!.errorCode).toBe(status.NOT_FOUND);
    }
  });
});
