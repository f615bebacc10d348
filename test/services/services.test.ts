/** The services as processes beside a real node: a dataset becomes ACTIVE, and nothing is lost or doubled by kill -9. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { contentTerms, type PackedDataset, pack } from "@assay/client/dataset/pack";
import { MemoryPendingStore } from "@assay/client/pending";
import { publishDataset } from "@assay/client/publish";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import { defaultConfig } from "@assay/devnet/config";
import { keyFile } from "@assay/devnet/home";
import { addressToBech32, moduleAddress } from "@assay/primitives/address";
import { toHex } from "@assay/primitives/bytes";
import { Answer, type Question, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { Access, ClaimKind, type Dataset, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { FaucetClient } from "@cosmjs/faucet-client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../../tools/bundle.mjs";
import { startTestNode, type TestNode } from "../harness/test-node.ts";
import type { ChildConfig } from "./child.ts";

let node: TestNode;
let program: string;
let bundles: string;
let client: SigningAssayClient;
let owner: string;
let content: Service;
let attestors: Service[] = [];
const children = new Set<ChildProcess>();

/** A service that may be killed and started again under the same port. */
class Service {
  readonly #what: string;
  #config: ChildConfig;
  #child: ChildProcess | undefined;
  stderr = "";

  constructor(what: string, config: ChildConfig) {
    this.#what = what;
    this.#config = config;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#config.port}`;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [program, this.#what, JSON.stringify(this.#config)], {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      env: { ...process.env, ASSAY_BUNDLES: bundles, NODE_OPTIONS: "" },
    });
    children.add(child);
    this.#child = child;
    child.stderr!.on("data", (chunk) => {
      this.stderr += chunk;
    });
    const port = await new Promise<number>((resolve, reject) => {
      child.once("message", (message) => resolve((message as { port: number }).port));
      child.once("exit", (code) => reject(new Error(`${this.#what} ended with ${code}\n${this.stderr}`)));
    });
    this.#config = { ...this.#config, port };
  }

  async end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    const child = this.#child!;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    const code = await ended;
    children.delete(child);
    return code;
  }
}

const attestorOf = (i: number): Service => {
  const { name, address } = node.keys.validators[i]!;
  return new Service("attestor", {
    nodeUrl: node.rpcUrl,
    port: 0,
    keyFile: keyFile(node.home, name),
    validator: address,
    contentUrl: content.url,
  });
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  bundles = await bundle("services-test", {
    child: "test/services/child.ts",
    "judge-worker": "services/attestor/judge-worker.ts",
  });
  program = join(bundles, "child.mjs");
  const { params } = defaultConfig();
  node = await startTestNode(
    { blockTimeMs: 200, params: { ...params, data: { ...params.data, attest_blocks: "100" } } },
    // One that is started again must be found where it was.
    { rpc_port: await freePort() },
  );
  client = SigningAssayClient.createWithSigner(node.rpcUrl, await importWallet(node.mnemonic("alice")), {
    pollMs: 50,
  });
  owner = node.address("alice");
  content = new Service("content", { nodeUrl: node.rpcUrl, port: 0, folder: join(node.home, "content") });
  await content.start();
  attestors = [0, 1, 2, 3].map(attestorOf);
  await Promise.all(attestors.map((attestor) => attestor.start()));
  forsaken = await publish(newSet(), ["http://127.0.0.1:1/", "http://169.254.169.254/"]);
});
afterEach(({ task }) => {
  if (task.result?.state === "fail") process.stderr.write(attestors.map(({ stderr }) => stderr).join("\n"));
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await node.close();
});

/** Published first, looked at last: the time to answer must pass. */
let forsaken: Uint8Array;

let made = 0;
function newSet(rows = 100): PackedDataset {
  const seed = ++made;
  return pack(
    Array.from({ length: rows }, (_, i) => ({
      text: `${createHash("sha256").update(`${seed} ${i}`).digest("hex")} of set ${seed}`,
      label: (i ^ (seed << (i % 7))) % 3 === 0 ? "good" : "bad",
    })),
  );
}

async function publish(set: PackedDataset, contentUrls: string[] = []): Promise<Uint8Array> {
  const stake = { denom: "uassay", amount: "100000000" };
  const { datasetId } = await publishDataset(
    client,
    {
      owner,
      terms: {
        ...contentTerms(set),
        name: `set-${toHex(set.features.sha256).slice(0, 12)}`,
        version: 1,
        task: "text-classification",
        licence: "CC0-1.0",
        access: Access.ACCESS_PUBLIC,
        contentUrls,
        windowBlocks: 60n,
      },
      claims: [{ kind: ClaimKind.CLAIM_KIND_AVAILABLE, stake }],
    },
    { store: new MemoryPendingStore() },
  );
  return datasetId;
}
const put = (blob: { bytes: Uint8Array; sha256: Uint8Array }) =>
  fetch(`${content.url}/blobs/${toHex(blob.sha256)}`, {
    method: "PUT",
    body: blob.bytes as Uint8Array<ArrayBuffer>,
  });
