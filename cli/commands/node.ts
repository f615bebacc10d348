/** `assay init`, `start`, `devnet`, `serve`, `export`, `debug`: what runs a ledger. */
import { type Command, Option } from "commander";
import { numberFlag } from "../amount-flag.ts";
import { type Cli, run } from "../command.ts";
import { UsageError } from "../failure.ts";
import { type GlobalFlags, homeOf, settingsOf } from "../settings.ts";

const PORT = numberFlag("--port", 0, 65535);
const HEIGHT = numberFlag("height", 1, 999_999_999_999);
const BLOCKS = numberFlag("blocks", 1, 1_000_000);
const SNAPSHOT = numberFlag("snapshot", 1, 999_999_999);
const list = (text: string, before: readonly string[] = []): string[] => [...before, text];

export function addDevnet(cli: Cli, program: Command): void {
  const devnet = program
    .command("devnet")
    .description("a ledger on this machine with everything around it: blocks, services, a demo, the explorer")
    .helpGroup("Start here:")
    .option("--config <file>", "everything that makes a devnet, as JSON")
    .option("--validators <n>", "how many validators", numberFlag("--validators", 1, 100))
    .addOption(
      new Option(
        "--engine <name>",
        "embedded: all validators in one process; cometbft: a real node and an application for each",
      ).choices(["embedded", "cometbft"]),
    )
    .option("--block-time <time>", "for example 1s or 200ms; 0 makes a block for each transaction")
    .option("--port-offset <n>", "added to every port", numberFlag("--port-offset", 0, 38_000))
    .option("--fresh", "throw the former devnet of this home away")
    .option("--no-demo", "without the story");
  devnet.action(async () => {
    const { config, demo, engine, home, json, validators, blockTime, portOffset, fresh } =
      devnet.optsWithGlobals<
        GlobalFlags & {
          config?: string;
          demo: boolean;
          engine?: "embedded" | "cometbft";
          validators?: number;
          blockTime?: string;
          portOffset?: number;
          fresh?: boolean;
        }
      >();
    const { runDevnet } = await import("@assay/devnet/main");
    const { streams } = cli;
    // A devnet that is told to end has nothing left to wait for.
    process.exit(
      await runDevnet(
        {
          home: homeOf({ ...(home === undefined ? {} : { home }) }, cli.environment),
          ...(config === undefined ? {} : { configFile: config }),
          ...(validators === undefined ? {} : { validators }),
          ...(engine === undefined ? {} : { engine }),
          ...(blockTime === undefined ? {} : { blockTime }),
          ...(portOffset === undefined ? {} : { portOffset }),
          ...(fresh === undefined ? {} : { fresh }),
          ...(json === undefined ? {} : { json }),
          ...(demo ? {} : { demo }),
        },
        {
          out: (text) => streams.out(`${text}\n`),
          err: (text) => streams.err(`${text}\n`),
          color: process.stdout.isTTY === true && cli.environment.NO_COLOR === undefined,
          root: cli.environment.ASSAY_ROOT ?? process.cwd(),
          program: process.argv[1]!,
        },
      ),
    );
  });
  addDevnetWork(cli, devnet);
}

/** What is asked of a devnet that runs, or of its folder. */
function addDevnetWork(cli: Cli, devnet: Command): void {
  const load = () => import("../run/devnet.ts");
  run(
    cli,
    devnet
      .command("mine")
      .description("make blocks now, so that windows pass")
      .argument("[blocks]", "how many", "1"),
    async (session, [blocks = "1"]) => (await load()).mine(session, BLOCKS(blocks)),
  );
  run(
    cli,
    devnet
      .command("snapshot")
      .description("keep ledger and content as they are now; the devnet pauses for some seconds"),
    async (session) => (await load()).snapshot(session),
  );
  run(cli, devnet.command("snapshots").description("list what was kept"), async (session) =>
    (await load()).snapshots(session),
  );
  run(
    cli,
    devnet
      .command("revert")
      .description("put a snapshot back, as often as you like; the devnet pauses for some seconds")
      .argument("<id>", "number of the snapshot"),
    async (session, [id = ""]) => (await load()).revert(session, SNAPSHOT(id)),
  );
  run(
    cli,
    devnet
      .command("export")
      .description("copy a whole devnet with blocks, keys and content to a new folder")
      .argument("<dir>", "a folder that is not there"),
    async (session, [dir = ""]) => (await load()).exportDevnet(session, dir),
  );
  run(
    cli,
    devnet
      .command("import")
      .description("make the home from such a copy")
      .argument("<dir>", "what was exported"),
    async (session, [dir = ""]) => (await load()).importDevnet(session, dir),
  );
}

