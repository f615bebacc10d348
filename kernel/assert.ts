/** A fault of ours, not of a user: it halts the node rather than let it go on in an unknown state. */
export class AssertionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "AssertionError";
  }
}

/** @throws AssertionError where the condition does not hold. Never caught in state code. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** The value, which our own rules say is there. @throws AssertionError where it is not. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new AssertionError(`${what} is missing`);
  return value;
}
