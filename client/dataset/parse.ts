/**
 * Somebody's file to rows of text and label: CSV (RFC 4180, with a header line) or JSON Lines, in UTF-8.
 *
 * A file is somebody else's: its size, lines, columns and rows are bounded, and what is wrong is told by file, line and
 * column.
 *
 * @module
 */
import { MAX_BLOB_BYTES, MAX_ROWS } from "@assay/primitives/dataset/row";
import { isUtf8 } from "@assay/primitives/utf8";
import { DatasetError } from "./errors.ts";

/** UTF-16 units of one CSV record or JSON line. */
const MAX_RECORD = 1024 * 1024;
const MAX_COLUMNS = 1000;

export interface ParseOptions {
  /** Name of the file, for errors; its ending names the format where `format` does not. */
  readonly file?: string | undefined;
  readonly format?: "csv" | "jsonl" | undefined;
  /** Column or key of the text; "text" if not given. */
  readonly textColumn?: string | undefined;
  /** Column or key of the label; "label" if not given. */
  readonly labelColumn?: string | undefined;
}

export interface ParsedRow {
  readonly text: string;
  readonly label: string;
  /** Line of the file where the row begins, from 1. */
  readonly line: number;
}

/**
 * Rows of a file, by its format.
 * @throws DatasetError
 */
export function parseRows(bytes: Uint8Array, options: ParseOptions = {}): ParsedRow[] {
  const ending = /\.([a-z]+)$/i.exec(options.file ?? "")?.[1]?.toLowerCase();
  const format = options.format ?? (ending === "ndjson" ? "jsonl" : ending);
  if (format === "csv") return parseCsv(bytes, options);
  if (format === "jsonl") return parseJsonl(bytes, options);
  throw new DatasetError(
    "format",
    "the format is not known",
    { file: options.file },
    "give a .csv or .jsonl file",
  );
}

/**
 * Rows of a CSV file whose first line names the columns. Blank lines are passed over.
 * @throws DatasetError
 */
export function parseCsv(bytes: Uint8Array, options: ParseOptions = {}): ParsedRow[] {
  const { file } = options;
  const rows: ParsedRow[] = [];
  let header: readonly string[] | undefined;
  let textAt = -1;
  let labelAt = -1;
  for (const { fields, line } of csvRecords(decode(bytes, file), file)) {
    if (header === undefined) {
      header = fields;
      if (new Set(header).size !== header.length) {
        throw new DatasetError("column", "two columns have the same name", { file, line });
      }
      textAt = columnOf(header, options.textColumn ?? "text", file, line);
      labelAt = columnOf(header, options.labelColumn ?? "label", file, line);
      continue;
    }
    if (fields.length !== header.length) {
      const cause = `${fields.length} fields, where the header has ${header.length}`;
      throw new DatasetError(
        "csv",
        cause,
        { file, line },
        "put text with commas or line breaks in double quotes",
      );
    }
    add(rows, { text: fields[textAt]!, label: fields[labelAt]!, line }, options);
  }
  return finish(rows, file);
}

/**
 * Rows of a file with one JSON object a line. A label may be a string or an integer. Blank lines are passed over.
 * @throws DatasetError
 */
export function parseJsonl(bytes: Uint8Array, options: ParseOptions = {}): ParsedRow[] {
  const { file, textColumn = "text", labelColumn = "label" } = options;
  const rows: ParsedRow[] = [];
  const source = decode(bytes, file);
  let line = 0;
  for (let at = 0; at < source.length; ) {
    line++;
    const newline = source.indexOf("\n", at);
    const end = newline < 0 ? source.length : newline;
    checkRecord(end - at, file, line);
    const spelled = source.slice(at, end);
    at = end + 1;
    if (spelled.trim() === "") continue;
    const object = parseObject(spelled, file, line);
    const text = object[textColumn];
    const label = object[labelColumn];
    for (const [column, value] of [
      [textColumn, text],
      [labelColumn, label],
    ] as const) {
      if (value === undefined) {
        const keys = Object.keys(object).slice(0, 20).join(", ");
        throw new DatasetError(
          "column",
          "this key is missing",
          { file, line, column },
          `the line has: ${keys}`,
        );
      }
    }
    if (typeof text !== "string") {
      throw new DatasetError("value", "the text is no string", { file, line, column: textColumn });
    }
    if (typeof label !== "string" && !Number.isSafeInteger(label)) {
      const cause = "the label is neither a string nor an integer";
      throw new DatasetError("value", cause, { file, line, column: labelColumn });
    }
    add(rows, { text, label: String(label), line }, options);
  }
  return finish(rows, file);
}

function parseObject(
  spelled: string,
  file: string | undefined,
  line: number,
): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(spelled);
  } catch (error) {
    // A stack overflow of deep nesting is the file's fault too.
    throw new DatasetError("json", `no JSON: ${(error as Error).message}`, { file, line });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new DatasetError("json", "the line is no JSON object", { file, line });
  }
  if (Object.hasOwn(value, "__proto__")) {
    throw new DatasetError("json", "a key is not allowed", { file, line, column: "__proto__" });
  }
  return value as Record<string, unknown>;
}

