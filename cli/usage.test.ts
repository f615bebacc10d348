/** What the command says without a ledger: help, wrong calls, and the forms of its flags. */
import { spawnSync } from "node:child_process";
import { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { amountFlag } from "./amount-flag.ts";
import { claimFlag, claimKindFlag, claimWord } from "./claim-flag.ts";
import { runCli } from "./cli.ts";
import { completionScript, SHELLS } from "./completion.ts";
import { Output } from "./output.ts";
import { createProgram } from "./program.ts";
import { settingsOf } from "./settings.ts";
import { jsonText } from "./show/message.ts";
import { plain, table } from "./show/table.ts";

async function assay(args: readonly string[], environment: Record<string, string> = {}, terminal?: number) {
  let out = "";
  let err = "";
  const streams = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    terminal,
  };
  const code = await runCli(args, streams, { ASSAY_HOME: "/nonexistent", ...environment });
  return { code, out, err };
}

function everyCommand(command: Command, path: readonly string[] = []): string[][] {
  return [[...path], ...command.commands.flatMap((child) => everyCommand(child, [...path, child.name()]))];
}

const silent = { out: () => {}, err: () => {}, terminal: undefined };
const program = (): Command => createProgram({ streams: silent, environment: {}, exitCode: 0 });

describe("help", () => {
  it("is on stdout, for every command, in lines that a terminal shows", async () => {
    const paths = everyCommand(program());
    expect(paths.length).toBeGreaterThan(50);
    for (const path of paths) {
      const { code, out, err } = await assay([...path, "--help"]);
      expect({ code, err }, path.join(" ")).toEqual({ code: 0, err: "" });
      expect(out.startsWith(`Usage: ${["assay", ...path].join(" ")}`)).toBe(true);
      // Each says in a sentence what it is for.
      expect(out.split("\n")[2], path.join(" ")).toMatch(/^[A-Z]/);
    }
  });

  it("begins where a newcomer begins", async () => {
    const { code, out } = await assay([]);
    expect(code).toBe(0);
    const groups = ["Start here:", "Use a ledger:", "Run a ledger:", "Examples:"].map((title) =>
      out.indexOf(title),
    );
    expect(groups.every((at, i) => at > 0 && (i === 0 || at > groups[i - 1]!))).toBe(true);
    expect((await assay(["--version"])).out).toBe("0.1.0\n");
  });
});

