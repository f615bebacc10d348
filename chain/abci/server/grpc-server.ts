/**
 * The same methods as the gRPC service `tendermint.abci.ABCI`, for `cometbft start --abci grpc`. Messages go through
 * as bytes: nothing is read or written twice.
 *
 * The socket is the default, for reasons that are the node's (docs/adr/0005): its gRPC client takes no answer over
 * 4 MiB, does not notice that its application is gone, and costs more.
 *
 * @module
 */
import { chmodSync } from "node:fs";
import { WireError } from "@assay/proto/wire/errors";
import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceDefinition,
  type sendUnaryData,
  status,
} from "@grpc/grpc-js";
import { GrammarError } from "../grammar.ts";
import { type AbciAddress, formatAbciAddress } from "./address.ts";
import type { Dispatcher, ServerLogger } from "./dispatcher.ts";
import { MAX_FRAME_BYTES } from "./frames.ts";
import { methods } from "./methods.ts";
import { clearSocketFile, type Listening } from "./socket-server.ts";

/** What the node's gRPC client is left at. */
const NODE_TAKES_BYTES = 4 * 1024 * 1024;

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
// No Buffer, whose slices would be views.
const asBytes = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

const definition: ServiceDefinition = Object.fromEntries(
  methods.map(({ name }) => [
    name,
    {
      path: `/tendermint.abci.ABCI/${name}`,
      requestStream: false,
      responseStream: false,
      requestSerialize: asBuffer,
      requestDeserialize: asBytes,
      responseSerialize: asBuffer,
      responseDeserialize: asBytes,
    },
  ]),
);

export async function listenGrpc(
  address: AbciAddress,
  dispatcher: Dispatcher,
  logger: ServerLogger,
): Promise<Listening> {
  const server = new Server({
    "grpc.max_receive_message_length": MAX_FRAME_BYTES,
    "grpc.max_send_message_length": -1,
  });
  server.addService(
    definition,
    Object.fromEntries(
      methods.map((method) => [
        method.name,
        (call: ServerUnaryCall<Uint8Array, Uint8Array>, callback: sendUnaryData<Uint8Array>) => {
          const asker = { gone: false };
          call.on("cancelled", () => {
            asker.gone = true;
          });
          const fail = (error: unknown): void => {
            const refused = error instanceof GrammarError;
            if (!refused && !(error instanceof WireError)) throw error;
            logger.error({ cause: error.message, method: method.name }, "an ABCI request is refused");
            callback({
              code: refused ? status.FAILED_PRECONDITION : status.INVALID_ARGUMENT,
              details: error.message,
            });
          };
          // Without an answer the call stays open until the server closes.
          const answer = (body: Uint8Array | undefined): void => {
            if (body === undefined) return;
            if (body.length > NODE_TAKES_BYTES) {
              logger.error(
                { method: method.name, bytes: body.length },
                `CometBFT 0.38 takes no more than ${NODE_TAKES_BYTES} bytes over gRPC and stops here; nothing is lost: ` +
                  "start both again with the socket (abci_transport = socket)",
              );
            }
            callback(null, body);
          };
          try {
            const given = dispatcher.dispatch(method, call.request, asker);
            if (given instanceof Promise) given.then(answer, fail);
            else answer(given);
          } catch (error) {
            fail(error);
          }
        },
      ]),
    ),
  );
  if (address.kind === "unix") await clearSocketFile(address.path);
  const host = address.kind === "tcp" && address.host.includes(":") ? `[${address.host}]` : undefined;
  const at = address.kind === "unix" ? `unix:${address.path}` : `${host ?? address.host}:${address.port}`;
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(at, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  if (address.kind === "unix") chmodSync(address.path, 0o600);
  return {
    address: formatAbciAddress(address.kind === "unix" ? address : { ...address, port }),
    close: async () => server.forceShutdown(),
  };
}
