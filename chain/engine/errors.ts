/** Why the embedded engine does not open or go on: says what is wrong and, in `remedy`, what to do about it. */
export class EngineError extends Error {
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string) {
    super(remedy === undefined ? message : `${message}. ${remedy}`);
    this.name = "EngineError";
    this.remedy = remedy;
  }
}
