/** The `assay` command. */
import { runCli } from "./cli.ts";
import { processStreams } from "./output.ts";

process.exitCode = await runCli(process.argv.slice(2), processStreams(), process.env);
