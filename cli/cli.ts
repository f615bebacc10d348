/**
 * One call of the command: arguments in, exit code out.
 *
 * @module
 */
import { CommanderError } from "commander";
import { type Cli, outputOf } from "./command.ts";
import { EXIT, UsageError } from "./failure.ts";
import type { Streams } from "./output.ts";
import { createProgram } from "./program.ts";

/** What commander says of a wrong call, as our own kind of error. */
function usageError({ message }: CommanderError): UsageError {
  const [what = "", ...suggestion] = message.replace(/^error: /, "").split("\n");
  const fix = suggestion.join(" ").trim();
  return new UsageError(what, fix === "" ? "See: assay --help" : fix.replace(/^\((.*)\)$/, "$1"));
}

/**
 * @param args without the program's name.
 * @returns 0 done, 1 failed, 2 called in a wrong way.
 */
export async function runCli(
  args: readonly string[],
  streams: Streams,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const cli: Cli = { streams, environment, exitCode: EXIT.ok };
  const program = createProgram(cli);
  const failed = (error: unknown): number =>
    outputOf(cli, { json: args.includes("--json") }).error(error).exitCode;
  if (args.length === 0) {
    program.outputHelp();
    return EXIT.ok;
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return cli.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return failed(error);
    if (error.exitCode === 0) return EXIT.ok;
    // A group of commands without one of them: its help was shown.
    if (error.code === "commander.help") return EXIT.usage;
    return failed(usageError(error));
  }
}