export function addNode(cli: Cli, program: Command): void {
  run(
    cli,
    program
      .command("init")
      .description("make a home for a ledger of your own: genesis, configuration, keys")
      .helpGroup("Run a ledger:")
      .requiredOption("--chain-id <id>", "name of the ledger, for example my-ledger-1")
      .option("--moniker <name>", "name of the first validator", "validator-1")
      .addOption(
        new Option(
          "--engine <name>",
          "embedded: this node alone, for one machine; cometbft: a real network's nodes",
        )
          .choices(["embedded", "cometbft"])
          .default("embedded"),
      )
      .option(
        "--validators <n>",
        "how many validators; with cometbft each gets a home of its own, HOME/node-1 and so on",
        numberFlag("--validators", 1, 100),
        1,
      )
      .option(
        "--account <address=amount>",
        "coins in genesis, for example assay1...=1000assay; again for more",
        list,
      )
      .option(
        "--machine <host>",
        "with cometbft: where a validator's node will be reached by the others; again for each",
        list,
      )
      .option("--prefix <prefix>", "of addresses", "assay")
      .option("--denom <denom>", "base denom", "uassay")
      .option("--password-file <file>", "file with the operator key's password; asked for otherwise"),
    async (session, _args, flags) => {
      const { initHome } = await import("../run/init.ts");
      if (flags.home === undefined && cli.environment.ASSAY_HOME === undefined) {
        throw new UsageError("where shall the home be?", "Say it: assay init --home DIR --chain-id ID");
      }
      await initHome(session, flags as never);
    },
  );
  const start = program
    .command("start")
    .description("run a node until Ctrl-C")
    .helpGroup("Run a ledger:")
    .addOption(
      new Option(
        "--engine <name>",
        "embedded: all in one process; cometbft: a real node beside the application; absent: as the home says",
      ).choices(["embedded", "cometbft"]),
    )
    .option("--rpc-port <n>", "CometBFT RPC, of either engine", PORT)
    .option("--web-port <n>", "explorer, REST and proxies", PORT)
    .option("--grpc-port <n>", "the gRPC server", PORT)
    .option("--metrics-port <n>", "Prometheus", PORT)
    .option("--p2p-port <n>", "other CometBFT nodes", PORT)
    .option("--host <address>", "address that all of them bind but the p2p port (config.toml: p2p_host)")
    .option(
      "--block-time-ms <n>",
      "between blocks; 0 makes one for each transaction (embedded only)",
      numberFlag("--block-time-ms", 0, 3_600_000),
    )
    .option("--min-gas-price <price>", "least price of gas, in the fee denom")
    .option(
      "--abci <address>",
      "run the application alone and wait there for its node: unix:///... or tcp://...",
    )
    .option("--node-rpc <url>", "RPC of that node, for the explorer and for past transactions")
    .addOption(
      new Option("--abci-transport <name>", "how node and application talk").choices(["socket", "grpc"]),
    )
    .option("--log-level <level>", "trace, debug, info, warn, error, fatal or silent");
  start.action(async () => {
    const flags = start.optsWithGlobals<GlobalFlags & Record<string, string | number | undefined>>();
    const { runNode } = await import("../run/node.ts");
    cli.exitCode = await runNode(
      homeOf(flags, cli.environment),
      {
        engine: flags.engine,
        rpc_port: flags.rpcPort,
        web_port: flags.webPort,
        grpc_port: flags.grpcPort,
        metrics_port: flags.metricsPort,
        p2p_port: flags.p2pPort,
        host: flags.host,
        block_time_ms: flags.blockTimeMs,
        min_gas_price: flags.minGasPrice,
        abci_transport: flags.abciTransport,
        log_level: flags.logLevel,
      },
      { abci: flags.abci as string | undefined, nodeRpc: flags.nodeRpc as string | undefined },
    );
  });
  run(
    cli,
    program
      .command("export")
      .description("the state as a genesis file, on stdout; the node must be stopped")
      .helpGroup("Run a ledger:"),
    async (session) => (await import("../run/offline.ts")).exportCommand(session),
  );
  run(
    cli,
    program
      .command("replay")
      .description("execute all blocks again and compare the app hash at every height")
      .helpGroup("Run a ledger:")
      .option(
        "--node-rpc <url>",
        "RPC of a CometBFT node, for example http://127.0.0.1:26657; else the home's blocks",
      )
      .option("--from <height>", "first height that is compared", HEIGHT)
      .option("--to <height>", "last height", HEIGHT),
    async (session, _args, flags) =>
      (await import("../run/replay.ts")).replayCommand(session, flags as never),
  );
  const debug = program.command("debug").description("look into a ledger").helpGroup("Run a ledger:");
  run(
    cli,
    debug.command("invariants").description("check every invariant of the state; the node must be stopped"),
    async (session) => (await import("../run/offline.ts")).invariantsCommand(session),
  );
}

