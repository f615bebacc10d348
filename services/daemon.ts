/**
 * What every service is: something that runs until it is closed, and logs.
 *
 * @module
 */
import pino, { type Logger } from "pino";

/** A service that runs. */
export interface Daemon {
  /** Where it listens; undefined for one that serves nothing. */
  readonly port: number | undefined;
  /** Ends what is under way, within seconds. */
  close(): Promise<void>;
}

/** Logs to stderr as JSON lines, so that stdout stays data. */
export function serviceLogger(service: string, level = process.env.ASSAY_LOG_LEVEL ?? "info"): Logger {
  return pino({ level, base: { service } }, pino.destination(2));
}

/** Sleeps, or wakes early when the signal ends it. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
