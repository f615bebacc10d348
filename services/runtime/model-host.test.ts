import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  broadcastBomb,
  constantOfShapeBomb,
  endlessLoop,
  slowModel,
  smallModel,
} from "../../test/harness/onnx-files.ts";
import { bundle, entries } from "../../tools/bundle.mjs";
import { prepareBy } from "./input/prepare.ts";
import { type HostOptions, ModelHost } from "./model-host.ts";
import type { RunError } from "./run-error.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-models-"));
const hosts: ModelHost[] = [];
let bundles = process.env.ASSAY_BUNDLES;

beforeAll(async () => {
  bundles ??= await bundle("model-host-test", { "model-worker": entries["model-worker"]! });
});
afterEach(() => {
  for (const host of hosts.splice(0)) host.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(bytes: Uint8Array, options: Partial<HostOptions> = {}): Promise<ModelHost> {
  const path = join(folder, `${hosts.length}-${bytes.length}.onnx`);
  writeFileSync(path, bytes);
  const host = await ModelHost.open({ path, bundles: bundles!, ...options });
  hosts.push(host);
  return host;
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "none",
    (error: { code?: string }) => error.code ?? String(error),
  );

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Words by the id that they get from four buckets and more. */
const IN_TABLE = "a";
const MEMORY = 512 * 1024 * 1024;

describe("a model in its own process", () => {
  test("says the same alone and in company", async () => {
    const host = await open(smallModel());
    const alone = await host.run(IN_TABLE);
    expect(alone.values).toHaveLength(2);
    const together = await Promise.all(
      Array.from({ length: 100 }, (_, i) => host.run(i % 2 === 0 ? IN_TABLE : "b c d")),
    );
    for (const [i, { values }] of together.entries()) if (i % 2 === 0) expect(values).toEqual(alone.values);
    // While the first ran the others waited, and then went together.
    expect(host.counts.texts).toBe(101);
    expect(host.counts.runs).toBeLessThan(10);
  });

  test("a text that the model refuses fails by itself", async () => {
    // Ids past the table's end are an error of the runtime, and some words have them.
    const host = await open(smallModel(1_000));
    const words = Array.from({ length: 20 }, (_, i) => `word${i}`);
    const codes = await Promise.all(words.map((word) => codeOf(host.run(word))));
    const prepare = prepareBy(host.model.spec.input);
    expect(codes).toEqual(words.map((word) => (prepare(word).rows[0]!.ids[0]! < 4 ? "none" : "failed")));
    expect(codes).toContain("failed");
    const fits = await open(smallModel());
    expect(await codeOf(fits.run("word1"))).toBe("none");
    expect(host.counts.restarts).toBe(0);
  });

  test("a killed process is replaced, and what it was about is asked again", async () => {
    const host = await open(smallModel());
    const expected = await host.run(IN_TABLE);
    const first = host.pid!;
    const answers = Array.from({ length: 8 }, () => host.run(IN_TABLE));
    process.kill(first, "SIGKILL");
    const outcomes = await Promise.allSettled(answers);
    // The one that ran alone at the kill is lost; the batch behind it is not.
    const lost = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(lost.length).toBeLessThanOrEqual(1);
    for (const { reason } of lost) expect((reason as RunError).code).toBe("crashed");
    expect((await host.run(IN_TABLE)).values).toEqual(expected.values);
    expect(host.pid).not.toBe(first);
    expect(host.counts.restarts).toBe(1);
  });

  test("past its deadline it is killed, and the next text gets a new process", async () => {
    const host = await open(slowModel(), { runTimeoutMs: 500 });
    const first = host.pid!;
    const before = performance.now();
    expect(await codeOf(host.run(IN_TABLE))).toBe("deadline");
    expect(performance.now() - before).toBeLessThan(8_000);
    await expect.poll(() => alive(first)).toBe(false);
    expect(await codeOf(host.run(IN_TABLE))).toBe("deadline");
    expect(host.counts.restarts).toBe(1);
  });

  test("who comes when too many wait is told so, and who asks for too much", async () => {
    const host = await open(slowModel(), {
      maxWaiting: 2,
      maxBatch: 1,
      runTimeoutMs: 5_000,
      maxTextLength: 10,
    });
    const waiting = Array.from({ length: 3 }, () => codeOf(host.run(IN_TABLE)));
    expect(await codeOf(host.run(IN_TABLE))).toBe("busy");
    expect(await codeOf(host.run("a".repeat(11)))).toBe("too_long");
    host.close();
    expect(await Promise.all(waiting)).toEqual(["closed", "closed", "closed"]);
    expect(await codeOf(host.run(IN_TABLE))).toBe("closed");
  });
});

test("a process whose keeper is killed ends, though it is inside of the model", async () => {
  const path = join(folder, "endless.onnx");
  writeFileSync(path, slowModel(4_000));
  const made = await bundle("model-host-test", {
    "model-worker": entries["model-worker"]!,
    keeper: "test/harness/host-and-die.ts",
  });
  const keeper = spawn(process.execPath, [join(made, "keeper.mjs"), path, made], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = await new Promise<number>((resolve) =>
    keeper.stdout.once("data", (text) => resolve(Number(text))),
  );
  expect(alive(pid)).toBe(true);
  keeper.kill("SIGKILL");
  await expect.poll(() => alive(pid), { timeout: 10_000 }).toBe(false);
});

describe("hostile files", () => {
  test("what the reader refuses is refused", async () => {
    expect(await codeOf(open(constantOfShapeBomb()))).toBe("operator");
    expect(await codeOf(open(endlessLoop()))).toBe("operator");
    expect(await codeOf(open(new Uint8Array()))).toBe("malformed");
    expect(await codeOf(open(smallModel(), { sha256: "00".repeat(32) }))).toBe("malformed");
  });

  test.skipIf(process.platform !== "linux")("gibibytes while loading meet the cap", async () => {
    // The runtime may give up on the constant and put it off until the run.
    const loadedAndRun = open(broadcastBomb("load"), { memoryBytes: MEMORY }).then((host) =>
      host.run(IN_TABLE),
    );
    expect(["failed", "crashed"]).toContain(await codeOf(loadedAndRun));
  });

  test.skipIf(process.platform !== "linux")(
    "gibibytes in a run meet the cap, and others are served",
    async () => {
      const [bomb, other] = [
        await open(broadcastBomb("run"), { memoryBytes: MEMORY }),
        await open(smallModel()),
      ];
      const outcome = codeOf(bomb.run(IN_TABLE));
      const before = performance.now();
      expect(await codeOf(other.run(IN_TABLE))).toBe("none");
      expect(performance.now() - before).toBeLessThan(5_000);
      expect(["failed", "crashed"]).toContain(await outcome);
    },
  );

  test("a load that takes too long is killed", async () => {
    expect(await codeOf(open(smallModel(), { loadTimeoutMs: 1 }))).toBe("deadline");
  });
});
