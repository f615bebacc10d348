/**
 * A request's body that must keep coming.
 *
 * @module
 */
import { type Readable, Transform } from "node:stream";
import { HttpError } from "../http-error.ts";

/**
 * The body's bytes, ended by an error when they come too slowly or not to the end. The request itself is left open, so
 * that it can still be answered.
 * @throws HttpError while it is read: 408, or 400 where the sender went away.
 */
export function steadyBody(body: Readable, idleMs: number, deadlineMs: number): Readable {
  const tooSlow = (): void => {
    steady.destroy(new HttpError(408, "too_slow", "The body comes too slowly", "Send it again, faster"));
  };
  const gone = (): void => {
    if (body.readableEnded) return;
    steady.destroy(new HttpError(400, "broken_off", "The body broke off", "Send it again"));
  };
  const deadline = setTimeout(tooSlow, deadlineMs);
  const idle = setTimeout(tooSlow, idleMs);
  const steady = new Transform({
    transform(chunk, _encoding, done) {
      idle.refresh();
      done(null, chunk);
    },
  });
  body.on("error", gone);
  body.on("close", gone);
  // Whoever reads it is told; until somebody does, it must not end the process.
  steady.on("error", () => {});
  steady.once("close", () => {
    clearTimeout(deadline);
    clearTimeout(idle);
    body.unpipe(steady);
    body.off("close", gone);
  });
  return body.pipe(steady);
}
