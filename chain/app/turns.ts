/** Other work (admission, queries) gets a turn after so many milliseconds of a long row of ours. */
const TURN_MS = 2;

export class Turns {
  #ends = performance.now() + TURN_MS;

  /** To be awaited where it is there: between two pieces of the row. Undefined while there is time left. */
  pass(): Promise<void> | undefined {
    if (performance.now() < this.#ends) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        this.#ends = performance.now() + TURN_MS;
        resolve();
      });
    });
  }
}
