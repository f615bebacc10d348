/**
 * Every method that clients may call, whichever way they come: those of modules go to the application, the others are
 * answered here from blocks, index and mempool.
 *
 * @module
 */
import { API_METHODS } from "@assay/proto/gen/api/methods";
import type { ApiMethod } from "@assay/proto/wire/api-method";
import { WireError } from "@assay/proto/wire/errors";
import type { RestSources } from "../abci/ledger.ts";
import { ApiError, badRequest, errorOfAnswer, GrpcCode } from "./api-error.ts";
import { blockHandlers } from "./block-service.ts";
import { ApiEnvironment, type ApiLimits, DEFAULT_API_LIMITS } from "./environment.ts";
import type { Handler } from "./handler.ts";
import { nodeHandlers } from "./node-service.ts";
import { txHandlers } from "./tx-service.ts";

/** An answer, and the height whose state it speaks of. */
export interface Answer<T> {
  readonly value: T;
  readonly height: bigint;
}

const HANDLERS: ReadonlyMap<string, Handler> = new Map(
  [...blockHandlers, ...nodeHandlers, ...txHandlers].map((one) => [one.path, one]),
);

export class Api {
  readonly #env: ApiEnvironment;

  constructor(sources: RestSources, limits: ApiLimits = DEFAULT_API_LIMITS) {
    this.#env = new ApiEnvironment(sources, limits);
  }

  readonly methods: readonly ApiMethod[] = API_METHODS;

  /**
   * @param request in bytes, as gRPC carries it.
   * @param height of the state that modules are asked about; 0 for the newest.
   * @throws ApiError where there is no answer, or the bytes are no request.
   */
  async ask(method: ApiMethod, request: Uint8Array, height: bigint): Promise<Answer<object>> {
    const own = HANDLERS.get(method.path);
    if (own !== undefined) return this.#own(own, readRequest(method, request));
    const { value, height: at } = await this.#application(method, request, height);
    return { value: method.response.fromBytes(value), height: at };
  }

  /** The same with the answer in bytes. @throws ApiError as `ask`. */
  async askBytes(method: ApiMethod, request: Uint8Array, height: bigint): Promise<Answer<Uint8Array>> {
    const own = HANDLERS.get(method.path);
    if (own === undefined) return this.#application(method, request, height);
    const { value, height: at } = await this.#own(own, readRequest(method, request));
    return { value: method.response.toBytes(value), height: at };
  }

  async #own({ run }: Handler, request: object): Promise<Answer<object>> {
    const value = await run(this.#env, request);
    return { value, height: BigInt(this.#env.sources.blocks.height()) };
  }

  async #application({ path }: ApiMethod, data: Uint8Array, height: bigint): Promise<Answer<Uint8Array>> {
    // An application has no chain to speak of before that.
    if (this.#env.sources.blocks.height() === 0) {
      throw new ApiError(GrpcCode.UNAVAILABLE, "there is no block yet");
    }
    const answer = await this.#env.sources.app.query({ path, data, height, prove: false });
    if (answer.code !== 0) throw errorOfAnswer(answer);
    return { value: answer.value, height: answer.height };
  }
}

function readRequest({ request }: ApiMethod, bytes: Uint8Array): object {
  try {
    return request.fromBytes(bytes);
  } catch (error) {
    if (error instanceof WireError) throw badRequest(`${request.typeName}: ${error.message}`);
    throw error;
  }
}
