/**
 * How a command ends that does not succeed: what went wrong, then what to do.
 *
 * @module
 */

/** 0 done, 1 failed, 2 called in a wrong way. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** The command was called in a wrong way. */
export class UsageError extends Error {
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.name = "UsageError";
    this.fix = fix;
  }
}

/** The command could not do it. */
export class Failure extends Error {
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.name = "Failure";
    this.fix = fix;
  }
}

export interface Told {
  readonly exitCode: number;
  readonly message: string;
  /** Empty where the message says it. */
  readonly fix: string;
  /** Where the ledger or the client gave one. */
  readonly codespace?: string;
  readonly code?: number | string;
  readonly txHash?: string;
}

interface ErrorFields {
  readonly fix?: unknown;
  readonly remedy?: unknown;
  readonly codespace?: unknown;
  readonly code?: unknown;
  readonly txHash?: unknown;
}

/** What a person is told of any error. Errors of our rooms carry `fix` or `remedy`. */
export function told(error: unknown): Told {
  if (!(error instanceof Error)) return { exitCode: EXIT.failed, message: String(error), fix: "" };
  const { fix, remedy, codespace, code, txHash } = error as ErrorFields;
  const advice = typeof fix === "string" ? fix : typeof remedy === "string" ? remedy : "";
  return {
    exitCode: error instanceof UsageError ? EXIT.usage : EXIT.failed,
    // A dataset's error says its advice already.
    message: error.message,
    fix: advice !== "" && error.message.endsWith(advice) ? "" : advice,
    ...(typeof codespace === "string" ? { codespace } : {}),
    ...(typeof code === "number" || typeof code === "string" ? { code } : {}),
    ...(typeof txHash === "string" ? { txHash } : {}),
  };
}
