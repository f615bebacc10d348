/** The `assay` command: what runs things. */
import { runDevnet } from "@assay/devnet/main";
import { Command } from "commander";
import { runNode } from "./run/node.ts";
import { serveAttestor, serveContent, serveFaucet } from "./run/services.ts";

const program = new Command("assay").description(
  "A ledger on which claims about data are staked and challenged",
);
const finish = (code: number): void => {
  process.exitCode = code;
};
const number = (text: string): number => Number(text);
const list = (text: string, before: string[]): string[] => [...before, text];

program
  .command("start")
  .requiredOption("--home <dir>")
  .action(async ({ home }: { home: string }) => finish(await runNode(home, {})));

const serve = program.command("serve");
serve
  .command("content")
  .requiredOption("--node <url>")
  .option("--host <address>", "", "127.0.0.1")
  .option("--port <n>", "", number, 26670)
  .requiredOption("--folder <dir>")
  .option("--deny-file <file>")
  .action(async (flags) => finish(await serveContent(flags)));
const account = (command: Command): Command =>
  command
    .requiredOption("--node <url>")
    .requiredOption("--key-file <file>")
    .option("--bech32-prefix <prefix>", "", "assay")
    .option("--gas-price <price>", "", "0.025uassay")
    .option("--host <address>", "", "127.0.0.1");
account(serve.command("attestor"))
  .option("--port <n>", "", number, 26690)
  .requiredOption("--validator <address>")
  .option("--content <url>", "", list, [])
  .option("--allow-private", "", false)
  .action(async (flags) => finish(await serveAttestor(flags)));
account(serve.command("faucet"))
  .option("--port <n>", "", number, 8000)
  .requiredOption("--chain-id <id>")
  .option("--denom <denom>", "", "uassay")
  .option("--grant <amount>", "", "500000000")
  .option("--grants-per-hour <n>", "", number, 5)
  .action(async (flags) => finish(await serveFaucet(flags)));

program
  .command("devnet")
  .option("--home <dir>")
  .option("--config <file>")
  .option("--validators <n>", "", number)
  .option("--block-time <time>")
  .option("--port-offset <n>", "", number)
  .option("--fresh")
  .option("--json")
  .option("--no-demo")
  .action(async ({ config, demo, ...flags }) => {
    const code = await runDevnet(
      {
        ...flags,
        ...(config === undefined ? {} : { configFile: config }),
        ...(demo === false ? { demo } : {}),
      },
      {
        out: (text) => process.stdout.write(`${text}\n`),
        err: (text) => process.stderr.write(`${text}\n`),
        color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
        root: process.env.ASSAY_ROOT ?? process.cwd(),
        program: process.argv[1]!,
      },
    );
    process.exit(code);
  });

try {
  await program.parseAsync();
} catch (error) {
  const { message, remedy } = error as Error & { remedy?: string };
  process.stderr.write(`${message}\n${remedy === undefined ? "" : `${remedy}\n`}`);
  process.exitCode = 1;
}
