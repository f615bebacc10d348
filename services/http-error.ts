/**
 * One shape for whatever a service refuses: `{"error": {"code", "message", "fix"}}`, on every path and status.
 *
 * @module
 */

export interface ErrorBody {
  readonly error: {
    /** For programs: lower case with underscores. */
    readonly code: string;
    /** What is wrong, a sentence without its full stop. */
    readonly message: string;
    /** What the caller can do. */
    readonly fix: string;
  };
}

/** An answer that tells what is wrong and what to do. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fix: string;

  constructor(status: number, code: string, message: string, fix: string) {
    super(message);
    this.name = "HttpError";
    this.status = status;
    this.code = code;
    this.fix = fix;
  }

  body(): ErrorBody {
    return { error: { code: this.code, message: this.message, fix: this.fix } };
  }
}

/** What the HTTP server itself refuses, before any of our code ran. Its own words stay inside. */
const BY_STATUS: Readonly<Record<number, readonly [code: string, message: string, fix: string]>> = {
  400: ["bad_request", "The request cannot be read", "Correct it"],
  408: ["too_slow", "The request did not come in time", "Send it again, faster"],
  413: ["too_large", "The body is too large", "Send less"],
  414: ["address_too_long", "The address is too long", "Shorten it"],
  415: ["bad_type", "The body has a type that is not taken here", "Send another content-type"],
  431: ["headers_too_large", "The headers are too large", "Send fewer or shorter headers"],
};

/** An error of the server's own, by its status; anything else is 500, whose cause is in the log alone. */
export function errorOfStatus(status: number | undefined): HttpError {
  const entry = status === undefined ? undefined : BY_STATUS[status];
  if (entry !== undefined) return new HttpError(status!, ...entry);
  if (status !== undefined && status >= 400 && status < 500) {
    return new HttpError(status, "refused", "The request is refused", "Correct it");
  }
  return new HttpError(500, "failed", "The service failed; its log has the cause", "Try again");
}
