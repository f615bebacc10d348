/**
 * From open questions to answers, round by round.
 *
 * It keeps nothing but what a next life can do without: what is open and what was answered is on the ledger, and an
 * answer that was handed over is either in a block up to its last height or in none. So it may be killed at any moment,
 * goes on, and answers nothing twice.
 *
 * @module
 */
import { AssayError } from "@assay/client/errors";
import { Answer, AnswerEnum, type Question, QuestionKind } from "@assay/proto/gen/assay/attest/v1/types";
import type { DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import type { Logger } from "pino";
import { contentBytes, judgeContent, type Verdict } from "./judge.ts";
import type { AttestorLedger } from "./ledger.ts";
import { Places, type PlacesConfig } from "./places.ts";
import type { ContentReader } from "./reader.ts";
import { Slots } from "./slots.ts";
import { BlockClock, giveUpFrom } from "./timing.ts";

/** Blocks in which an answer may be included; then it is sent again. */
const ANSWER_BLOCKS = 10n;
/** Two datasets of the largest size, and some small ones beside them. */
const MEMORY_BYTES = 160 * 1024 * 1024;
const AT_ONCE = 8;

export interface AnsweringOptions {
  readonly ledger: AttestorLedger;
  /** Operator address of the validator it answers for. */
  readonly validator: string;
  readonly places: PlacesConfig;
  readonly read: ContentReader;
  readonly logger: Logger;
  readonly onAnswer: (answer: Answer) => void;
}

/** What is remembered of a question while it is live. */
interface Watched {
  question: Question;
  readonly places: Places;
  /** What the content is held against; undefined while the dataset was not read. */
  terms: DatasetTerms | undefined;
  verdict: Verdict | undefined;
  /** Last block that may hold an answer that was handed over, by this process or by one before it. */
  sentUntil: bigint;
  working: boolean;
}

const bySoonest = (a: Watched, b: Watched): number =>
  a.question.deadlineHeight < b.question.deadlineHeight ? -1 : 1;

export class Answering {
  readonly #options: AnsweringOptions;
  readonly #clock = new BlockClock();
  readonly #slots = new Slots(MEMORY_BYTES, AT_ONCE);
  readonly #watched = new Map<bigint, Watched>();
  readonly #work = new Set<Promise<void>>();
  readonly #ended = new AbortController();
  #height = 0n;
  #bornHeight: bigint | undefined;
  #fault: string | undefined;

  constructor(options: AnsweringOptions) {
    this.#options = options;
  }

  /** Live questions to this validator without an answer. */
  get waiting(): number {
    return this.#watched.size;
  }

  /** Why answers do not reach the ledger; undefined where the last one did. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Looks at the ledger and begins what can be begun. @throws what the ledger's reading throws. */
  async round(): Promise<void> {
    const { ledger, validator } = this.#options;
    const height = await ledger.height();
    if (height !== this.#height) {
      this.#clock.see(height, Date.now());
      this.#bornHeight ??= height;
      this.#take(height, await ledger.liveQuestions(height), validator);
      this.#height = height;
    }
    for (const watched of [...this.#watched.values()].sort(bySoonest)) {
      if (!watched.working) this.#begin(watched);
    }
  }

  /** Keeps what still asks this validator. */
  #take(height: bigint, live: readonly Question[], validator: string): void {
    const asked = new Set<bigint>();
    for (const question of live) {
      const mine = question.voters.find((voter) => voter.validator === validator);
      if (mine === undefined || question.deadlineHeight <= height) continue;
      const known = this.#watched.get(question.id);
      if (mine.answer !== Answer.ANSWER_UNSPECIFIED) {
        if (known !== undefined) this.#options.onAnswer(mine.answer);
        continue;
      }
      asked.add(question.id);
      if (known === undefined) this.#watch(question);
      else known.question = question;
    }
    for (const id of this.#watched.keys()) if (!asked.has(id)) this.#watched.delete(id);
  }

  #watch(question: Question): void {
    const { places, logger } = this.#options;
    const born = this.#bornHeight!;
    // A process before this one may have answered; what it handed over is in a block by then, or in none.
    const inherited = question.openedHeight <= born ? born + ANSWER_BLOCKS : 0n;
    this.#watched.set(question.id, {
      question,
      places: new Places(places, logger),
      terms: undefined,
      verdict: undefined,
      sentUntil: inherited < question.deadlineHeight - ANSWER_BLOCKS ? inherited : 0n,
      working: false,
    });
  }

  #begin(watched: Watched): void {
    watched.working = true;
    const work = this.#answer(watched)
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        if (why !== this.#fault) {
          const facts = error instanceof AssayError ? { why, fix: error.fix } : { err: error };
          this.#options.logger.warn(
            { question: String(watched.question.id), ...facts },
            "not answered; trying again",
          );
        }
        this.#fault = why;
      })
      .finally(() => {
        watched.working = false;
        this.#work.delete(work);
      });
    this.#work.add(work);
  }

  async #answer(watched: Watched): Promise<void> {
    const { ledger, logger } = this.#options;
    watched.verdict ??= await this.#judge(watched);
    const { question, verdict } = watched;
    const height = this.#height;
    const answer =
      verdict?.answer ?? (height >= giveUpFrom(question) ? Answer.ANSWER_UNAVAILABLE : undefined);
    if (answer === undefined || height <= watched.sentUntil || this.#ended.signal.aborted) return;
    if (!this.#watched.has(question.id)) return;
    const last = height + ANSWER_BLOCKS;
    const lastHeight = last < question.deadlineHeight ? last : question.deadlineHeight;
    await ledger.answer(question.id, answer, lastHeight, () => {
      watched.sentUntil = lastHeight;
    });
    this.#fault = undefined;
    logger.info(
      { question: String(question.id), answer: AnswerEnum.names[answer], fault: verdict?.fault },
      "answer handed over",
    );
  }

  async #judge(watched: Watched): Promise<Verdict | undefined> {
    const { question, places } = watched;
    if (question.kind !== QuestionKind.QUESTION_KIND_CONTENT_HELD) return undefined;
    watched.terms ??= (await this.#options.ledger.dataset(question.subject))?.terms;
    const { terms } = watched;
    const bytes = terms === undefined ? undefined : contentBytes(terms);
    if (terms === undefined || bytes === undefined) return undefined;
    const giveBack = this.#slots.take(bytes);
    if (giveBack === undefined) return undefined;
    try {
      const leftMs = this.#clock.msOf(question.deadlineHeight - this.#height);
      const { signal } = this.#ended;
      return await judgeContent(
        terms,
        (blob) => places.find(blob, terms.contentUrls, leftMs, signal),
        (job) => this.#options.read(job, signal),
      );
    } finally {
      giveBack();
    }
  }

  /** Waits for what was begun. */
  async idle(): Promise<void> {
    await Promise.all(this.#work);
  }

  /** Ends fetches, and waits for what is being handed over. */
  async close(): Promise<void> {
    this.#ended.abort();
    await this.idle();
  }
}
