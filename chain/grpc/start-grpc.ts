/**
 * The gRPC port: every query of the ledger, transactions, blocks, and what the server speaks. Requests and answers of
 * modules go through as the bytes that they are.
 *
 * @module
 */

import type { ServerReflectionRequest } from "@assay/proto/gen/grpc/reflection/v1/reflection";
import type { ApiMethod } from "@assay/proto/wire/api-method";
import type {
  handleUnaryCall,
  Metadata,
  Server,
  ServerDuplexStream,
  ServiceDefinition,
  UntypedServiceImplementation,
} from "@grpc/grpc-js";
import type { RestSources } from "../abci/ledger.ts";
import { Api } from "../api/api.ts";
import { apiError, badRequest } from "../api/api-error.ts";
import {
  REFLECTION_PATHS,
  Reflection,
  readReflectionRequest,
  writeReflectionResponse,
} from "./reflection.ts";

export interface GrpcOptions {
  readonly host: string;
  /** 0 means any free one. */
  readonly port: number;
  readonly sources: RestSources;
  readonly logger: {
    info(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
}

export interface GrpcServer {
  readonly port: number;
  close(): Promise<void>;
}

const HEIGHT_KEY = "x-cosmos-block-height";
/** The largest transaction, with room to spare. */
const MAX_REQUEST_BYTES = 1_000_000;
/** Calls at once on one connection. */
const MAX_STREAMS = 100;
/** Questions about the server on one stream: no client has so many. */
const MAX_REFLECTIONS = 200;
/** Calls that are under way when the server closes have so long. */
const CLOSE_MS = 1_000;

const bytesOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const asTheyAre = (bytes: Buffer): Buffer => bytes;

/** @throws ApiError for what is no height. */
function heightOf(metadata: Metadata): bigint {
  const [text = "0"] = metadata.get(HEIGHT_KEY);
  if (typeof text !== "string" || !/^\d{1,18}$/.test(text)) throw badRequest(`${HEIGHT_KEY} is no height`);
  return BigInt(text);
}

/** Resolves once the port is open. @throws Error where it is taken. */
export async function startGrpc(options: GrpcOptions): Promise<GrpcServer> {
  const { sources, logger } = options;
  // Both are large, and the first of them is not needed by who only wants the types of this file.
  const [grpc, { FILE_DESCRIPTORS }] = await Promise.all([
    import("@grpc/grpc-js"),
    import("@assay/proto/gen/api/descriptors"),
  ]);
  const api = new Api(sources);

  const unary =
    (method: ApiMethod): handleUnaryCall<Buffer, Buffer> =>
    async (call, callback) => {
      try {
        const { value, height } = await api.askBytes(method, call.request, heightOf(call.metadata));
        const sent = new grpc.Metadata();
        sent.set(HEIGHT_KEY, String(height));
        call.sendMetadata(sent);
        callback(null, bytesOf(value));
      } catch (error) {
        const { code, message } = apiError(error, (err) =>
          logger.error({ err, path: method.path }, "gRPC failed"),
        );
        callback({ code, details: message });
      }
    };

  const server = new grpc.Server({
    "grpc.max_receive_message_length": MAX_REQUEST_BYTES,
    "grpc.max_concurrent_streams": MAX_STREAMS,
  });
  const services = new Set(api.methods.map(({ service }) => service));
  for (const service of services) {
    const methods = api.methods.filter((method) => method.service === service);
    const definition: ServiceDefinition = Object.fromEntries(
      methods.map(({ name, path }) => [name, { ...RAW, path, requestStream: false, responseStream: false }]),
    );
    const handlers: UntypedServiceImplementation = Object.fromEntries(
      methods.map((method) => [method.name, unary(method)]),
    );
    server.addService(definition, handlers);
  }
  addReflection(server, new Reflection([...services], FILE_DESCRIPTORS));

  const port = await new Promise<number>((resolve, reject) => {
    const credentials = grpc.ServerCredentials.createInsecure();
    server.bindAsync(`${options.host}:${options.port}`, credentials, (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  logger.info({ address: `${options.host}:${port}` }, "gRPC listens");
  return { port, close: () => closed(server) };
}

const RAW = {
  requestSerialize: asTheyAre,
  requestDeserialize: asTheyAre,
  responseSerialize: asTheyAre,
  responseDeserialize: asTheyAre,
};

function addReflection(server: Server, reflection: Reflection): void {
  const answer = (stream: ServerDuplexStream<ServerReflectionRequest, object>): void => {
    let asked = 0;
    stream.on("data", (request: ServerReflectionRequest) => {
      if (asked++ >= MAX_REFLECTIONS) stream.end();
      else stream.write(reflection.answer(request));
    });
    stream.on("end", () => stream.end());
    stream.on("error", () => stream.end());
  };
  for (const path of REFLECTION_PATHS) {
    const definition: ServiceDefinition = {
      ServerReflectionInfo: {
        ...RAW,
        path,
        requestStream: true,
        responseStream: true,
        requestDeserialize: readReflectionRequest,
        responseSerialize: writeReflectionResponse as (answer: object) => Buffer,
      },
    };
    server.addService(definition, { ServerReflectionInfo: answer });
  }
}

/** Clients keep their connections: who does not finish in time is cut off. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.forceShutdown(), CLOSE_MS);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });
}