async function upload(set: PackedDataset): Promise<void> {
  for (const blob of [set.features, set.labels]) expect((await put(blob)).status).toBe(201);
}

async function until<T>(what: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 600; i++) {
    const found = await what();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error("it did not happen in time");
}
const become = (id: Uint8Array, status: DatasetStatus): Promise<Dataset> =>
  until(async () => {
    const dataset = await client.query.data.dataset(id);
    return dataset.status === status ? dataset : undefined;
  });
const answersTo = (question: Question) => question.voters.map(({ answer }) => answer);
const answerOf = (validator: string, question: Question) =>
  question.voters.find((voter) => voter.validator === validator)?.answer;
const allAnswered = (id: bigint): Promise<Question> =>
  until(async () => {
    const question = await client.query.attest.question(id);
    return answersTo(question).every((answer) => answer !== Answer.ANSWER_UNSPECIFIED) ? question : undefined;
  });

describe("a dataset", () => {
  test("becomes ACTIVE once its content is uploaded, by four attestors' answers", async () => {
    const set = newSet();
    const id = await publish(set);
    await sleep(500);
    expect((await client.query.data.dataset(id)).status).toBe(DatasetStatus.DATASET_STATUS_PENDING);
    await upload(set);
    const { questionId } = await become(id, DatasetStatus.DATASET_STATUS_ACTIVE);
    const question = await allAnswered(questionId);
    expect(question.status).toBe(QuestionStatus.QUESTION_STATUS_PASSED);
    expect(answersTo(question)).toEqual(Array(4).fill(Answer.ANSWER_YES));
    const got = await fetch(`${content.url}/blobs/${toHex(set.features.sha256)}`);
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(set.features.bytes);
  });

  test("whose terms are false is REJECTED, by what is there", async () => {
    const set = newSet();
    const false_ = { ...set, features: { ...set.features, root: new Uint8Array(32).fill(1) } };
    const id = await publish({
      ...false_,
      featureTree: set.featureTree,
    });
    await upload(set);
    const { questionId } = await become(id, DatasetStatus.DATASET_STATUS_REJECTED);
    expect(answersTo(await allAnswered(questionId))).toEqual(Array(4).fill(Answer.ANSWER_NO));
  });
});

describe("kill -9", { timeout: 60_000 }, () => {
  test("of an attestor: three carry on, and it takes part when it is back", async () => {
    await attestors[3]!.end("SIGKILL");
    const set = newSet();
    const id = await publish(set);
    await upload(set);
    const { questionId } = await become(id, DatasetStatus.DATASET_STATUS_ACTIVE);
    const { address } = node.keys.validators[3]!;
    const question = await client.query.attest.question(questionId);
    expect(answerOf(address, question)).toBe(Answer.ANSWER_UNSPECIFIED);
    await attestors[3]!.start();
    expect(answersTo(await allAnswered(questionId))).toEqual(Array(4).fill(Answer.ANSWER_YES));
  });

  test("of an attestor again and again: every question gets its answer", async () => {
    const { address } = node.keys.validators[0]!;
    const sets = Array.from({ length: 3 }, () => newSet());
    const killing = (async () => {
      for (let i = 0; i < 4; i++) {
        await sleep(Math.random() * 1_500);
        await attestors[0]!.end("SIGKILL");
        await attestors[0]!.start();
      }
    })();
    const questions: bigint[] = [];
    for (const set of sets) {
      const id = await publish(set);
      await upload(set);
      questions.push((await client.query.data.dataset(id)).questionId);
    }
    await killing;
    for (const id of questions) expect(answerOf(address, await allAnswered(id))).toBe(Answer.ANSWER_YES);
  });

  test("of the content service in the middle of an upload: nothing is there, and it can be brought again", async () => {
    const set = newSet(20_000);
    await publish(set);
    const folder = join(node.home, "content");
    const name = toHex(set.features.sha256);
    const parts = () => readdirSync(folder).filter((file) => file.startsWith(name));
    const { port } = new URL(content.url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => {});
    const { bytes } = set.features;
    socket.write(`PUT /blobs/${name} HTTP/1.1\r\nhost: x\r\ncontent-length: ${bytes.length}\r\n\r\n`);
    socket.write(bytes.subarray(0, bytes.length - 1));
    await until(async () => (parts().length === 1 ? true : undefined));
    await content.end("SIGKILL");
    expect(parts()).toEqual([expect.stringMatching(/\.part$/)]);
    await content.start();
    expect(parts()).toEqual([]);
    expect((await fetch(`${content.url}/blobs/${name}`)).status).toBe(404);
    await upload(set);
    expect(parts()).toEqual([name]);
  });

  test("of the node: the services wait for it and go on", async () => {
    const set = newSet();
    const id = await publish(set);
    await upload(set);
    await node.restart();
    expect(node.node.rpcPort).toBeGreaterThan(0);
    await become(id, DatasetStatus.DATASET_STATUS_ACTIVE);
  });
});

