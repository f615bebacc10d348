/** JSON-RPC errors. Clients parse their `data`, so the words are CometBFT's. */

export const PARSE_ERROR = -32700;
export const INVALID_REQUEST = -32600;
export const METHOD_NOT_FOUND = -32601;
export const INVALID_PARAMS = -32602;
export const INTERNAL_ERROR = -32603;
export const SERVER_ERROR = -32000;

const MESSAGES: Readonly<Record<number, string>> = {
  [PARSE_ERROR]: "Parse error. Invalid JSON",
  [INVALID_REQUEST]: "Invalid Request",
  [METHOD_NOT_FOUND]: "Method not found",
  [INVALID_PARAMS]: "Invalid params",
  [INTERNAL_ERROR]: "Internal error",
  [SERVER_ERROR]: "Server error",
};

/** What a client is told. Anything else that is thrown is our fault: it is logged, and the client learns no detail. */
export class RpcError extends Error {
  readonly code: number;

  constructor(code: number, detail: string) {
    super(detail);
    this.name = "RpcError";
    this.code = code;
  }

  toJson(): { code: number; message: string; data?: string } {
    const message = MESSAGES[this.code] ?? "Server error";
    return this.message === ""
      ? { code: this.code, message }
      : { code: this.code, message, data: this.message };
  }
}

/** A request that was understood and cannot be met: CometBFT calls all of them internal errors. */
export function refused(detail: string): RpcError {
  return new RpcError(INTERNAL_ERROR, detail);
}
