/** The supervisor with programs that do on purpose what real ones do by accident. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Program } from "./child.ts";
import { type PairDeath, PairError, type Role, Supervisor } from "./supervisor.ts";

let folder: string;
let journal: string;
let running: Supervisor | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-pair-"));
  journal = join(folder, "journal");
  appendFileSync(journal, "");
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A program of Node that writes into the journal when it starts and when it is told to end. */
function program(name: string, body: string, talks: boolean): Program {
  const script = `
    const { appendFileSync } = require("node:fs");
    const note = (what) => appendFileSync(${JSON.stringify(journal)}, what + "\\n");
    note("${name} starts");
    process.on("SIGTERM", () => { note("${name} ends"); process.exit(0); });
    const idle = setInterval(() => {}, 1000);
    ${body}`;
  return { command: process.execPath, args: ["-e", script], env: process.env, talks };
}

const GOOD = "process.send({ height: 7 }); process.send({ block: 8 });";
const READY = "process.send({ height: 7 });";
const lines = (): string[] => readFileSync(journal, "utf8").trim().split("\n");

function supervise(application: string, node: string) {
  const deaths: PairDeath[] = [];
  const pids = new Map<Role, number>();
  let starts = 0;
  running = new Supervisor({
    application: program("application", application, true),
    node: program("node", node, false),
    sink: () => {},
    waitsMs: [1, 20, 30, 40, 50],
    onDeath: (death) => deaths.push(death),
    onStart: (role, pid) => {
      pids.set(role, pid);
      starts++;
    },
  });
  return { supervisor: running, deaths, pids, starts: () => starts };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("starts the application, then the node; ends the node, then the application", async () => {
  const { supervisor } = supervise(GOOD, "");
  expect(await supervisor.start()).toEqual({ height: 7 });
  await until(() => lines().length === 2);
  expect(Object.keys(supervisor.pids()).sort()).toEqual(["application", "node"]);
  await supervisor.stop();
  expect(lines()).toEqual(["application starts", "node starts", "node ends", "application ends"]);
});

test.each(["application", "node"] as const)("starts both again when the %s is killed", async (victim) => {
  const { supervisor, deaths, pids, starts } = supervise(GOOD, "");
  await supervisor.start();
  await until(() => lines().length === 2);
  const first = new Map(pids);
  process.kill(pids.get(victim)!, "SIGKILL");
  await until(() => starts() === 4 && lines().filter((line) => line.endsWith("starts")).length === 4);
  expect(deaths).toMatchObject([{ role: victim, pid: first.get(victim), how: "signal SIGKILL" }]);
  for (const [role, pid] of Object.entries(supervisor.pids())) expect(pid).not.toBe(first.get(role as Role));
});

test("an application that does not start is an error with its own words, at once", async () => {
  const { supervisor, starts } = supervise('console.error("genesis.json is missing"); process.exit(1);', "");
  const failed = supervisor.start();
  await expect(failed).rejects.toThrow(PairError);
  await expect(failed).rejects.toThrow("the application ended with code 1\ngenesis.json is missing");
  expect(starts()).toBe(1);
});

test("a node that cannot run is an error with its own words and what to do, at once", async () => {
  const node =
    'console.error("panic: listen tcp 127.0.0.1:1: bind: address already in use"); process.exit(2);';
  const { supervisor } = supervise(READY, node);
  await supervisor.start();
  await expect(supervisor.gaveUp).rejects.toMatchObject({
    message: expect.stringContaining("the CometBFT node ended with code 2\npanic: listen tcp"),
    remedy: expect.stringContaining("Another process has the port"),
  });
});

test("gives up after some tries in a row without a block", async () => {
  // As a node that lost its application: with code 0, which says nothing.
  const { supervisor, deaths } = supervise(READY, "process.exit(0);");
  await supervisor.start();
  await expect(supervisor.gaveUp).rejects.toThrow(
    "the CometBFT node ended with code 0, 5 times in a row without a block",
  );
  expect(deaths.map(({ restartInMs }) => restartInMs)).toEqual([20, 30, 40, 50]);
}, 30_000);

test("what made a block was sound: the next wait is short again", async () => {
  const { supervisor, deaths } = supervise(GOOD, "setTimeout(() => process.exit(0), 300);");
  await supervisor.start();
  await until(() => deaths.length === 3);
  expect(deaths.map(({ restartInMs }) => restartInMs)).toEqual([1, 1, 1]);
}, 30_000);

test("is stopped while it waits for the next try", async () => {
  const { supervisor, deaths, starts } = supervise(READY, "process.exit(0);");
  await supervisor.start();
  await until(() => deaths.length === 2);
  const before = starts();
  await supervisor.stop();
  expect(starts()).toBe(before);
});
