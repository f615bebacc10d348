/** From questions to answers, with real servers of content and a ledger that keeps the real one's rules. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { contentTerms, pack } from "@assay/client/dataset/pack";
import { toHex } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import { Answer, Question, QuestionKind } from "@assay/proto/gen/assay/attest/v1/types";
import { Dataset, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Answering, type AnsweringOptions } from "./answering.ts";
import type { AttestorLedger } from "./ledger.ts";
import type { ContentReader } from "./reader.ts";
import { contentReader } from "./reader.ts";

const ME = "assay1me";
const { ANSWER_UNSPECIFIED, ANSWER_YES, ANSWER_NO, ANSWER_UNAVAILABLE } = Answer;

/** A ledger of questions: answers handed over wait in a mempool until a block is made. */
class TestLedger implements AttestorLedger {
  now = 100n;
  away = false;
  /** Blocks that leave the mempool as it is. */
  stuck = false;
  readonly questions: Question[] = [];
  readonly datasets = new Map<string, Dataset>();
  readonly answered: { id: bigint; answer: number; height: bigint }[] = [];
  readonly refused: string[] = [];
  mempool: { id: bigint; answer: number; lastHeight: bigint }[] = [];
  reads = 0;

  ask(terms: DatasetTerms, blocks = 30n, kind: number = QuestionKind.QUESTION_KIND_CONTENT_HELD): bigint {
    const id = BigInt(this.questions.length + 1);
    const subject = sha256(Uint8Array.of(Number(id)));
    this.datasets.set(toHex(subject), Dataset.fromPartial({ id: subject, terms }));
    this.questions.push(
      Question.fromPartial({
        id,
        kind,
        subject,
        openedHeight: this.now,
        deadlineHeight: this.now + blocks,
        voters: [{ validator: "assay1other" }, { validator: ME }],
      }),
    );
    return id;
  }

  block(): void {
    this.now++;
    if (this.stuck) {
      this.mempool = this.mempool.filter(({ lastHeight }) => lastHeight > this.now);
      return;
    }
    for (const { id, answer, lastHeight } of this.mempool.splice(0)) {
      const question = this.questions.find((q) => q.id === id)!;
      const mine = question.voters.find((voter) => voter.validator === ME)!;
      const { openedHeight, deadlineHeight } = question;
      if (this.now > lastHeight || this.now > deadlineHeight) this.refused.push("late");
      else if (mine.answer !== ANSWER_UNSPECIFIED) this.refused.push("twice");
      else if (
        answer === ANSWER_UNAVAILABLE &&
        3n * (deadlineHeight - this.now) >= deadlineHeight - openedHeight
      )
        this.refused.push("early");
      else {
        mine.answer = answer as Answer;
        this.answered.push({ id, answer, height: this.now });
      }
    }
  }

  async height(): Promise<bigint> {
    if (this.away) throw new Error("away");
    return this.now;
  }
  async liveQuestions(height: bigint): Promise<readonly Question[]> {
    this.reads++;
    return structuredClone(
      this.questions.filter((q) => q.deadlineHeight > height && q.openedHeight <= height),
    );
  }
  async dataset(id: Uint8Array): Promise<Dataset | undefined> {
    return this.datasets.get(toHex(id));
  }
  async answer(id: bigint, answer: number, lastHeight: bigint, onSend: () => void): Promise<void> {
    if (this.away) throw new Error("away");
    onSend();
    this.mempool.push({ id, answer, lastHeight });
  }
}

const sentences = (n: number, seed: string) =>
  Array.from({ length: n }, (_, i) => ({ text: `${seed} row ${i} of many`, label: i % 2 ? "good" : "bad" }));

function dataset(seed: string, rows = 50, changes: Partial<DatasetTerms> = {}) {
  const packed = pack(sentences(rows, seed));
  const terms = DatasetTerms.fromPartial({ ...contentTerms(packed), ...changes });
  return { terms, features: packed.features.bytes, labels: packed.labels.bytes };
}

/** Blobs by hash, as a content service serves them. */
const blobs = new Map<string, Uint8Array>();
const hold = (...all: Uint8Array[]): void => {
  for (const bytes of all) blobs.set(toHex(sha256(bytes)), bytes);
};
let servers: Server[] = [];
let requests: string[] = [];

