/** The real `cometbft light` as a child process: verifies headers of a node, and serves what it verified. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface LightOptions {
  readonly binary: string;
  readonly chainId: string;
  readonly primary: string;
  readonly witness: string;
  /** Where its trust begins: given by the user, as a checkpoint is. */
  readonly height: number;
  /** Of the block at that height, hex. */
  readonly hash: string;
}

export interface LightProcess {
  /** Calls its RPC. @throws Error with the words of its refusal. */
  call(method: string, params?: object): Promise<Record<string, unknown>>;
  output(): string;
  close(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Resolves when it answers. @throws Error with its last words where it ends first. */
export async function startLight(options: LightOptions): Promise<LightProcess> {
  const home = mkdtempSync(join(tmpdir(), "assay-light-"));
  const port = await freePort();
  const child = spawn(
    options.binary,
    [
      "light",
      options.chainId,
      ...["--home", home, "--home-dir", home, "--laddr", `tcp://127.0.0.1:${port}`],
      ...["--primary", options.primary, "--witnesses", options.witness],
      ...["--height", String(options.height), "--hash", options.hash],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const output = (): string => Buffer.concat(chunks).toString("utf8");
  let over = false;
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      over = true;
      resolve();
    }),
  );
  const close = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const call = async (method: string, params: object = {}): Promise<Record<string, unknown>> => {
    const answer = await fetch(`http://127.0.0.1:${port}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    });
    const { result, error } = (await answer.json()) as {
      result?: Record<string, unknown>;
      error?: { message: string; data?: string };
    };
    if (result === undefined) throw new Error(`${error?.message}: ${error?.data ?? ""}`);
    return result;
  };
  for (let attempt = 0; ; attempt++) {
    try {
      await call("health");
      return { call, output, close };
    } catch (error) {
      if (over || attempt > 200) {
        await close();
        throw new Error(`cometbft light did not start: ${output() || (error as Error).message}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
