/**
 * Questions to the person at the terminal. Where there is none, nothing is asked: the error names the flag.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Failure, UsageError } from "./failure.ts";

const isTerminal = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

const STOPPED = new Failure("stopped", "Nothing was done.");

function ask(question: string, hidden: boolean): Promise<string> {
  // Readline echoes what is typed; a secret's echo goes nowhere, and its question with it.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (hidden) process.stderr.write(question);
  const reader = createInterface({
    input: process.stdin,
    output: hidden ? nowhere : process.stderr,
    terminal: true,
  });
  return new Promise((resolve, reject) => {
    const end = (settle: () => void, echoed: boolean): void => {
      settle();
      reader.close();
      if (!echoed) process.stderr.write("\n");
    };
    reader.once("SIGINT", () => end(() => reject(STOPPED), false));
    reader.once("close", () => reject(STOPPED));
    reader.question(hidden ? "" : question, (answer) => end(() => resolve(answer), !hidden));
  });
}

/** Asks for a yes. `--yes` says it beforehand. */
export async function confirm(question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!isTerminal())
    throw new UsageError(`nobody is there to answer: ${question}`, "Say it beforehand: --yes");
  const answer = await ask(`${question} [y/N] `, false);
  if (!/^y(es)?$/i.test(answer.trim())) throw STOPPED;
}

/** All of stdin, where it is not a terminal. */
function readInput(): string {
  return readFileSync(0, "utf8");
}

/** Words of a mnemonic: typed unseen, or piped in. Never a flag: those are in the shell's history. */
export async function askMnemonic(): Promise<string> {
  if (isTerminal()) return await ask("The words (they are not shown): ", true);
  const words = readInput().trim();
  if (words === "") {
    throw new UsageError("no words came on stdin", "Pipe them in: assay keys import NAME < words.txt");
  }
  return words;
}

/** @param twice for a new password. */
export async function askPassword(file: string | undefined, twice: boolean): Promise<string> {
  if (file !== undefined) {
    let text: string;
    try {
      text = readFileSync(file, "utf8");
    } catch (error) {
      throw new UsageError(`password file: ${(error as Error).message}`, "Name a file that can be read.");
    }
    const password = text.replace(/\r?\n$/, "");
    if (password === "") throw new UsageError(`${file} is empty`, "Write the password into it.");
    return password;
  }
  if (!isTerminal()) {
    throw new UsageError("a password is needed, and nobody is there to type it", "Use --password-file FILE");
  }
  const password = await ask(twice ? "New password: " : "Password: ", true);
  if (password.length < 8 && twice) {
    throw new UsageError("the password has less than 8 characters", "Choose a longer one.");
  }
  if (twice && (await ask("Again: ", true)) !== password) {
    throw new UsageError("the two passwords differ", "Nothing was done; try again.");
  }
  return password;
}
