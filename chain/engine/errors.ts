/** Why the embedded engine does not open or go on: says what is wrong and, in `remedy`, what to do about it. */
export class EngineError extends Error {
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string) {
    super(remedy === undefined ? message : `${message}. ${remedy}`);
    this.name = "EngineError";
    this.remedy = remedy;
  }
}

/** What is stored does not fit together; the remedy is the same whatever it is. */
export function damaged(location: string, what: string): EngineError {
  return new EngineError(
    `the blocks in ${location} are damaged: ${what}`,
    "Restore the data folder from a copy, or start a fresh one.",
  );
}
