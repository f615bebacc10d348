/** @module What went wrong, in the shape that the page shows: what, why, what helps, and the code for a report. */
import { AssayError, isClientError } from "@assay/client/errors";
import { WalletError } from "../wallet/extension.ts";

export interface Fault {
  readonly title: string;
  readonly cause?: string;
  readonly fix?: string;
  /** `sdk 5`. */
  readonly code?: string;
  /** The node did not answer at all: the banner says it, the part keeps what it had. */
  readonly unreachable: boolean;
}

export function toFault(error: unknown): Fault {
  if (error instanceof AssayError) {
    const what = error.message.endsWith(` (${error.log})`)
      ? error.message.slice(0, -error.log.length - 3)
      : error.message;
    return {
      title: `${what}.`,
      ...(error.log === "" || error.log === what ? {} : { cause: error.log }),
      fix: error.fix,
      code: `${error.codespace} ${error.code}`,
      unreachable: isClientError(error, "unreachable"),
    };
  }
  if (error instanceof WalletError) return { title: error.message, fix: error.fix, unreachable: false };
  const words = error instanceof Error ? error.message : String(error);
  return {
    title: "Something on this page went wrong.",
    cause: words,
    fix: "Load the page again.",
    unreachable: false,
  };
}