async function serve(handler: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    handler(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const contentService: RequestListener = (request, response) => {
  const bytes = blobs.get(/^\/blobs\/([0-9a-f]{64})$/.exec(request.url ?? "")?.[1] ?? "");
  if (bytes === undefined) response.writeHead(404).end();
  else response.end(bytes);
};

let ledger: TestLedger;
let lives: Answering[] = [];
beforeEach(() => {
  ledger = new TestLedger();
  blobs.clear();
  requests = [];
  lives = [];
});
afterEach(async () => {
  for (const life of lives) await life.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

const counted: number[] = [];
/** An attestor that has run for long, or one that begins now. */
async function live(
  contentServices: readonly string[],
  changes: Partial<AnsweringOptions["places"]> & { read?: ContentReader; begins?: boolean } = {},
): Promise<Answering> {
  counted.length = 0;
  const { read = contentReader(), begins = false, ...places } = changes;
  const answering = new Answering({
    ledger,
    validator: ME,
    places: { contentServices, allowPrivate: true, fetchTimeoutMs: 500, retryMs: 5, ...places },
    read,
    logger: pino({ level: "silent" }),
    onAnswer: (answer) => counted.push(answer),
  });
  lives.push(answering);
  if (!begins) {
    const { now } = ledger;
    ledger.now = 50n;
    await answering.round();
    ledger.now = now;
    ledger.reads = 0;
  }
  return answering;
}

/** Rounds with blocks between them. */
async function run(answering: Answering, blocks: number, roundsABlock = 2): Promise<void> {
  for (let i = 0; i < blocks; i++) {
    for (let k = 0; k < roundsABlock; k++) {
      await answering.round();
      await answering.idle();
      // Longer than the first wait for a place.
      await sleep(6);
    }
    ledger.block();
  }
}
const answers = () => ledger.answered.map(({ id, answer }) => [Number(id), answer]);

describe("an answer", () => {
  test("is YES for content that is there and true", async () => {
    const { terms, features, labels } = dataset("a");
    hold(features, labels);
    ledger.ask(terms);
    const answering = await live([await serve(contentService)]);
    await run(answering, 4);
    await answering.round();
    expect(answers()).toEqual([[1, ANSWER_YES]]);
    expect(ledger.refused).toEqual([]);
    expect(counted).toEqual([ANSWER_YES]);
    expect(answering.waiting).toBe(0);
  });

  test.each<[string, Partial<DatasetTerms> | ((t: DatasetTerms) => Partial<DatasetTerms>)]>([
    ["another features root", { featuresRoot: new Uint8Array(32) }],
    ["another labels root", { labelsRoot: new Uint8Array(32) }],
    ["another row count", { rowCount: 49n }],
    ["labels where features should be", (terms) => ({ featuresBlob: terms.labelsBlob })],
  ])("is NO for %s", async (_what, changes) => {
    const { terms, features, labels } = dataset("b");
    hold(features, labels);
    ledger.ask({ ...terms, ...(typeof changes === "function" ? changes(terms) : changes) });
    await run(await live([await serve(contentService)]), 4);
    expect(answers()).toEqual([[1, ANSWER_NO]]);
  });

  test("is NO for bytes that are no packed file", async () => {
    const { terms, labels } = dataset("c");
    const junk = new TextEncoder().encode("this is a CSV");
    hold(junk, labels);
    ledger.ask({ ...terms, featuresBlob: { sha256: sha256(junk), size: BigInt(junk.length) } });
    await run(await live([await serve(contentService)]), 4);
    expect(answers()).toEqual([[1, ANSWER_NO]]);
  });

  test("is YES for features alone while labels are sealed", async () => {
    const { terms, features } = dataset("d");
    hold(features);
    const { labelsBlob: _sealed, ...open } = terms;
    ledger.ask(DatasetTerms.fromPartial(open));
    await run(await live([await serve(contentService)]), 4);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });

  test("waits for content that is on its way", async () => {
    const { terms, features, labels } = dataset("e");
    ledger.ask(terms);
    const answering = await live([await serve(contentService)]);
    await run(answering, 5);
    expect(ledger.mempool).toEqual([]);
    hold(labels);
    await run(answering, 5);
    expect(answers()).toEqual([]);
    hold(features);
    await run(answering, 3);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });

  test("is UNAVAILABLE late in the last third, and not before", async () => {
    ledger.ask(dataset("f").terms);
    const answering = await live([await serve(contentService)]);
    await run(answering, 28, 1);
    expect(answers()).toEqual([[1, ANSWER_UNAVAILABLE]]);
    expect(ledger.answered[0]!.height).toBe(126n);
    expect(ledger.refused).toEqual([]);
  });

  test("is UNAVAILABLE for a question of a kind that it does not know", async () => {
    const { terms, features, labels } = dataset("g");
    hold(features, labels);
    ledger.ask(terms, 30n, 99);
    await run(await live([await serve(contentService)]), 28, 1);
    expect(answers()).toEqual([[1, ANSWER_UNAVAILABLE]]);
  });

  test("is never NO because the ledger's node does not know the dataset", async () => {
    ledger.ask(dataset("h").terms);
    ledger.datasets.clear();
    await run(await live([await serve(contentService)]), 28, 1);
    expect(answers()).toEqual([[1, ANSWER_UNAVAILABLE]]);
  });

  test("is never NO because reading failed", async () => {
    const { terms, features, labels } = dataset("i");
    hold(features, labels);
    ledger.ask(terms);
    let fail = true;
    const read: ContentReader = (job, signal) =>
      fail ? Promise.reject(new Error("out of memory")) : contentReader()(job, signal);
    const answering = await live([await serve(contentService)], { read });
    await run(answering, 5);
    expect(answers()).toEqual([]);
    expect(answering.fault).toBe("out of memory");
    fail = false;
    await run(answering, 3);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
    expect(answering.fault).toBeUndefined();
  });
});

describe("hostile places", () => {
  test("cannot make it say NO to true content, whatever they serve", async () => {
    const { terms, features, labels } = dataset("j");
    const other = dataset("other");
    hold(features, labels);
    const evil = [
      await serve((_request, response) => response.end(other.features)),
      await serve((_request, response) => response.end(Buffer.alloc(Number(terms.featuresBlob!.size)))),
      await serve((_request, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end()),
      await serve((request) => request.socket.destroy()),
    ];
    ledger.ask({ ...terms, contentUrls: evil });
    const answering = await live([evil[0]!, await serve(contentService)]);
    await run(answering, 3);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });

  test("are asked less and less, and those that send whole wrong blobs at most three times", async () => {
    const { terms } = dataset("k");
    const wrong = await serve((_request, response) =>
      response.end(Buffer.alloc(Number(terms.labelsBlob!.size))),
    );
    const gone = await serve((_request, response) => response.writeHead(404).end());
    ledger.ask({ ...terms, contentUrls: [`${wrong}/wrong`, `${gone}/gone`] }, 14_400n);
    const answering = await live([], { retryMs: 20 });
    for (let i = 0; i < 100; i++) {
      await answering.round();
      await sleep(10);
    }
    expect(requests.filter((url) => url === "/wrong")).toHaveLength(3);
    const polite = requests.filter((url) => url === "/gone").length;
    expect(polite).toBeGreaterThan(3);
    expect(polite).toBeLessThan(9);
  });

  test("an owner's URL is the file, or a content service's where it ends in a slash", async () => {
    const { terms, features, labels } = dataset("l");
    hold(features, labels);
    const base = await serve(contentService);
    const file = await serve((_request, response) => response.end(labels));
    ledger.ask({ ...terms, contentUrls: [`${file}/labels.bin`, `${base}/`] });
    await run(await live([]), 3);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });

  test("on a private address are not asked, but the operator's own service is", async () => {
    const { terms, features, labels } = dataset("m");
    hold(features, labels);
    const base = await serve(contentService);
    ledger.ask({ ...terms, contentUrls: [`${base}/`, "http://169.254.169.254/latest/meta-data"] });
    const stranger = await live([], { allowPrivate: false });
    await run(stranger, 3);
    expect(requests).toEqual([]);
    expect(answers()).toEqual([]);
    await run(await live([base], { allowPrivate: false }), 3);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });

  test("that drip hold up nobody else", async () => {
    const drip = await serve((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    });
    for (let i = 0; i < 7; i++)
      ledger.ask({ ...dataset(`drip ${i}`).terms, contentUrls: [`${drip}/x`] }, 20n);
    const { terms, features, labels } = dataset("n");
    hold(features, labels);
    const last = ledger.ask(terms, 30n);
    const answering = await live([await serve(contentService)], { fetchTimeoutMs: 5_000 });
    await answering.round();
    for (let i = 0; i < 100 && ledger.mempool.length === 0; i++) await sleep(20);
    ledger.block();
    expect(answers()).toEqual([[Number(last), ANSWER_YES]]);
  });
});

describe("many questions", () => {
  test("are worked on side by side, within bounds, each answered once", async () => {
    let now = 0;
    let most = 0;
    const service = await serve((request, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        contentService(request, response);
      }, 10);
    });
    for (let i = 0; i < 60; i++) {
      const { terms, features, labels } = dataset(`many ${i}`, 10);
      hold(features, labels);
      ledger.ask(terms, 100n);
    }
    await run(await live([service]), 30, 3);
    expect(new Set(answers().map(([id]) => id)).size).toBe(60);
    expect(answers().every(([, answer]) => answer === ANSWER_YES)).toBe(true);
    expect(ledger.refused).toEqual([]);
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(8);
  });

  test("of which some are decided: those are answered too, for that counts as having taken part", async () => {
    const { terms, features, labels } = dataset("o");
    hold(features, labels);
    const id = ledger.ask(terms);
    ledger.questions.find((q) => q.id === id)!.status = 2;
    await run(await live([await serve(contentService)]), 3);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });

  test("that are for other validators are left alone", async () => {
    const { terms, features, labels } = dataset("p");
    hold(features, labels);
    ledger.ask(terms);
    ledger.questions[0]!.voters = ledger.questions[0]!.voters.filter(({ validator }) => validator !== ME);
    const answering = await live([await serve(contentService)]);
    await run(answering, 3);
    expect(requests).toEqual([]);
    expect(answering.waiting).toBe(0);
  });

  test("are read from the ledger once a block, not once a round", async () => {
    ledger.ask(dataset("q").terms);
    await run(await live([await serve(contentService)]), 5, 4);
    expect(ledger.reads).toBe(5);
  });
});

describe("being killed and started again", () => {
  test("answers nothing twice, with an answer of a former life under way", async () => {
    const { terms, features, labels } = dataset("r");
    hold(features, labels);
    const service = await serve(contentService);
    ledger.ask(terms);
    const first = await live([service]);
    await first.round();
    await first.idle();
    expect(ledger.mempool).toHaveLength(1);
    // Killed here. The next life sees no answer, for no block was made.
    const second = await live([service], { begins: true });
    await second.round();
    await second.idle();
    await second.round();
    await second.idle();
    expect(ledger.mempool).toHaveLength(1);
    await run(second, 3);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
    expect(ledger.refused).toEqual([]);
  });

  test("goes on where the former life's answer got lost", async () => {
    const { terms, features, labels } = dataset("s");
    hold(features, labels);
    const service = await serve(contentService);
    ledger.ask(terms);
    const first = await live([service]);
    await first.round();
    await first.idle();
    ledger.mempool = [];
    await run(await live([service], { begins: true }), 13, 1);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });

  test("answers what was asked since without delay", async () => {
    const service = await serve(contentService);
    const answering = await live([service], { begins: true });
    await run(answering, 2);
    const { terms, features, labels } = dataset("t");
    hold(features, labels);
    ledger.ask(terms);
    await run(answering, 1);
    expect(ledger.answered.map(({ height }) => height)).toEqual([103n]);
  });

  test("does not wait for a former life where the deadline is near", async () => {
    const { terms, features, labels } = dataset("u");
    hold(features, labels);
    const service = await serve(contentService);
    ledger.ask(terms, 12n);
    for (let i = 0; i < 8; i++) ledger.block();
    await run(await live([service], { begins: true }), 3);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });
});

describe("a ledger", () => {
  test("that takes no answer for a while gets it again, once", async () => {
    const { terms, features, labels } = dataset("v");
    hold(features, labels);
    ledger.ask(terms);
    ledger.stuck = true;
    const answering = await live([await serve(contentService)]);
    await run(answering, 8);
    expect(answers()).toEqual([]);
    ledger.stuck = false;
    await run(answering, 6);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
    expect(ledger.refused).toEqual([]);
    // Content is fetched once, whatever happens to the answer.
    expect(requests).toHaveLength(2);
  });

  test("that is away is asked again", async () => {
    const { terms, features, labels } = dataset("w");
    hold(features, labels);
    ledger.ask(terms);
    const answering = await live([await serve(contentService)]);
    ledger.away = true;
    await expect(answering.round()).rejects.toThrow("away");
    ledger.away = false;
    await run(answering, 3);
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });

  test("whose answers cannot be sent is told of in the health", async () => {
    const { terms, features, labels } = dataset("x");
    hold(features, labels);
    ledger.ask(terms);
    const answering = await live([await serve(contentService)]);
    const send = ledger.answer;
    ledger.answer = async () => {
      throw new Error("There are not enough coins");
    };
    await run(answering, 2);
    expect(answering.fault).toBe("There are not enough coins");
    ledger.answer = send;
    await run(answering, 3);
    expect(answering.fault).toBeUndefined();
    expect(answers()).toEqual([[1, ANSWER_YES]]);
  });
});