test("a dataset whose content never came was REJECTED, and the attestors took part", async () => {
  const { questionId } = await become(forsaken, DatasetStatus.DATASET_STATUS_REJECTED);
  const question = await client.query.attest.question(questionId);
  expect(question.status).toBe(QuestionStatus.QUESTION_STATUS_LAPSED);
  expect(answersTo(question)).toEqual(Array(4).fill(Answer.ANSWER_UNAVAILABLE));
});

test("no attestor sent a transaction more than it was asked questions, through all this", async () => {
  const { questions } = await client.query.attest.questions();
  expect(questions.length).toBeGreaterThan(7);
  // What a node that was stopped had in its memory is sent again after its time.
  for (const { id } of questions) await allAnswered(id);
  await client.waitForHeight((await client.getHeight()) + 2);
  for (const { address } of node.keys.validators) {
    expect((await client.getSequence(address)).sequence).toBe(questions.length);
  }
});

describe("the faucet", () => {
  let faucet: Service;
  const credit = (address: string) =>
    fetch(`${faucet.url}/credit`, { method: "POST", body: JSON.stringify({ address, denom: "uassay" }) });
  const fresh = (n: number): string => addressToBech32(new Uint8Array(20).fill(n), "assay");

  beforeAll(async () => {
    faucet = new Service("faucet", {
      nodeUrl: node.rpcUrl,
      port: 0,
      keyFile: keyFile(node.home, "faucet"),
    });
    await faucet.start();
  });

  test("pays twenty at once, one after the other, each once", async () => {
    const before = await client.getSequence(node.address("faucet"));
    const all = Array.from({ length: 20 }, (_, i) => fresh(100 + i));
    const answers = await Promise.all(all.map(credit));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    for (const address of all) {
      expect((await client.getBalance(address)).amount).toBe("1000000");
    }
    expect((await client.getSequence(node.address("faucet"))).sequence - before.sequence).toBe(20);
  });

  test("pays CosmJS's own client", async () => {
    await new FaucetClient(faucet.url).credit(fresh(99), "uassay");
    expect((await client.getBalance(fresh(99))).amount).toBe("1000000");
  });

  test("pays no module's account, and says why", async () => {
    const response = await credit(addressToBech32(moduleAddress("data"), "assay"));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { code: "bad_recipient" } });
  });

  test("goes on after kill -9", async () => {
    await faucet.end("SIGKILL");
    await faucet.start();
    expect((await credit(fresh(7))).status).toBe(200);
    expect((await client.getBalance(fresh(7))).amount).toBe("1000000");
  });

  test("that has no coins says so", async () => {
    const words = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    const file = join(node.home, "empty.mnemonic");
    mkdirSync(node.home, { recursive: true });
    writeFileSync(file, words, { mode: 0o600 });
    const empty = new Service("faucet", { nodeUrl: node.rpcUrl, port: 0, keyFile: file });
    await empty.start();
    const response = await fetch(`${empty.url}/credit`, {
      method: "POST",
      body: JSON.stringify({ address: fresh(8), denom: "uassay" }),
    });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: "faucet_empty" } });
    expect(empty.stderr).not.toMatch(/legal|winner|sausage/);
    await empty.end("SIGKILL");
  });

  test("and the others end with code 0 when they are told to", async () => {
    for (const service of [faucet, content, ...attestors]) expect(await service.end("SIGTERM")).toBe(0);
  });
});

test("no service ever met an error that it did not expect", () => {
  for (const { stderr } of [content, ...attestors]) {
    expect(stderr).not.toMatch(/unhandled|"level":(50|60)/i);
    expect(
      stderr
        .split("\n")
        .filter((line) => line !== "")
        .every((line) => line.startsWith("{")),
    ).toBe(true);
  }
});
