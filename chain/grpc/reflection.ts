/** Server reflection: a client that has no .proto files asks the server for them, in either version of the protocol. */
import type { FileDescriptor } from "@assay/proto/gen/api/descriptors";
import {
  ServerReflection as ReflectionV1,
  ServerReflectionRequest,
  ServerReflectionResponse,
} from "@assay/proto/gen/grpc/reflection/v1/reflection";
import { ServerReflection as ReflectionV1Alpha } from "@assay/proto/gen/grpc/reflection/v1alpha/reflection";
import { GrpcCode } from "../api/api-error.ts";

/** Both versions have the same messages. */
export const REFLECTION_PATHS: readonly string[] = [
  ReflectionV1.ServerReflectionInfo.path,
  ReflectionV1Alpha.ServerReflectionInfo.path,
];
const REFLECTION_SERVICES = REFLECTION_PATHS.map((path) => path.split("/")[1]!);

type Answer = Partial<ServerReflectionResponse>;

const failure = (errorCode: GrpcCode, errorMessage: string): Answer => ({
  errorResponse: { errorCode, errorMessage },
});

export class Reflection {
  readonly #services: readonly string[];
  readonly #byName: ReadonlyMap<string, FileDescriptor>;
  readonly #bySymbol: ReadonlyMap<string, FileDescriptor>;

  /** @param services names of those that are served, besides reflection itself. */
  constructor(services: readonly string[], files: readonly FileDescriptor[]) {
    this.#services = [...services, ...REFLECTION_SERVICES].sort();
    this.#byName = new Map(files.map((file) => [file.name, file]));
    this.#bySymbol = new Map(files.flatMap((file) => file.defines.map((symbol) => [symbol, file] as const)));
  }

  answer(request: ServerReflectionRequest): ServerReflectionResponse {
    return ServerReflectionResponse.fromPartial({
      validHost: request.host,
      originalRequest: request,
      ...this.#find(request),
    });
  }

  #find(request: ServerReflectionRequest): Answer {
    if (request.listServices !== undefined) {
      return { listServicesResponse: { service: this.#services.map((name) => ({ name })) } };
    }
    if (request.fileByFilename !== undefined) return this.#file(this.#byName.get(request.fileByFilename));
    if (request.fileContainingSymbol !== undefined)
      return this.#file(this.#defining(request.fileContainingSymbol));
    return failure(GrpcCode.NOT_FOUND, "there are no extensions here");
  }

  /** A method or a field is where its service or message is. */
  #defining(symbol: string): FileDescriptor | undefined {
    for (let name = symbol; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
      const found = this.#bySymbol.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #file(file: FileDescriptor | undefined): Answer {
    if (file === undefined) return failure(GrpcCode.NOT_FOUND, "there is no such file or symbol");
    return { fileDescriptorResponse: { fileDescriptorProto: [Buffer.from(file.base64, "base64")] } };
  }
}

export const readReflectionRequest = (bytes: Uint8Array): ServerReflectionRequest =>
  ServerReflectionRequest.fromBytes(bytes);

export const writeReflectionResponse = (answer: ServerReflectionResponse): Buffer =>
  Buffer.from(ServerReflectionResponse.toBytes(answer));
