/**
 * Between the transports and the application: one for all connections of a server.
 *
 * A fault of the application in InitChain, FinalizeBlock or Commit has no answer that is true, so it ends the service:
 * `onFault` hears it once, and nothing is answered from then on. A fault elsewhere is logged and costs that one
 * request.
 *
 * @module
 */
import type { Application } from "../application.ts";
import type { Method } from "./methods.ts";

export interface ServerLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export class Dispatcher {
  readonly #app: Application;
  readonly #logger: ServerLogger;
  readonly #onFault: (error: unknown) => void;
  /** Ends with the last call of the consensus connection. */
  #tail: Promise<unknown> = Promise.resolve();
  #halted = false;

  constructor(app: Application, logger: ServerLogger, onFault: (error: unknown) => void) {
    this.#app = app;
    this.#logger = logger;
    this.#onFault = onFault;
  }

  get halted(): boolean {
    return this.#halted;
  }

  /**
   * The response's body, or undefined where there is none to give.
   * @throws WireError, at once, where `body` is no request of that method.
   */
  dispatch(method: Method, body: Uint8Array): Promise<Uint8Array | undefined> | Uint8Array | undefined {
    const call = method.read(body);
    if (this.#halted) return undefined;
    if (method.inTurn) {
      const mine = this.#tail.then(() => (this.#halted ? undefined : call.answer(this.#app)));
      this.#tail = mine.catch(() => {});
      return mine.catch((error) => this.#fault(method, error));
    }
    try {
      const given = call.answer(this.#app);
      return given instanceof Promise ? given.catch((error) => this.#fault(method, error)) : given;
    } catch (error) {
      return this.#fault(method, error);
    }
  }

  #fault(method: Method, error: unknown): Uint8Array | undefined {
    const fields = { err: error, method: method.name };
    if (method.onFault !== undefined) {
      this.#logger.error(fields, `${method.name} failed`);
      return method.onFault();
    }
    if (this.#halted) return undefined;
    this.#halted = true;
    this.#logger.error(
      fields,
      `${method.name} failed: the application stops here, and the node with it. Nothing of the block is stored. ` +
        "Keep the log, mend the cause (disk, memory, another version of the program) and start both again: " +
        "the node hands out the block once more",
    );
    this.#onFault(error);
    return undefined;
  }
}
