/**
 * One kind of error for whatever goes wrong between a caller and the ledger: what happened, why, and what to do.
 *
 * @module
 */
import { type Explanation, explain } from "./explain.ts";

/** Codes of the codespace `client`: failures that never reached the ledger, or that it did not name. */
export const clientCodes = {
  /** Nobody answered at the address. */
  unreachable: 2,
  /** An answer came, but it is no answer of a ledger's node. */
  badAnswer: 3,
  /** The node refused the call itself: an unknown method, a bad parameter. */
  refused: 4,
  /** The transaction is on its way, but no block held it in time. */
  notIncluded: 5,
  /** The signer has no key for that account. */
  noKey: 6,
  /** The ledger has never seen the account. */
  unknownAccount: 7,
  /** What was asked for does not exist. */
  notFound: 8,
  /** Content is not what its hash names. */
  contentMismatch: 9,
  /** Content is larger than the ledger says, or than this client takes. */
  contentTooLarge: 10,
  /** The content service refused. */
  contentRefused: 11,
  /** The time in which a sealed message may be shown is over. */
  sealExpired: 12,
  /** A caller's value that no ledger would take. */
  invalid: 13,
} as const;

export interface AssayErrorParts {
  readonly codespace: string;
  readonly code: number;
  /** The node's own words, or the most exact ones there are. */
  readonly log: string;
  readonly cause?: unknown;
  /** Where the transaction is known: its hash, in upper hex. */
  readonly txHash?: string;
}

export class AssayError extends Error {
  /** `sdk`, a module's name, or `client`. */
  readonly codespace: string;
  readonly code: number;
  /** The node's own words. */
  readonly log: string;
  /** What the reader can do about it. */
  readonly fix: string;
  /** Upper hex; absent where no transaction was sent. */
  readonly txHash: string | undefined;

  constructor(parts: AssayErrorParts) {
    const explanation: Explanation = explain(parts.codespace, parts.code);
    const message = parts.log === "" ? explanation.what : `${explanation.what} (${parts.log})`;
    super(message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = "AssayError";
    this.codespace = parts.codespace;
    this.code = parts.code;
    this.log = parts.log;
    this.fix = explanation.fix;
    this.txHash = parts.txHash;
  }

  /** Whether the error is this one: `error.is("sdk", 5)`. */
  is(codespace: string, code: number): boolean {
    return this.codespace === codespace && this.code === code;
  }
}

/** An error of this client's own. */
export function clientError(name: keyof typeof clientCodes, log: string, cause?: unknown): AssayError {
  return new AssayError({ codespace: "client", code: clientCodes[name], log, cause });
}

/** Whether an error is this client's own of that name. */
export function isClientError(error: unknown, name: keyof typeof clientCodes): error is AssayError {
  return error instanceof AssayError && error.is("client", clientCodes[name]);
}

/** The sequence that the ledger waits for, read from the log of code 32; undefined in any other error. */
export function expectedSequence(error: unknown): number | undefined {
  if (!(error instanceof AssayError) || !/account sequence mismatch/.test(error.log)) return undefined;
  const found = /expected (\d+)/.exec(error.log);
  return found === null ? undefined : Number(found[1]);
}
