/** `assay dataset`: from a file of rows to a dataset on the ledger, and back. */
import type { Command } from "commander";
import { numberFlag } from "../amount-flag.ts";
import { CLAIM_HELP } from "../claim-flag.ts";
import { type Cli, run, signing } from "../command.ts";
import { Failure } from "../failure.ts";
import { addStakeVerbs } from "./tx.ts";

const list = (text: string, before: readonly string[] = []): string[] => [...before, text];
const rowFlags = (command: Command): Command =>
  command
    .option("--text <column>", "column or key of the text", "text")
    .option("--label <column>", "column or key of the label", "label")
    .option("--format <format>", "csv or jsonl; by the file's ending otherwise");
const contentFlag = (command: Command): Command =>
  command.option("--content <url>", "content service to use");

export function addDataset(cli: Cli, program: Command): void {
  const dataset = program
    .command("dataset")
    .description("pack, check, publish, back and challenge datasets")
    .helpGroup("Use a ledger:");

  run(
    cli,
    rowFlags(
      dataset.command("pack <file>").description("turn a CSV or JSON Lines file into what is published"),
    )
      .requiredOption("--out <dir>", "folder for the packed dataset")
      .option("--labels <names>", "label names in their order, parted by commas; found in the rows otherwise")
      .option("--name <name>", "name of the dataset; the file's otherwise")
      .option("--licence <spdx>", "SPDX expression, for example CC-BY-4.0", "")
      .option("--card <file>", "Markdown about the dataset")
      .option("--guideline <file>", "what a labeller is told")
      .option("--task <task>", "the Hub's name of the task", "text-classification"),
    async (session, [file], flags) =>
      (await import("../dataset/pack.ts")).packCommand(session, file!, flags as never),
  );
  run(
    cli,
    rowFlags(
      dataset
        .command("check <file-or-dir>")
        .description("hold rows against the ledger's rules; exit code 1 where a claim would fall"),
    )
      .option(
        "--max <n>",
        "pairs of near-duplicates that the claim would allow",
        numberFlag("--max", 0, 31),
        0,
      )
      .option("--clean <file>", "write the rows without near-duplicates to a .csv or .jsonl file"),
    async (session, [path], flags) =>
      (await import("../dataset/check.ts")).checkCommand(session, path!, flags as never),
  );
  run(
    cli,
    contentFlag(
      signing(
        dataset
          .command("publish <dir>")
          .description("put a packed dataset on the ledger, with claims and your stakes on them"),
      ),
    )
      .option(
        "--claim <claim>",
        "for example unique:2=400assay (up to 2 pairs, 400 staked); again for more. Default: what your rows stand",
        list,
      )
      .option("--name <name>", "name of the dataset")
      .option("--version-number <n>", "1 or more", numberFlag("--version-number", 1, 0xffffffff))
      .option("--prev <id>", "the version before")
      .option("--licence <spdx>", "SPDX expression")
      .option("--window <blocks>", "blocks in which it can be challenged", numberFlag("--window", 1, 1e9))
      .option("--content-url <url>", "where the files can be had besides; again for more", list)
      .option("--force", "claim what your own check refutes"),
    async (session, [dir], flags) =>
      (await import("../dataset/publish.ts")).publishCommand(session, dir!, flags as never),
  ).addHelpText("after", CLAIM_HELP);
  run(
    cli,
    contentFlag(
      dataset.command("get <id>").description("download a dataset and verify it against the ledger"),
    ).requiredOption("--out <dir>", "folder for it"),
    async (session, [id], flags) =>
      (await import("../dataset/get.ts")).getCommand(session, id!, flags as never),
  );
  run(
    cli,
    dataset.command("verify <dir> [id]").description("hold a folder's files against the ledger"),
    async (session, [dir, id]) => (await import("../dataset/get.ts")).verifyCommand(session, dir!, id),
  );
  addStakeVerbs(cli, dataset);
  run(
    cli,
    contentFlag(
      signing(
        dataset
          .command("challenge <id> [claim]")
          .description("find the rows that prove a claim false, and prove it on the ledger"),
      ),
    )
      .option("--bond <amount>", "for example 5assay; the least one otherwise")
      .option("--wait", "wait until it is settled"),
    async (session, [id, claim], flags) =>
      (await import("../dataset/challenge.ts")).challengeCommand(session, id!, claim, flags as never),
  ).addHelpText("after", CLAIM_HELP);
  run(
    cli,
    dataset
      .command("resume")
      .description("show what was sealed and not shown yet")
      .option("--password-file <file>", "file with the key's password; asked for otherwise")
      .option("--gas-price <price>", "for example 0.025uassay"),
    async (session) => (await import("../dataset/resume.ts")).resumeCommand(session),
  );
  run(cli, dataset.command("transfer <id> <to>").description("give a dataset to another owner"), async () => {
    throw new Failure(
      "datasets cannot be transferred on this ledger yet",
      "Publish it anew under the other account.",
    );
  });
}
