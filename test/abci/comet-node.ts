/** A real CometBFT node in a folder of its own, beside an application that is served already. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "@assay/proto/wire/json";

export interface CometHome {
  readonly home: string;
  readonly rpcPort: number;
}

export interface CometOptions {
  readonly binary: string;
  readonly home: string;
  readonly rpcPort: number;
  readonly p2pPort: number;
  readonly genesis: Json;
  /** priv_validator_key.json; absent keeps the one that CometBFT made. */
  readonly validatorKey?: Json;
  /** `section.key` to value, over CometBFT's own configuration. */
  readonly config?: Readonly<Record<string, string>>;
}

/** Replaces settings in a TOML text that holds them already. @throws Error for one that it does not hold. */
function changed(toml: string, settings: Readonly<Record<string, string>>): string {
  const lines = toml.split("\n");
  for (const [name, value] of Object.entries(settings)) {
    const dot = name.lastIndexOf(".");
    const key = name.slice(dot + 1);
    let section = "";
    const at = lines.findIndex((line) => {
      section = /^\[(.+)\]$/.exec(line)?.[1] ?? section;
      return section === name.slice(0, Math.max(dot, 0)) && line.startsWith(`${key} = `);
    });
    if (at < 0) throw new Error(`config.toml has no ${name}`);
    lines[at] = `${key} = ${value}`;
  }
  return lines.join("\n");
}

/** `cometbft init` with our genesis. */
export function makeCometHome({ binary, home, rpcPort, p2pPort, ...options }: CometOptions): CometHome {
  const made = spawnSync(binary, ["init", "--home", home], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`cometbft init: ${made.stderr}`);
  const at = (...parts: string[]) => join(home, ...parts);
  writeFileSync(at("config", "genesis.json"), JSON.stringify(options.genesis));
  if (options.validatorKey !== undefined) {
    writeFileSync(at("config", "priv_validator_key.json"), JSON.stringify(options.validatorKey));
  }
  const toml = readFileSync(at("config", "config.toml"), "utf8");
  const settings = {
    "rpc.laddr": `"tcp://127.0.0.1:${rpcPort}"`,
    "p2p.laddr": `"tcp://127.0.0.1:${p2pPort}"`,
    "consensus.timeout_commit": `"300ms"`,
    ...options.config,
  };
  writeFileSync(at("config", "config.toml"), changed(toml, settings));
  return { home, rpcPort };
}

export interface CometNode {
  readonly process: ChildProcess;
  readonly rpcUrl: string;
  /** Exit code, or signal. */
  readonly exited: Promise<number | string>;
  log(): string;
  stop(): Promise<void>;
}

export function startComet(
  binary: string,
  { home, rpcPort }: CometHome,
  proxyApp: string,
  transport: "grpc" | "socket" = "socket",
): CometNode {
  const logFile = join(home, "node.log");
  const out = openSync(logFile, "a");
  const child = spawn(binary, ["start", "--home", home, "--proxy_app", proxyApp, "--abci", transport], {
    stdio: ["ignore", out, out],
  });
  const exited = new Promise<number | string>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "")),
  );
  return {
    process: child,
    rpcUrl: `http://127.0.0.1:${rpcPort}`,
    exited,
    log: () => readFileSync(logFile, "utf8"),
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
