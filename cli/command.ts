/**
 * How commands are declared: commander's, with a session made of the flags, and failures as exit codes.
 *
 * @module
 */
import type { Command } from "commander";
import { Output, type Streams } from "./output.ts";
import { Session } from "./session.ts";
import { type GlobalFlags, settingsOf } from "./settings.ts";

export interface Cli {
  readonly streams: Streams;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Set by the command that ran. */
  exitCode: number;
}

type Flags = GlobalFlags & Readonly<Record<string, unknown>>;

/** Work of one command. A number that it returns is the exit code. */
export type Work = (session: Session, args: readonly string[], flags: Flags) => Promise<unknown>;

export function outputOf(cli: Cli, flags: GlobalFlags): Output {
  const color = cli.environment.NO_COLOR === undefined && cli.streams.terminal !== undefined;
  return new Output(cli.streams, { json: flags.json === true, color });
}

/** Ties work to a command. */
export function run(cli: Cli, command: Command, work: Work): Command {
  return command.action(async () => {
    const flags = command.optsWithGlobals<Flags>();
    const session = new Session(settingsOf(flags, cli.environment), outputOf(cli, flags));
    const code = await work(session, command.args, flags);
    if (typeof code === "number") cli.exitCode = code;
  });
}

/** Commands whose transaction others may sign: the keys of a multisig, or a key on another machine. */
export function generating(command: Command): Command {
  return command.option("--generate-only", "write what is to be signed, and sign nothing");
}

/** Commands that sign take the key's name. */
export function signing(command: Command): Command {
  return command
    .requiredOption("--from <key>", "name of the key that signs")
    .option("-y, --yes", "do not ask before signing")
    .option("--gas-price <price>", "for example 0.025uassay")
    .option("--password-file <file>", "file with the key's password; asked for otherwise");
}
