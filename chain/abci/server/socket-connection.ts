/**
 * One of a node's connections. Requests are begun as they come and answered in their order, so a request that takes
 * long holds back the answers behind it and not the work. What may wait is bounded: beyond it nothing more is read,
 * and the same holds while the peer does not read its answers.
 *
 * @module
 */
import type { Socket } from "node:net";
import { WireError } from "@assay/proto/wire/errors";
import { GrammarError } from "../grammar.ts";
import type { Dispatcher, ServerLogger } from "./dispatcher.ts";
import { type Answered, openEnvelope, responsePieces } from "./envelope.ts";
import { FrameError, FrameReader } from "./frames.ts";
import { methods } from "./methods.ts";

/** Requests of one connection that may wait for their answers. CometBFT's client has up to 256 on the way. */
const MAX_WAITING = 1024;
/** Bytes of them, where more than one waits. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/** A place in the order of answers. */
interface Place {
  readonly requestBytes: number;
  readonly responseNo: number;
  /** Undefined until it is there. */
  answer: Uint8Array | undefined;
}

const byRequestNo = new Map(methods.map((method) => [method.requestNo, method]));

export class SocketConnection {
  readonly #socket: Socket;
  readonly #dispatcher: Dispatcher;
  readonly #logger: ServerLogger;
  readonly #reader = new FrameReader();
  #waiting: Place[] = [];
  #waitingBytes = 0;
  /** The answers will be sent before the next turn. */
  #sends = false;
  gone = false;

  constructor(socket: Socket, dispatcher: Dispatcher, logger: ServerLogger) {
    this.#socket = socket;
    this.#dispatcher = dispatcher;
    this.#logger = logger;
    socket.on("data", (chunk: Buffer) => {
      this.#reader.push(chunk);
      this.#proceed();
    });
    socket.on("drain", () => this.#proceed());
    socket.on("end", () => {
      const { pending } = this.#reader;
      if (pending > 0) logger.warn({ bytes: pending }, "an ABCI connection ended amid a request");
    });
    socket.on("error", (error) => logger.warn({ err: error }, "an ABCI connection broke"));
    socket.on("close", () => {
      this.gone = true;
      this.#waiting = [];
    });
  }

  /** Begins what was read, as far as there is room. */
  #proceed(): void {
    if (this.gone) return;
    try {
      while (!this.gone && this.#hasRoom() && this.#beginNext());
    } catch (error) {
      this.#refuse(error);
    }
    if (this.gone) return;
    if (!this.#hasRoom()) this.#socket.pause();
    else if (this.#socket.isPaused()) this.#socket.resume();
  }

  #hasRoom(): boolean {
    return (
      this.#waiting.length < MAX_WAITING &&
      this.#waitingBytes < MAX_WAITING_BYTES &&
      !this.#socket.writableNeedDrain
    );
  }

  /** False where no whole request is there. @throws FrameError or WireError for one that is none */
  #beginNext(): boolean {
    const frame = this.#reader.next();
    if (frame === undefined) return false;
    const { no, body } = openEnvelope(frame);
    const method = byRequestNo.get(no);
    if (method === undefined) throw new FrameError(`no method has field ${no}`);
    const place: Place = { requestBytes: frame.length, responseNo: method.responseNo, answer: undefined };
    this.#waiting.push(place);
    this.#waitingBytes += frame.length;
    const given = this.#dispatcher.dispatch(method, body, this);
    if (given instanceof Promise) {
      given.then(
        (answer) => this.#answered(place, answer),
        (error) => this.#refuse(error),
      );
    } else this.#answered(place, given);
    return true;
  }

  #answered(place: Place, answer: Uint8Array | undefined): void {
    // There will be none: the ledger stands.
    if (answer === undefined) this.#end();
    place.answer = answer;
    if (this.#sends || place !== this.#waiting[0]) return;
    // What else is answered in this turn goes out in the same piece.
    this.#sends = true;
    process.nextTick(() => {
      this.#sends = false;
      if (this.gone) return;
      this.#send();
      this.#proceed();
    });
  }

  /** All that is answered, up to the first that is not. */
  #send(): void {
    const ready: Answered[] = [];
    for (const { answer, requestBytes, responseNo } of this.#waiting) {
      if (answer === undefined) break;
      ready.push({ no: responseNo, body: answer });
      this.#waitingBytes -= requestBytes;
    }
    this.#waiting.splice(0, ready.length);
    for (const piece of responsePieces(ready)) this.#socket.write(piece);
  }

  /** Of the peer's making: nothing true can be answered, and what follows cannot be understood. */
  #refuse(error: unknown): void {
    if (this.gone) return;
    if (error instanceof GrammarError) {
      this.#logger.error(
        { cause: error.message },
        "an ABCI connection is closed: the node's blocks and the application's state do not fit together. Is it the " +
          "node of this home, and the only one that uses this address?",
      );
    } else if (error instanceof FrameError || error instanceof WireError) {
      this.#logger.error(
        { cause: error.message },
        "an ABCI connection is closed: the peer does not speak ABCI 2.0 over a socket, as CometBFT 0.38 does",
      );
    } else throw error;
    this.#end();
  }

  #end(): void {
    this.gone = true;
    this.#waiting = [];
    this.#socket.destroy();
  }
}
