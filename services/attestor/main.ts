/**
 * The attestor: answers its validator's open questions by itself.
 *
 * YES needs every byte of the content, fetched from content services that the operator trusts or from where the owner
 * says; NO needs content that is there and false; content that is still on its way is waited for, and only in the last
 * third before the deadline is the answer UNAVAILABLE.
 *
 * @module
 */
import { AssayError } from "@assay/client/errors";
import { type Answer, AnswerEnum } from "@assay/proto/gen/assay/attest/v1/types";
import { Counter, Gauge } from "prom-client";
import { type Daemon, pause, serviceLogger } from "../daemon.ts";
import { httpService } from "../http-service.ts";
import { Answering } from "./answering.ts";
import type { AttestorLedger } from "./ledger.ts";
import { contentReader } from "./reader.ts";

export interface AttestorConfig {
  /** Operator address of the validator it answers for. */
  readonly validator: string;
  readonly ledger: AttestorLedger;
  /** Base URLs of content services to ask before the owner's own; they may be on private addresses. */
  readonly contentServices: readonly string[];
  /** Whether what an owner names may be on a private address: on a devnet alone. */
  readonly allowPrivate: boolean;
  readonly pollMs: number;
  /** To fetch a blob of no size; large ones get more. */
  readonly fetchTimeoutMs: number;
  /** For `/healthz` and `/metrics`; absent serves neither. */
  readonly http?: { readonly host: string; readonly port: number };
}

const SILENCE_MS = 60_000;

export async function runAttestor(config: AttestorConfig): Promise<Daemon> {
  const logger = serviceLogger("attestor").child({ validator: config.validator });
  const ended = new AbortController();
  let lastRoundMs = Date.now();
  const service = httpService({
    logger,
    health: () =>
      Date.now() - lastRoundMs > SILENCE_MS
        ? "no round for a minute: the ledger does not answer"
        : answering.fault,
    bodyLimit: 1024,
    requestTimeoutMs: 10_000,
    idleTimeoutMs: 30_000,
  });
  const registers = [service.metrics];
  const answers = new Counter({
    name: "attestor_answers_total",
    help: "Answers that got into a block",
    labelNames: ["answer"],
    registers,
  });
  new Gauge({
    name: "attestor_waiting",
    help: "Live questions without an answer",
    registers,
    collect() {
      this.set(answering.waiting);
    },
  });
  const answering = new Answering({
    ledger: config.ledger,
    validator: config.validator,
    places: { ...config, retryMs: config.pollMs },
    read: contentReader(),
    logger,
    onAnswer: (answer: Answer) => answers.inc({ answer: AnswerEnum.names[answer] ?? "unknown" }),
  });

  const loop = (async () => {
    let away: string | undefined;
    while (!ended.signal.aborted) {
      try {
        await answering.round();
        lastRoundMs = Date.now();
        if (away !== undefined) logger.info("the ledger answers again");
        away = undefined;
      } catch (error) {
        // Once for each cause: a node may be away for long.
        const why = error instanceof Error ? error.message : String(error);
        if (why !== away)
          logger.warn(
            error instanceof AssayError ? { why } : { err: error },
            "the ledger cannot be read; trying again",
          );
        away = why;
      }
      await pause(config.pollMs, ended.signal);
    }
  })();

  const port =
    config.http === undefined ? undefined : await service.listen(config.http.host, config.http.port);
  logger.info({ port }, "attestor runs");
  return {
    port,
    async close() {
      ended.abort();
      await Promise.all([loop, answering.close(), service.close()]);
    },
  };
}