describe("a wrong call", () => {
  it.each([
    [["quer"], "unknown command 'quer'", "Did you mean query?"],
    [["query", "bank", "balanc"], "unknown command 'balanc'", "Did you mean"],
    [
      ["tx", "bank", "send", "bob", "1assay"],
      "required option '--from <key>' not specified",
      "See: assay --help",
    ],
    [["dataset", "check"], "missing required argument 'file-or-dir'", "See: assay --help"],
    [["dataset", "check", "x.csv", "--mx", "3"], "unknown option '--mx'", "Did you mean --max?"],
    [["dataset", "check", "x.csv", "--max", "32"], "--max 32", "Give a whole number from 0 to 31."],
    [["devnet", "--validators", "zero"], "--validators zero", "Give a whole number from 1 to 100."],
    [["completion", "pwsh"], "'pwsh' is invalid", "See: assay --help"],
    [["query", "data", "positions"], "of whom?", "Give --dataset, --account, or both."],
    [["init", "--chain-id", "x"], "", ""],
  ])("%j ends with 2 and says what was meant", async (args, what, fix) => {
    // `init` without a home is refused only where the environment names none either.
    if (args[0] === "init") {
      const { code } = await assay(args, { ASSAY_HOME: undefined as never });
      expect(code).toBe(2);
      return;
    }
    const { code, out, err } = await assay(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(what);
    expect(err).toContain(fix);
    const json = await assay([...args, "--json"]);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.err).error.message).toContain(what);
  });

  it("of a group shows its commands and ends with 2", async () => {
    const { code, out, err } = await assay(["query"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Usage: assay query");
  });

  it("has colour on a terminal only, and never with NO_COLOR", async () => {
    const red = "\u001b[31m";
    expect((await assay(["quer"], {}, 80)).err).toContain(red);
    expect((await assay(["quer"], { NO_COLOR: "" }, 80)).err).not.toContain(red);
    expect((await assay(["quer"])).err).not.toContain(red);
  });
});

describe("flags", () => {
  it.each([
    ["250assay", 250_000_000n],
    ["0.5ASSAY", 500_000n],
    ["250000000uassay", 250_000_000n],
    ["7", 7n],
  ])("amount %s", (text, base) => {
    expect(amountFlag(text, "uassay")).toBe(base);
  });

  it.each(["", "assay", "1.5", "1.5uassay", "-1assay", "1e3", "1btc", "0.0000001assay", "1 2assay"])(
    "no amount %j",
    (text) => {
      expect(() => amountFlag(text, "uassay")).toThrow("is no amount");
    },
  );

  it("claims", () => {
    expect(claimFlag("unique:2=400assay")).toEqual({
      kind: ClaimKind.CLAIM_KIND_UNIQUE,
      max: 2,
      stake: "400assay",
    });
    expect(claimFlag("schema")).toEqual({ kind: ClaimKind.CLAIM_KIND_SCHEMA_VALID, max: 0, stake: "" });
    expect(claimKindFlag("CLAIM_KIND_SCHEMA_VALID")).toBe(ClaimKind.CLAIM_KIND_SCHEMA_VALID);
    for (const kind of [1, 2, 3, 4, 5] as const) expect(claimKindFlag(claimWord(kind))).toBe(kind);
    for (const text of ["", "unqiue", "unique:32", "unique:x", "constructor"]) {
      expect(() => claimFlag(text), text).toThrow();
    }
  });

  it("win over the environment, which wins over defaults", () => {
    const none = settingsOf({ home: "/nonexistent" }, {});
    expect(none).toMatchObject({
      node: "http://127.0.0.1:26657",
      content: "http://127.0.0.1:26670",
      prefix: "assay",
    });
    const environment = { ASSAY_HOME: "/nonexistent", ASSAY_NODE: "http://env", ASSAY_GAS_PRICE: "1ux" };
    expect(settingsOf({}, environment)).toMatchObject({
      home: "/nonexistent",
      node: "http://env",
      gasPrice: "1ux",
    });
    expect(settingsOf({ node: "http://flag" }, environment).node).toBe("http://flag");
    expect(settingsOf({}, {}).home).toBe(".assay/devnet");
  });
});

describe("text for people", () => {
  it("shows what would move a terminal or turn its text around", () => {
    expect(plain("a\u001b[2Jb\u202ec\u200d\nd")).toBe("a\\u001b[2Jb\\u202ec\\u200d\\u000ad");
    expect(plain("Grüße, 世界")).toBe("Grüße, 世界");
  });

  it("stands in columns", () => {
    expect(
      table(
        ["A", "Long"],
        [
          ["one", "x"],
          ["b", ""],
        ],
      ),
    ).toBe("A    Long\none  x\nb");
    expect(jsonText({ a: "1", list: [{ x: 1, y: null }, "z"], none: [], deep: { e: "" } })).toBe(
      'a: 1\nlist:\n  - x: 1\n    y: none\n  - z\nnone: none\ndeep:\n  e: ""',
    );
  });

  it("has a bar on a terminal, which goes before other words come", () => {
    let err = "";
    const streams = (terminal: number | undefined) => ({
      out: () => {},
      err: (text: string) => {
        err += text;
      },
      terminal,
    });
    const shown = new Output(streams(60), { json: false, color: false });
    shown.progress("Checking rows", 1, 4);
    expect(err).toMatch(/^\rChecking rows \[=+ +\] {2}25%$/);
    shown.talk("done");
    expect(err.endsWith("\r\u001b[Kdone\n")).toBe(true);
    err = "";
    new Output(streams(undefined), { json: false, color: false }).progress("x", 1, 4);
    new Output(streams(60), { json: true, color: false }).progress("x", 1, 4);
    expect(err).toBe("");
  });
});

describe("completion", () => {
  it("is made for three shells", () => {
    for (const shell of SHELLS) expect(completionScript(program(), shell)).toContain("challenge");
  });

  it("offers what may follow, in bash", () => {
    const script = completionScript(program(), "bash");
    const complete = (...words: string[]): string[] => {
      const run = spawnSync(
        "bash",
        [
          "-c",
          `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _assay; echo "\${COMPREPLY[@]}"`,
          "bash",
          "assay",
          ...words,
        ],
        { encoding: "utf8" },
      );
      expect(run.stderr).toBe("");
      return run.stdout.trim().split(" ");
    };
    expect(complete("dev")).toEqual(["devnet"]);
    expect(complete("dataset", "ch")).toEqual(["check", "challenge"]);
    expect(complete("dataset", "challenge", "ab12", "--fr")).toEqual(["--from"]);
    expect(complete("--json", "query", "bank", "bal")).toEqual(["balance", "balances"]);
    expect(complete("tx", "bank", "send", "--jso")).toEqual(["--json"]);
  });
});