function columnOf(header: readonly string[], name: string, file: string | undefined, line: number): number {
  const at = header.indexOf(name);
  if (at < 0) {
    const known = header.slice(0, 20).join(", ");
    throw new DatasetError(
      "column",
      "there is no such column",
      { file, line, column: name },
      `the file has: ${known}`,
    );
  }
  return at;
}

function add(rows: ParsedRow[], row: ParsedRow, options: ParseOptions): void {
  const { file, textColumn = "text", labelColumn = "label" } = options;
  const { line } = row;
  if (rows.length >= MAX_ROWS) {
    throw new DatasetError(
      "too_many_rows",
      `more than ${MAX_ROWS} rows`,
      { file, line },
      "split it into versions",
    );
  }
  for (const [column, value] of [
    [textColumn, row.text],
    [labelColumn, row.label],
  ] as const) {
    if (value.includes("\0")) throw new DatasetError("nul", "a NUL character", { file, line, column });
    if (hasLoneSurrogate(value)) {
      throw new DatasetError("encoding", "half of a surrogate pair, which UTF-8 cannot spell", {
        file,
        line,
        column,
      });
    }
  }
  rows.push(row);
}

function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udfff]/u.test(text);
}

function finish(rows: ParsedRow[], file: string | undefined): ParsedRow[] {
  if (rows.length === 0) throw new DatasetError("no_rows", "there is no row", { file });
  return rows;
}

function checkRecord(length: number, file: string | undefined, line: number): void {
  if (length > MAX_RECORD) {
    const cause = `a record of more than ${MAX_RECORD} characters`;
    throw new DatasetError("line_too_long", cause, { file, line }, "a double quote may not be closed");
  }
}

/** Bytes to text without its byte order mark. @throws DatasetError where it is not UTF-8, holds a NUL or is too large. */
function decode(bytes: Uint8Array, file: string | undefined): string {
  if (bytes.length > MAX_BLOB_BYTES) {
    throw new DatasetError("too_large", `${bytes.length} bytes, at most ${MAX_BLOB_BYTES}`, { file });
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new DatasetError("encoding", "the file is in UTF-16", { file }, "save it as UTF-8");
  }
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    if (!isUtf8(bytes, start, end)) {
      const fix = "it may be in Windows-1252 or Latin-1: save it as UTF-8";
      throw new DatasetError("encoding", "the line is not UTF-8", { file, line }, fix);
    }
    start = end + 1;
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    let at = 1;
    for (let i = 0; i < nul; i++) if (bytes[i] === 0x0a) at++;
    throw new DatasetError("nul", "a NUL byte", { file, line: at }, "save it as UTF-8 text");
  }
  return new TextDecoder("utf-8").decode(bytes);
}

interface CsvRecord {
  readonly fields: string[];
  readonly line: number;
}

/** Records of RFC 4180; lines end in LF or CRLF. */
function* csvRecords(source: string, file: string | undefined): Generator<CsvRecord, void> {
  let line = 1;
  let at = 0;
  while (at < source.length) {
    const start = at;
    const startLine = line;
    const fields: string[] = [];
    const fail = (cause: string, fix = ""): never => {
      throw new DatasetError("csv", cause, { file, line }, fix);
    };
    for (let open = true; open; ) {
      let field: string;
      if (source[at] === '"') {
        field = "";
        for (let from = at + 1; ; ) {
          const quote = source.indexOf('"', from);
          checkRecord((quote < 0 ? source.length : quote) - start, file, startLine);
          if (quote < 0) {
            line = startLine;
            fail("a double quote is not closed");
          }
          const piece = source.slice(from, quote);
          line += piece.split("\n").length - 1;
          field += piece;
          at = quote + 1;
          if (source[at] !== '"') break;
          field += '"';
          from = at + 1;
        }
      } else {
        const from = at;
        while (at < source.length && source[at] !== "," && source[at] !== "\n") {
          if (source[at] === '"')
            fail("a double quote within a field", "quote the whole field, and double the quote");
          if (source[at] === "\r") {
            if (source[at + 1] === "\n") break;
            fail("a carriage return alone", "end lines in LF or CRLF, or quote the field");
          }
          at++;
        }
        field = source.slice(from, at);
      }
      fields.push(field);
      if (fields.length > MAX_COLUMNS) fail(`more than ${MAX_COLUMNS} columns`);
      checkRecord(at - start, file, startLine);
      const next = source[at];
      if (next === ",") {
        at++;
      } else if (next === undefined || next === "\n" || (next === "\r" && source[at + 1] === "\n")) {
        at += next === "\r" ? 2 : 1;
        open = false;
      } else {
        fail("text behind a closing double quote", "double each quote within a field");
      }
    }
    line++;
    if (fields.length > 1 || fields[0] !== "") yield { fields, line: startLine };
  }
}
