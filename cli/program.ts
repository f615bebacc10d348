/**
 * The command tree. Nothing heavy is imported on the way here: `--help` takes as long as Node takes to start.
 *
 * @module
 */
import { Argument, Command } from "commander";
import type { Cli } from "./command.ts";
import { addDataset } from "./commands/dataset.ts";
import { addKeys } from "./commands/keys.ts";
import { addModel } from "./commands/model.ts";
import { addDevnet, addNode, addServe } from "./commands/node.ts";
import { addQuery } from "./commands/query.ts";
import { addTx } from "./commands/tx.ts";
import { completionScript, SHELLS, type Shell } from "./completion.ts";

export const VERSION = "0.1.0";

const EXAMPLES = `
Examples:
  assay devnet                                       a ledger with a demo; opens on http://127.0.0.1:1317
  assay query data datasets                          what was published, and what is claimed about it
  assay dataset check reviews.csv                    would a claim about these rows stand?
  assay dataset stake ID unique 50assay --from bob   back a claim with 50 ASSAY
  assay dataset challenge ID --from carol            find what proves a claim false, and win a part of the stake

Each command explains itself: assay dataset challenge --help`;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function createProgram(cli: Cli): Command {
  const program: Command = new Command("assay")
    .description("A ledger on which people stake on claims about data, and anyone can prove a claim false.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "explain a command")
    .helpCommand(false)
    .option("--home <dir>", "folder of keys and, for a node, its data (ASSAY_HOME; default .assay/devnet)")
    .option(
      "--node <url>",
      "RPC of the node to talk to (ASSAY_NODE; default the home's, else http://127.0.0.1:26657)",
    )
    .option("--json", "print JSON on stdout, errors as JSON on stderr")
    .configureHelp({
      showGlobalOptions: true,
      visibleGlobalOptions: (command) =>
        command === program ? [] : program.options.filter(({ long }) => long !== "--version"),
      styleCommandDescription: sentence,
      styleSubcommandDescription: sentence,
      styleOptionDescription: sentence,
      styleArgumentDescription: sentence,
    })
    .showSuggestionAfterError(true)
    .addHelpText("after", EXAMPLES)
    .exitOverride()
    // Errors are told by the one place that tells them all.
    .configureOutput({ writeOut: cli.streams.out, writeErr: cli.streams.err, outputError: () => {} });
  addDevnet(cli, program);
  addDataset(cli, program);
  addModel(cli, program);
  addQuery(cli, program);
  addTx(cli, program);
  addKeys(cli, program);
  program
    .command("completion")
    .description('completion for a shell: eval "$(assay completion bash)"')
    .helpGroup("Use a ledger:")
    .addArgument(new Argument("<shell>", "which one").choices(SHELLS))
    .action((shell: Shell) => cli.streams.out(completionScript(program, shell)));
  addNode(cli, program);
  addServe(cli, program);
  inherit(program, program);
  return program;
}

/** Settings that commander gives to children only when they are made by it. */
function inherit(command: Command, from: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(from).helpCommand(false);
    inherit(child, from);
  }
}
