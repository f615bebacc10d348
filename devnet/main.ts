/**
 * `assay devnet`: a ledger and all around it, in one command. Starts the node, the content service, an attestor for each
 * validator and the faucet as processes of their own; tells their story; stops all of them; and when one dies, says
 * which and why.
 *
 * @module
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { addressFromBech32 } from "@assay/primitives/address";
import { toHex } from "@assay/primitives/bytes";
import { datasetId } from "@assay/primitives/dataset/id";
import type { Json } from "@assay/proto/wire/json";
import { banner, type DevnetFacts, jsonLine } from "./banner.ts";
import {
  type DevnetConfig,
  DevnetConfigError,
  defaultConfig,
  parseBlockTime,
  parseDevnetConfig,
  withValidators,
} from "./config.ts";
import { ROLES, TOUR } from "./demo/cast.ts";
import { runStory } from "./demo/story.ts";
import { type DevnetHome, devnetKeys, keyFile, writeHome } from "./home.ts";
import { buildPage, pageFolder } from "./page.ts";
import { checkPorts, type Ports, portsAt } from "./ports.ts";
import { type Death, Processes } from "./processes.ts";

export interface DevnetOptions {
  /** Folder; `./.assay/devnet` where absent. */
  readonly home?: string;
  readonly configFile?: string;
  readonly validators?: number;
  /** For example `1s`; over the config's. */
  readonly blockTime?: string;
  readonly portOffset?: number;
  /** Throw the former ledger of this home away. */
  readonly fresh?: boolean;
  readonly json?: boolean;
  readonly demo?: boolean;
}

/** What the command line hands in: where words go, and the program that children run. */
export interface DevnetIo {
  /** Data: the banner or the JSON line. */
  out(text: string): void;
  /** Talk. */
  err(text: string): void;
  readonly color: boolean;
  /** Folder of the sources; undefined in an installed program, whose page is built already. */
  readonly root: string;
  /** The bundle of the `assay` command. */
  readonly program: string;
}

const HOST = "127.0.0.1";
/** Marks a folder as a devnet's, so that `--fresh` never removes another one. */
const MARK = "devnet.json";

function readConfig(options: DevnetOptions): DevnetConfig {
  let config = defaultConfig();
  if (options.configFile !== undefined) {
    let json: Json;
    try {
      json = JSON.parse(readFileSync(options.configFile, "utf8")) as Json;
    } catch (error) {
      throw new DevnetConfigError(`${options.configFile}: ${(error as Error).message}`);
    }
    config = parseDevnetConfig(json);
  }
  if (options.validators !== undefined) config = withValidators(config, options.validators);
  if (options.blockTime !== undefined) config = { ...config, blockTimeMs: parseBlockTime(options.blockTime) };
  if (options.portOffset !== undefined) config = { ...config, portOffset: options.portOffset };
  // The story needs its cast.
  const cast = new Set(config.accounts.map(({ name }) => name));
  const demo =
    (options.demo ?? config.demo) &&
    Object.keys(ROLES).every((name) => cast.has(name)) &&
    config.blockTimeMs > 0;
  return { ...config, demo };
}

/** What the page is told besides the chain's own facts. */
function pageFacts(config: DevnetConfig, keys: DevnetHome): Json {
  const facts: { [key: string]: Json } = {
    bech32_prefix: config.bech32Prefix,
    denom: config.denom,
    gas_price: `${config.minGasPrice}${config.denom}`,
    services: ["content", "faucet"],
    devnet: true,
  };
  if (config.demo) {
    const owner = keys.accounts.find(({ name }) => name === TOUR.owner)!.address;
    const id = datasetId(config.chainId, addressFromBech32(owner, config.bech32Prefix)!, TOUR.dataset, 1);
    facts.tour = { dataset_id: toHex(id), claim: "CLAIM_KIND_UNIQUE", sentence: TOUR.sentence };
  }
  return facts;
}

interface Kept {
  readonly config: DevnetConfig;
}

/** The home's own config wins over today's where a ledger is there already: genesis cannot change. */
function keptConfig(home: string): DevnetConfig | undefined {
  const mark = join(home, MARK);
  return existsSync(mark) ? (JSON.parse(readFileSync(mark, "utf8")) as Kept).config : undefined;
}

async function prepare(
  home: string,
  wanted: DevnetConfig,
  ports: Ports,
  options: DevnetOptions,
  io: DevnetIo,
) {
  if (options.fresh === true && existsSync(home)) {
    if (!existsSync(join(home, MARK))) {
      throw new DevnetConfigError(`${home} is no devnet's folder, so --fresh does not remove it`);
    }
    rmSync(home, { recursive: true, force: true });
  }
  const kept = keptConfig(home);
  if (kept === undefined && existsSync(join(home, "data"))) {
    throw new DevnetConfigError(`${home} holds a ledger that is no devnet's; choose another --home`);
  }
  if (
    kept !== undefined &&
    (kept.chainId !== wanted.chainId || kept.validators.length !== wanted.validators.length)
  ) {
    io.err(`${home} holds the ledger ${kept.chainId}, which goes on as it is; --fresh begins a new one`);
  }
  const config: DevnetConfig =
    kept === undefined
      ? wanted
      : {
          ...kept,
          blockTimeMs: wanted.blockTimeMs,
          portOffset: wanted.portOffset,
          demo: wanted.demo && kept.demo,
        };
  mkdirSync(home, { recursive: true });
  const settings = {
    content_url: `http://${HOST}:${ports.content}`,
    faucet_url: `http://${HOST}:${ports.faucet}`,
    explorer_dir: pageFolder(io.root),
  };
  const keys = await devnetKeys(config);
  await writeHome(home, config, ports, settings, pageFacts(config, keys), { genesis: kept === undefined });
  writeFileSync(join(home, MARK), `${JSON.stringify({ config }, null, 2)}\n`);
  return { config, keys };
}

