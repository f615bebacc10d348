/** The `assay devnet` command as a process, on ports that are free, as a tool runs it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPorts, nodePorts, portsAt } from "@assay/devnet/ports";
import { bundles } from "../harness/bundles.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface JsonLine {
  readonly chain_id: string;
  readonly rpc: string;
  readonly explorer: string;
  readonly faucet: string;
  readonly content: string;
  readonly engine: string;
  /** Real nodes; absent with the embedded engine. */
  readonly nodes?: readonly { readonly name: string; readonly rpc: string }[];
  readonly home: string;
  readonly height: number;
  readonly accounts: readonly {
    readonly name: string;
    readonly address: string;
    readonly mnemonic: string;
  }[];
}

/** A port offset at which nothing listens. */
export async function freeOffset(): Promise<number> {
  for (;;) {
    const offset = 3_000 + Math.floor(Math.random() * 340) * 100;
    const { rpc, web, metrics, grpc, content, faucet, attestor } = portsAt(offset);
    const four = [0, 1, 2, 3].flatMap((i) => [attestor + i, ...Object.values(nodePorts(offset, i))]);
    try {
      await checkPorts("127.0.0.1", [web, metrics, grpc, content, faucet, ...new Set([rpc, ...four])]);
      return offset;
    } catch {
      // Another one.
    }
  }
}

export class DevnetFolder {
  readonly folder = mkdtempSync(join(tmpdir(), "assay-devnet-"));
  readonly home = join(this.folder, "home");
  readonly #root = join(this.folder, "root");
  readonly #running: DevnetProcess[] = [];

  constructor() {
    // As an installed program has it: packages, and no sources of a page to build.
    mkdirSync(this.#root);
    symlinkSync(join(ROOT, "node_modules"), join(this.#root, "node_modules"));
  }

  /** Runs `assay devnet --home HOME --json` with these arguments. */
  async start(...args: readonly string[]): Promise<DevnetProcess> {
    const started = new DevnetProcess(await bundles(), this.#root, [
      "devnet",
      "--json",
      "--home",
      this.home,
      ...args,
    ]);
    this.#running.push(started);
    return started;
  }

  async close(): Promise<void> {
    for (const devnet of this.#running) await devnet.kill("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class DevnetProcess {
  readonly #child: ChildProcess;
  #stdout = "";
  #stderr = "";
  readonly #ended: Promise<number | string>;

  constructor(folder: string, root: string, args: readonly string[]) {
    this.#child = spawn(process.execPath, [join(folder, "assay.mjs"), ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ASSAY_ROOT: root, ASSAY_BUNDLES: folder, ASSAY_LOG_LEVEL: "info" },
    });
    this.#child.stdout!.on("data", (chunk: Buffer) => {
      this.#stdout += chunk.toString();
    });
    this.#child.stderr!.on("data", (chunk: Buffer) => {
      this.#stderr += chunk.toString();
    });
    this.#ended = new Promise((resolve) =>
      this.#child.once("close", (code, signal) => resolve(code ?? signal ?? "nothing")),
    );
  }

  get pid(): number {
    return this.#child.pid!;
  }

  get stdout(): string {
    return this.#stdout;
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** The exit code, or the signal's name. */
  get ended(): Promise<number | string> {
    return this.#ended;
  }

  /** Resolves when it holds. @throws Error with all that was said, where the process ends before. */
  async until(holds: () => boolean): Promise<void> {
    let end: number | string | undefined;
    void this.#ended.then((how) => {
      end = how;
    });
    while (!holds()) {
      if (end !== undefined) throw new Error(`ended with ${end}\n${this.#stdout}\n${this.#stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The one line, when it is there. */
  async line(): Promise<JsonLine> {
    await this.until(() => this.#stdout.includes("\n"));
    return JSON.parse(this.#stdout) as JsonLine;
  }

  /** @returns how it ended. */
  async kill(signal: NodeJS.Signals): Promise<number | string> {
    this.#child.kill(signal);
    return this.#ended;
  }
}
