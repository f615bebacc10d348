/** The command as a process: piped, killed, timed. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestNode, type TestNode } from "../test/harness/test-node.ts";
import { bundle, root } from "../tools/bundle.mjs";

let program: string;
let node: TestNode;
let folder: string;
let environment: NodeJS.ProcessEnv;
beforeAll(async () => {
  // The bundle that `npm run assay` makes, made once.
  program = join(await bundle("cli-process-test", { assay: "cli/main.ts" }), "assay.mjs");
  folder = mkdtempSync(join(tmpdir(), "assay-process-"));
  node = await startTestNode({ blockTimeMs: 300 });
  environment = {
    ...process.env,
    ASSAY_HOME: node.home,
    ASSAY_NODE: node.rpcUrl,
    // Nobody listens: what is published here is not uploaded.
    ASSAY_CONTENT: "http://127.0.0.1:1",
  };
});
afterAll(async () => {
  await node.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Not the synchronous way: the node runs in this process, and must go on. */
function assay(args: readonly string[], input = ""): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args], { cwd: root, env: environment });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, stdout, stderr })));
}

/** Starts it, and resolves when stderr has the words. */
function until(args: readonly string[], words: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, ...args], { cwd: root, env: environment });
  let heard = "";
  return new Promise((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.includes(words)) resolve(child);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${heard}`)));
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

const pending = (): string[] => {
  const path = join(node.home, "pending");
  return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(".json")) : [];
};

describe("a process", () => {
  it("takes words from a pipe, never from a flag", async () => {
    writeFileSync(join(node.home, "devnet.json"), "{}");
    const imported = await assay(["keys", "import", "piped", "--plain", "--json"], node.mnemonic("bob"));
    expect(JSON.parse(imported.stdout)).toEqual({
      name: "piped",
      address: node.address("bob"),
      storage: "plain",
      pub_key: expect.stringMatching(/^A[w-z0-9+/A-Za-z]{43}$/),
    });
    const broken = await assay(["keys", "import", "broken", "--plain"], "twelve words that are no mnemonic");
    expect(broken).toMatchObject({ status: 1, stdout: "" });
    expect(broken.stderr).not.toContain("twelve");
    expect(await assay(["keys", "import", "silent", "--plain"])).toMatchObject({ status: 2 });
  });

  it("ends quietly when its reader has gone", () => {
    const piped = spawnSync("sh", ["-c", `"${process.execPath}" "${program}" --help | head -1`], {
      encoding: "utf8",
    });
    expect(piped).toMatchObject({ status: 0, stderr: "", stdout: "Usage: assay [options] [command]\n" });
  });

  it("explains itself without loading what it does not need", () => {
    // Of all that it can do, only commander and the command tree are on the way.
    const code = `
      import { register } from "node:module";
      process.argv[1] = ${JSON.stringify(program)}; process.argv[2] = "--help";
      await import(process.argv[1]);
      await new Promise((done) => setTimeout(done, 50));
      const { createRequire } = await import("node:module");
      const loaded = Object.keys(createRequire(process.argv[1]).cache).filter((path) => path.includes("node_modules"));
      const packages = new Set(loaded.map((path) => /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(path)[1]));
      process.stderr.write([...packages].join(" "));
    `;
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
    expect(run).toMatchObject({ status: 0, stderr: "commander" });
  });

  it.each(["Sealing killed-1", "Sealed in block"])(
    "killed at %j, goes on with what was sealed",
    async (words) => {
      const name = words.startsWith("Sealing") ? "killed-1" : "killed-2";
      const rows = Array.from({ length: 20 }, (_, i) => `${name} ${i} ${(i * 7919).toString(36)},${i % 2}`);
      writeFileSync(join(folder, `${name}.csv`), `text,label\n${rows.join("\n")}\n`);
      const packed = join(folder, name);
      expect(
        await assay([
          "dataset",
          "pack",
          join(folder, `${name}.csv`),
          "--out",
          packed,
          "--licence",
          "CC0-1.0",
        ]),
      ).toMatchObject({
        status: 0,
      });
      const publish = ["dataset", "publish", packed, "--from", "alice", "--yes", "--json"];
      await kill(await until(publish, words));
      expect(pending()).toHaveLength(1);

      const resumed = await assay(["dataset", "resume", "--json"]);
      expect(JSON.parse(resumed.stdout)).toMatchObject([
        { kind: "publish", title: `${name} v1`, outcome: "shown" },
      ]);
      expect(resumed.status).toBe(0);
      expect(pending()).toHaveLength(0);
      const datasets = JSON.parse(
        (await assay(["query", "data", "datasets", "--owner", "alice", "--json"])).stdout,
      );
      expect(datasets.datasets[0].terms.name).toBe(name);

      // Its files are still to be uploaded: the same command does that and no more.
      const again = await assay(publish);
      expect(again.status).toBe(1);
      expect(again.stderr).toContain("it is on the ledger, but its files are not uploaded");
    },
  );
});
