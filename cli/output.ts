/**
 * Two streams: stdout is data, for the next program; stderr is talk, for the person.
 *
 * @module
 */
import type { Json } from "@assay/proto/wire/json";
import { type Told, told } from "./failure.ts";

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Width of the terminal that stderr goes to; undefined where it is none. */
  readonly terminal: number | undefined;
}

const ESC = "\u001b[";

export class Output {
  readonly json: boolean;
  readonly color: boolean;
  readonly #streams: Streams;
  #barShown = false;

  constructor(streams: Streams, options: { readonly json: boolean; readonly color: boolean }) {
    this.#streams = streams;
    this.json = options.json;
    this.color = options.color;
  }

  /** The command's answer: JSON for a program, text for a person. */
  data(json: Json, text: () => string): void {
    this.#clearBar();
    const answer = this.json ? JSON.stringify(json) : text();
    if (answer !== "") this.#streams.out(`${answer}\n`);
  }

  /** A sentence to the person. */
  talk(text: string): void {
    this.#clearBar();
    this.#streams.err(`${text}\n`);
  }

  error(error: unknown): Told {
    this.#clearBar();
    const failure = told(error);
    const { message, fix, codespace, code, txHash } = failure;
    if (this.json) {
      const json: Json = { message, fix };
      if (codespace !== undefined) json.codespace = codespace;
      if (code !== undefined) json.code = code;
      if (txHash !== undefined) json.tx_hash = txHash;
      this.#streams.err(`${JSON.stringify({ error: json })}\n`);
    } else {
      this.#streams.err(`${this.red("Error:")} ${message}\n`);
      if (fix !== "") this.#streams.err(`${fix}\n`);
      if (txHash !== undefined) this.#streams.err(`Transaction ${txHash}\n`);
    }
    return failure;
  }

  /** How far long work is: a bar on a terminal, nothing elsewhere. */
  progress(label: string, done: number, total: number): void {
    const columns = this.#streams.terminal;
    if (this.json || columns === undefined || total <= 0) return;
    const width = Math.max(10, Math.min(40, columns - label.length - 12));
    const filled = Math.min(width, Math.floor((done / total) * width));
    const percent = Math.floor((done / total) * 100);
    const bar = `${"=".repeat(filled)}${" ".repeat(width - filled)}`;
    this.#streams.err(`\r${label} [${bar}] ${String(percent).padStart(3)}%`);
    this.#barShown = true;
  }

  #clearBar(): void {
    if (!this.#barShown) return;
    this.#streams.err(`\r${ESC}K`);
    this.#barShown = false;
  }

  bold(text: string): string {
    return this.color ? `${ESC}1m${text}${ESC}0m` : text;
  }

  faint(text: string): string {
    return this.color ? `${ESC}2m${text}${ESC}0m` : text;
  }

  red(text: string): string {
    return this.color ? `${ESC}31m${text}${ESC}0m` : text;
  }
}

/** The process's own streams. A reader that has gone (`assay ... | head`) ends the talk, not the program. */
export function processStreams(): Streams {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY ? (process.stderr.columns ?? 80) : undefined,
  };
}
