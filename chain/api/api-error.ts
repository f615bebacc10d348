/** Why a call has no answer, by gRPC's codes: the same over gRPC and HTTP. */
import type { ResponseQuery } from "@assay/proto/gen/tendermint/abci/types";

/** https://grpc.io/docs/guides/status-codes: those that are used here. */
export const GrpcCode = {
  OK: 0,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
} as const;
export type GrpcCode = (typeof GrpcCode)[keyof typeof GrpcCode];

export class ApiError extends Error {
  readonly code: GrpcCode;

  constructor(code: GrpcCode, message: string) {
    super(message);
    this.name = "ApiError";
    this.code = code;
  }
}

export const badRequest = (why: string): ApiError => new ApiError(GrpcCode.INVALID_ARGUMENT, why);

/** Codes of the codespace `sdk` whose meaning gRPC has a code for; the Cosmos SDK maps its own alike. */
const SDK_CODES: Readonly<Record<number, GrpcCode>> = {
  2: GrpcCode.INVALID_ARGUMENT,
  4: GrpcCode.UNAUTHENTICATED,
  6: GrpcCode.INVALID_ARGUMENT,
  7: GrpcCode.INVALID_ARGUMENT,
  10: GrpcCode.INVALID_ARGUMENT,
  18: GrpcCode.INVALID_ARGUMENT,
  22: GrpcCode.NOT_FOUND,
  26: GrpcCode.INVALID_ARGUMENT,
};

/**
 * Of an application's answer that is none. A failure of the asker's is never told as the server's: only code 1, which
 * the application keeps for faults of ours, is.
 */
export function errorOfAnswer({ code, codespace, log }: ResponseQuery): ApiError {
  if (code === 1) return new ApiError(GrpcCode.INTERNAL, log);
  return new ApiError(
    (codespace === "sdk" ? SDK_CODES[code] : undefined) ?? GrpcCode.FAILED_PRECONDITION,
    log,
  );
}

/** What a failure looks like from outside: a fault of ours is told to the log, not to the asker. */
export function apiError(error: unknown, onFault: (error: unknown) => void): ApiError {
  if (error instanceof ApiError) return error;
  onFault(error);
  return new ApiError(GrpcCode.INTERNAL, "internal error");
}
