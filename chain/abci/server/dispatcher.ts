/**
 * Between the transports and the application: one for all connections of a server.
 *
 * What changes the ledger runs one after the other, whatever connection it comes from. What an engine may not ask at
 * that point is refused before the application sees it (`grammar.ts`): the connection ends, the ledger does not.
 *
 * A fault of the application in InitChain, FinalizeBlock or Commit has no answer that is true, so it ends the service:
 * `onFault` hears it once, and nothing is answered from then on. A fault elsewhere is logged and costs that one
 * request.
 *
 * @module
 */
import type { Application } from "../application.ts";
import { GrammarChecker, GrammarError } from "../grammar.ts";
import type { Method } from "./methods.ts";

export interface ServerLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Who waits for the answer. */
export interface Asker {
  /** Its connection is closed: the answer has nowhere to go. */
  readonly gone: boolean;
}

/** The response's body; undefined where there is none to give. */
export type Answer = Promise<Uint8Array | undefined> | Uint8Array | undefined;

export class Dispatcher {
  readonly #app: Application;
  readonly #logger: ServerLogger;
  readonly #onFault: (error: unknown) => void;
  /** Ends with the last call that is made in turn. */
  #tail: Promise<unknown> = Promise.resolve();
  /** Who waits for the call that is being made in turn. */
  #inTurnFor: Asker | undefined;
  #halted = false;

  constructor(app: Application, logger: ServerLogger, onFault: (error: unknown) => void) {
    this.#app = new GrammarChecker(app);
    this.#logger = logger;
    this.#onFault = onFault;
  }

  /**
   * Answers a request. Rejects with GrammarError where an engine may not ask that now.
   * @throws WireError, at once, where `body` is no request of that method.
   */
  dispatch(method: Method, body: Uint8Array, asker: Asker): Answer {
    const call = method.read(body);
    if (this.#halted) return undefined;
    if (method.inTurn) return this.#inTurn(method, () => call.answer(this.#app), asker);
    if (method.settles && this.#inTurnFor?.gone === true) {
      return this.#tail.then(() => this.#guarded(method, () => call.answer(this.#app)));
    }
    return this.#guarded(method, () => call.answer(this.#app));
  }

  #inTurn(method: Method, answer: () => Promise<Uint8Array> | Uint8Array, asker: Asker): Answer {
    const mine = this.#tail.then(async () => {
      // A node that was killed: what it still had to ask is asked again by the one that follows.
      if (this.#halted || asker.gone) return undefined;
      this.#inTurnFor = asker;
      try {
        return await this.#guarded(method, answer);
      } finally {
        this.#inTurnFor = undefined;
      }
    });
    this.#tail = mine.catch(() => {});
    return mine;
  }

  #guarded(method: Method, answer: () => Promise<Uint8Array> | Uint8Array): Answer {
    try {
      const given = answer();
      return given instanceof Promise ? given.catch((error) => this.#fault(method, error)) : given;
    } catch (error) {
      return this.#fault(method, error);
    }
  }

  #fault(method: Method, error: unknown): Uint8Array | undefined {
    if (error instanceof GrammarError && error.by === "engine") throw error;
    const fields = { err: error, method: method.name };
    if (method.onFault !== undefined && !(error instanceof GrammarError)) {
      this.#logger.error(fields, `${method.name} failed`);
      return method.onFault();
    }
    if (this.#halted) return undefined;
    this.#halted = true;
    this.#logger.error(
      fields,
      `${method.name} failed: the application stops here, and the node with it; nothing of this block is stored. ` +
        "Mend the cause (a full disk, too little memory, another version of the program) and start both again: the " +
        "node hands out the block once more",
    );
    this.#onFault(error);
    return undefined;
  }
}
