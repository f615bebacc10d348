/**
 * The index's thread: it holds the index's folder, so that neither filling nor searching it keeps blocks and clients
 * waiting.
 *
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { IndexCore } from "./index-core.ts";
import { openIndexFolder } from "./open-folder.ts";
import { QueryError } from "./query.ts";
import type { FromWorker, IndexWorkerData, Question, ToWorker } from "./worker-messages.ts";

const port = parentPort!;
const { folder, maxRecords } = workerData as IndexWorkerData;
const core = await IndexCore.open(await openIndexFolder(folder), maxRecords);

function answer(core: IndexCore, question: Question): Promise<unknown> {
  switch (question.ask) {
    case "add":
      return core.add(question.block);
    case "reset":
      return core.reset();
    case "txByHash":
      return core.txByHash(question.hash);
    case "search":
      return core.search(question.query, question.page);
    case "searchBlocks":
      return core.searchBlocks(question.query, question.page);
    case "close":
      return core.close();
  }
}

async function reply(message: ToWorker): Promise<void> {
  const say = (content: { value: unknown } | { failure: { message: string; isQuery: boolean } }): void => {
    const state = { height: core.height, blockHash: core.blockHash };
    port.postMessage({ number: message.number, state, ...content } satisfies FromWorker);
  };
  try {
    say({ value: await answer(core, message) });
  } catch (error) {
    say({ failure: { message: (error as Error).message, isQuery: error instanceof QueryError } });
  }
  if (message.ask === "close") port.close();
}

port.on("message", (message: ToWorker) => void reply(message));
port.postMessage({
  number: 0,
  state: { height: core.height, blockHash: core.blockHash },
  value: undefined,
} satisfies FromWorker);
