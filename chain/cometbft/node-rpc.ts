/**
 * Questions to a CometBFT node, by JSON-RPC over HTTP.
 *
 * @module
 */
import { Agent, request } from "node:http";

/** The node could not be asked, or did not answer as CometBFT does. */
export class NodeRpcError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = "NodeRpcError";
    this.remedy = remedy;
  }
}

/** The node's own refusal: what it said. */
export class NodeRefusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = "NodeRefusal";
    this.code = code;
  }
}

const TIMEOUT_MS = 15_000;
/** A block of 4 MiB in base64 with its results. */
const MAX_ANSWER_BYTES = 128 * 1024 * 1024;

type Params = Readonly<Record<string, string | number | boolean>>;

export class NodeRpc {
  readonly url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  /** @param url `http://host:port` */
  constructor(url: string) {
    this.url = url;
  }

  /**
   * @returns the answer's `result`.
   * @throws NodeRefusal for what the node refused, NodeRpcError where it did not answer.
   */
  async call(method: string, params: Params = {}): Promise<unknown> {
    const text = await this.#post(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
    let answer: {
      readonly result?: unknown;
      readonly error?: { code?: unknown; message?: unknown; data?: unknown };
    };
    try {
      answer = JSON.parse(text) as typeof answer;
    } catch {
      throw this.#strange(`${method}: the answer is not JSON`);
    }
    if (answer.error !== undefined && answer.error !== null) {
      const { code, message, data } = answer.error;
      throw new NodeRefusal(Number(code ?? 0), String(data ?? "") || String(message ?? ""));
    }
    if (answer.result === undefined) throw this.#strange(`${method}: the answer has no result`);
    return answer.result;
  }

  #strange(what: string): NodeRpcError {
    return new NodeRpcError(`${this.url}: ${what}`, "Is it the RPC of a CometBFT v0.38 node?");
  }

  #post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void =>
        reject(
          new NodeRpcError(
            `the CometBFT node at ${this.url} does not answer: ${error.message}`,
            "Start it, or name its RPC with --node-rpc",
          ),
        );
      const call = request(
        this.url,
        {
          method: "POST",
          agent: this.#agent,
          headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
          signal: AbortSignal.timeout(TIMEOUT_MS),
        },
        (response) => {
          const chunks: Buffer[] = [];
          let size = 0;
          response.on("data", (chunk: Buffer) => {
            size += chunk.length;
            if (size > MAX_ANSWER_BYTES) response.destroy(new Error("the answer is too long"));
            else chunks.push(chunk);
          });
          response.on("error", fail);
          response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
        },
      );
      call.on("error", fail);
      call.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