const assay = (amount: string): string => `${BigInt(amount) / 1_000_000n} ASSAY`;

/**
 * Runs until a signal or a death ends it.
 * @returns the exit code: 0 after a signal, 1 after a death.
 * @throws DevnetConfigError, PortTaken or Error: the real cause first, then the remedy.
 */
export async function runDevnet(options: DevnetOptions, io: DevnetIo): Promise<number> {
  const started = performance.now();
  const wanted = readConfig(options);
  const home = resolve(options.home ?? ".assay/devnet");
  const ports = portsAt(wanted.portOffset);
  await checkPorts(HOST, [
    ports.rpc,
    ports.web,
    ports.metrics,
    ports.content,
    ports.faucet,
    ...wanted.validators.map((_, i) => ports.attestor + i),
  ]);
  const { config, keys } = await prepare(home, wanted, ports, options, io);

  let end: (code: number) => void = () => {};
  const ended = new Promise<number>((resolveEnd) => {
    end = resolveEnd;
  });
  const logs = join(home, "logs");
  const processes = new Processes(io.program, logs, (death: Death) => {
    io.err(
      `${death.name} (pid ${death.pid}) ended with ${death.how}\n${death.lastLines}\nIts log: ${death.logFile}`,
    );
    end(1);
  });
  const stopStory = new AbortController();
  let signals = 0;
  const onSignal = (): void => {
    signals++;
    if (signals > 1) {
      processes.killAll();
      process.exit(130);
    }
    end(0);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);

  try {
    const rpc = `http://${HOST}:${ports.rpc}`;
    const content = `http://${HOST}:${ports.content}`;
    const node = await processes.start({ name: "node", args: ["start", "--home", home] });
    const firstBlockMs = performance.now() - started;

    const account = [
      "--bech32-prefix",
      config.bech32Prefix,
      "--gas-price",
      `${config.minGasPrice}${config.denom}`,
    ];
    const services: Promise<unknown>[] = [
      processes.start({
        name: "content",
        args: [
          "serve",
          "content",
          "--node",
          rpc,
          "--port",
          String(ports.content),
          "--folder",
          join(home, "content"),
        ],
      }),
      processes.start({
        name: "faucet",
        args: [
          ...[
            "serve",
            "faucet",
            "--node",
            rpc,
            "--port",
            String(ports.faucet),
            "--key-file",
            keyFile(home, "faucet"),
          ],
          ...[
            ...account,
            "--chain-id",
            config.chainId,
            "--denom",
            config.denom,
            "--grant",
            config.faucetGrant,
          ],
        ],
      }),
      ...keys.validators.map(({ name, address }, i) =>
        processes.start({
          name: `attestor-${i + 1}`,
          args: [
            ...[
              "serve",
              "attestor",
              "--node",
              rpc,
              "--port",
              String(ports.attestor + i),
              "--key-file",
              keyFile(home, name),
            ],
            ...[...account, "--validator", address, "--content", content, "--allow-private"],
          ],
        }),
      ),
    ];
    // What fails to start is told by its own words.
    const ready = Promise.all(services);
    ready.catch((error: Error) => {
      io.err(error.message);
      end(1);
    });

    const facts: DevnetFacts = {
      chainId: config.chainId,
      rpc,
      web: `http://${HOST}:${ports.web}`,
      faucet: `http://${HOST}:${ports.faucet}`,
      content,
      metrics: `http://${HOST}:${ports.metrics}/metrics`,
      home,
      logs,
      accounts: keys.accounts.map((key, i) => {
        const coins = config.accounts[i]!.coins.find(({ denom }) => denom === config.denom);
        const role = config.demo ? ROLES[key.name] : undefined;
        return {
          ...key,
          balance: coins === undefined ? "" : assay(coins.amount),
          ...(role === undefined ? {} : { role }),
        };
      }),
      height: Number(node.height ?? 0),
      firstBlockMs,
      demo: config.demo,
    };
    io.out(options.json === true ? jsonLine(facts) : banner(facts, io.color));

    const page = buildPage(io.root).then(
      (ms) => {
        if (ms > 0) io.err(`The explorer's page is built (${(ms / 1000).toFixed(1)} s)`);
      },
      (error: Error) => io.err(error.message),
    );
    const story = (async () => {
      await ready;
      if (!config.demo) return;
      await runStory({
        nodeUrl: rpc,
        contentUrl: content,
        config,
        keys: new Map(keys.accounts.map((key) => [key.name, key])),
        folder: join(home, "services", "demo"),
        say: (line) => io.err(line),
        signal: stopStory.signal,
      });
    })().catch((error: Error) => {
      if (!stopStory.signal.aborted) io.err(`The demo stopped: ${error.message}`);
    });

    const code = await ended;
    stopStory.abort();
    if (code === 0) io.err("\nStopping");
    await Promise.race([Promise.all([story, page]), new Promise((done) => setTimeout(done, 2000))]);
    return code;
  } catch (error) {
    // Stopped while it started: no failure.
    if (signals > 0) return 0;
    throw error;
  } finally {
    stopStory.abort();
    await processes.stopAll("node");
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}
