/**
 * One of a node's connections. Requests are begun as they come and answered in their order, so a request that takes
 * long holds back the answers behind it and not the work. What may wait is bounded: beyond it nothing more is read.
 *
 * @module
 */
import type { Socket } from "node:net";
import { WireError } from "@assay/proto/wire/errors";
import type { Dispatcher, ServerLogger } from "./dispatcher.ts";
import { FrameError, FrameReader, frameHead } from "./frames.ts";
import { methods } from "./methods.ts";
import { oneof } from "./oneof.ts";

/** Requests of one connection that may wait for their answers. CometBFT's client has up to 256 on the way. */
const MAX_WAITING = 1024;

/** A place in the order of answers. */
interface Place {
  /** Undefined until it is there. */
  answer: { readonly head: Uint8Array; readonly body: Uint8Array } | undefined;
}

const byRequestNo = new Map(methods.map((method) => [method.requestNo, method]));

export function serveConnection(socket: Socket, dispatcher: Dispatcher, logger: ServerLogger): void {
  const reader = new FrameReader();
  const waiting: Place[] = [];
  let corked = false;
  let ended = false;

  /** Of the peer's making: nothing true can be answered, and what follows cannot be understood. */
  const refuse = (cause: string): void => {
    if (ended) return;
    ended = true;
    logger.warn({ cause }, "an ABCI connection is closed: the peer does not speak ABCI 2.0 (CometBFT 0.38)");
    socket.destroy();
  };

  const write = (bytes: Uint8Array): void => {
    if (!corked) {
      // All that is answered in this turn goes out in one piece.
      corked = true;
      socket.cork();
      process.nextTick(() => {
        corked = false;
        socket.uncork();
      });
    }
    socket.write(bytes);
  };

  const send = (): void => {
    let sent = 0;
    for (; sent < waiting.length && waiting[sent]!.answer !== undefined; sent++) {
      const { head, body } = waiting[sent]!.answer!;
      write(head);
      if (body.length > 0) write(body);
    }
    if (sent > 0) waiting.splice(0, sent);
  };

  const begin = (frame: Uint8Array): void => {
    const { no, body } = oneof(frame);
    const method = byRequestNo.get(no);
    if (method === undefined) throw new FrameError(`a request without a method that is known (field ${no})`);
    const place: Place = { answer: undefined };
    waiting.push(place);
    const answered = (answer: Uint8Array | undefined): void => {
      if (ended) return;
      if (answer === undefined) {
        ended = true;
        socket.destroy();
        return;
      }
      place.answer = { head: frameHead(method.responseNo, answer.length), body: answer };
    };
    const given = dispatcher.dispatch(method, body);
    if (given instanceof Promise) {
      given.then((answer) => {
        answered(answer);
        proceed();
      });
    } else answered(given);
  };

  /** Begins what was read, as far as there is room; sends what is answered. */
  const proceed = (): void => {
    try {
      while (!ended) {
        send();
        if (waiting.length >= MAX_WAITING || socket.writableNeedDrain) break;
        const frame = reader.next();
        if (frame === undefined) break;
        begin(frame);
      }
    } catch (error) {
      if (!(error instanceof FrameError || error instanceof WireError)) throw error;
      refuse(error.message);
    }
    if (ended) return;
    if (waiting.length >= MAX_WAITING || socket.writableNeedDrain) socket.pause();
    else if (socket.isPaused()) socket.resume();
  };

  socket.on("data", (chunk: Buffer) => {
    reader.push(chunk);
    proceed();
  });
  socket.on("drain", proceed);
  socket.on("end", () => {
    if (reader.pending > 0) logger.warn({ bytes: reader.pending }, "an ABCI connection ended amid a message");
  });
  socket.on("error", (error) => logger.warn({ err: error }, "an ABCI connection broke"));
  socket.on("close", () => {
    ended = true;
  });
}