export function addServe(cli: Cli, program: Command): void {
  const serve = program
    .command("serve")
    .description("run a service beside a node")
    .helpGroup("Run a ledger:");
  const service = (command: Command, port: number): Command =>
    command
      .option("--host <address>", "address to bind", "127.0.0.1")
      .option("--port <n>", "0 takes any free one", PORT, port);
  const account = (command: Command): Command =>
    command
      .requiredOption("--key-file <file>", "file with the service's mnemonic alone, mode 0600")
      .option("--bech32-prefix <prefix>", "of addresses", "assay")
      .option("--gas-price <price>", "for example 0.025uassay", "0.025uassay");
  /** The node's address is a flag of all commands, so it comes by their way. */
  const flagsOf = <T>(command: Command): T => {
    const flags = command.optsWithGlobals<GlobalFlags>();
    return { ...flags, node: settingsOf(flags, cli.environment).node } as T;
  };

  const content = service(
    serve.command("content").description("blobs by sha256, for datasets that the ledger names"),
    26670,
  )
    .requiredOption("--folder <dir>", "where blobs lie")
    .option("--deny-file <file>", "hashes that are not served, one a line");
  content.action(async () => {
    cli.exitCode = await (await import("../run/services.ts")).serveContent(flagsOf(content));
  });
  const attestor = account(
    service(serve.command("attestor").description("answers a validator's questions"), 26690),
  )
    .requiredOption("--validator <address>", "operator address of the validator")
    .option("--content <url>", "content service to ask; again for more", list, [])
    .option("--allow-private", "fetch from private addresses too (a devnet's)", false);
  attestor.action(async () => {
    cli.exitCode = await (await import("../run/services.ts")).serveAttestor(flagsOf(attestor));
  });
  const faucet = account(
    service(serve.command("faucet").description("gives test coins, by CosmJS's protocol"), 8000),
  )
    .requiredOption("--chain-id <id>", "name of the ledger")
    .option("--denom <denom>", "what it gives", "uassay")
    .option("--grant <amount>", "base units of one grant", "500000000")
    .option("--grants-per-hour <n>", "to one address", numberFlag("--grants-per-hour", 1, 1_000_000), 5);
  faucet.action(async () => {
    cli.exitCode = await (await import("../run/services.ts")).serveFaucet(flagsOf(faucet));
  });
}
