/**
 * The attestor: answers its validator's open questions by itself.
 *
 * It keeps nothing: what is open and what it answered is on the ledger, so it may be killed at any moment and goes on.
 * YES needs every byte of the content, fetched from where the owner says or from the content services that the operator
 * trusts; NO needs content that is there and false; content that is still on its way is waited for, and only in the
 * last third before the deadline is the answer UNAVAILABLE.
 *
 * @module
 */
import { toHex } from "@assay/primitives/bytes";
import { Answer, type Question, QuestionKind } from "@assay/proto/gen/assay/attest/v1/types";
import type { Blob, Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { Counter, Gauge } from "prom-client";
import { type Daemon, httpService, pause, serviceLogger } from "../daemon.ts";
import { FetchError, fetchBlob } from "../fetch-blob.ts";
import { contentFault } from "./judge.ts";

/** What the attestor asks of the ledger. */
export interface AttestorLedger {
  height(): Promise<bigint>;
  openQuestions(): Promise<readonly Question[]>;
  dataset(id: Uint8Array): Promise<Dataset | undefined>;
  /** Resolves when the answer is in a block. */
  answer(questionId: bigint, answer: number): Promise<void>;
}

export interface AttestorConfig {
  /** Operator address of the validator it answers for. */
  readonly validator: string;
  readonly ledger: AttestorLedger;
  /** Base URLs of content services to ask besides the owner's own. */
  readonly contentServices: readonly string[];
  readonly allowPrivate: boolean;
  readonly pollMs: number;
  readonly fetchTimeoutMs: number;
  /** For `/healthz` and `/metrics`; absent serves neither. */
  readonly http?: { readonly host: string; readonly port: number };
}

/** First block in which UNAVAILABLE is taken: the last third of the time to answer. */
export function unavailableFrom(question: Question): bigint {
  const span = question.deadlineHeight - question.openedHeight;
  return question.deadlineHeight - span / 3n;
}

export async function runAttestor(config: AttestorConfig): Promise<Daemon> {
  const logger = serviceLogger("attestor").child({ validator: config.validator });
  const { ledger } = config;
  const ended = new AbortController();
  let lastRound = Date.now();
  const { http, metrics } = httpService(
    logger,
    () => (Date.now() - lastRound > 60_000 ? "no round for a minute: the ledger does not answer" : undefined),
    1024,
  );
  const answers = new Counter({
    name: "attestor_answers_total",
    help: "Answers sent, by answer",
    labelNames: ["answer"],
    registers: [metrics],
  });
  const waiting = new Gauge({
    name: "attestor_waiting",
    help: "Open questions without an answer",
    registers: [metrics],
  });

  /** A blob from the first place that has it. */
  async function have(blob: Blob, urls: readonly string[]): Promise<Uint8Array | undefined> {
    const name = toHex(blob.sha256);
    const places = [
      ...config.contentServices.map((base) => `${base.replace(/\/$/, "")}/blobs/${name}`),
      ...urls,
    ];
    for (const url of places) {
      try {
        return await fetchBlob(url, blob.sha256, Number(blob.size), {
          timeoutMs: config.fetchTimeoutMs,
          allowPrivate: config.allowPrivate,
        });
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        logger.debug({ url, code: error.code, why: error.message }, "no blob from there");
      }
    }
    return undefined;
  }

  async function judge(question: Question, height: bigint): Promise<number | undefined> {
    if (question.kind !== QuestionKind.QUESTION_KIND_CONTENT_HELD) return undefined;
    const dataset = await ledger.dataset(question.subject);
    const terms = dataset?.terms;
    if (terms?.featuresBlob === undefined) return Answer.ANSWER_NO;
    const features = await have(terms.featuresBlob, terms.contentUrls);
    const labels =
      terms.labelsBlob === undefined ? undefined : await have(terms.labelsBlob, terms.contentUrls);
    if (features === undefined || (terms.labelsBlob !== undefined && labels === undefined)) {
      return height >= unavailableFrom(question) ? Answer.ANSWER_UNAVAILABLE : undefined;
    }
    const fault = contentFault(terms, features, labels);
    if (fault !== undefined)
      logger.warn({ question: question.id, fault }, "the content is not what the ledger says");
    return fault === undefined ? Answer.ANSWER_YES : Answer.ANSWER_NO;
  }

  async function round(): Promise<void> {
    const height = await ledger.height();
    let left = 0;
    for (const question of await ledger.openQuestions()) {
      const mine = question.voters.find((voter) => voter.validator === config.validator);
      if (
        mine === undefined ||
        mine.answer !== Answer.ANSWER_UNSPECIFIED ||
        question.deadlineHeight <= height
      )
        continue;
      const answer = await judge(question, height);
      if (answer === undefined) {
        left++;
        continue;
      }
      await ledger.answer(question.id, answer);
      answers.inc({ answer: String(answer) });
      logger.info({ question: question.id, answer }, "answered");
    }
    waiting.set(left);
    lastRound = Date.now();
  }

  const loop = (async () => {
    while (!ended.signal.aborted) {
      try {
        await round();
      } catch (error) {
        logger.warn(
          { why: error instanceof Error ? error.message : String(error) },
          "round failed; trying again",
        );
      }
      await pause(config.pollMs, ended.signal);
    }
  })();

  let port: number | undefined;
  if (config.http !== undefined) {
    await http.listen(config.http);
    const address = http.server.address();
    port = typeof address === "object" && address !== null ? address.port : config.http.port;
  }
  logger.info({ port }, "attestor runs");
  return {
    port,
    async close() {
      ended.abort();
      await Promise.all([loop, http.close()]);
    },
  };
}
