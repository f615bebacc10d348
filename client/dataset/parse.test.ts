import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DatasetError, type DatasetErrorCode } from "./errors.ts";
import { parseCsv, parseJsonl, parseRows } from "./parse.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const csv = (text: string) => parseCsv(bytesOf(text), { file: "a.csv" });
const jsonl = (text: string) => parseJsonl(bytesOf(text), { file: "a.jsonl" });

function errorOf(run: () => unknown): DatasetError {
  try {
    run();
  } catch (error) {
    if (error instanceof DatasetError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("CSV", () => {
  it("reads quotes, commas, line breaks, CRLF, a byte order mark and blank lines", () => {
    const source =
      '\ufeffid,text,label\r\n1,plain,yes\r\n\r\n2,"a ""quoted"", text",no\r\n3,"two\r\nlines",yes\r\n4,,no';
    expect(csv(source)).toEqual([
      { text: "plain", label: "yes", line: 2 },
      { text: 'a "quoted", text', label: "no", line: 4 },
      { text: "two\r\nlines", label: "yes", line: 5 },
      { text: "", label: "no", line: 7 },
    ]);
  });

  it("takes other columns", () => {
    const options = { textColumn: "review", labelColumn: "stars" };
    expect(parseCsv(bytesOf("stars,review\n5,good\n"), options)).toEqual([
      { text: "good", label: "5", line: 2 },
    ]);
  });

  it("gives back whatever fields are written with quotes", () => {
    const field = fc.string({ unit: fc.constantFrom(...'ab,"\n\r é𝄞 '), maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (rows, crlf) => {
          const quote = (value: string) => `"${value.replace(/"/g, '""')}"`;
          const lines = [["text", "label"], ...rows].map((row) => row.map(quote).join(","));
          const parsed = csv(lines.join(crlf ? "\r\n" : "\n"));
          expect(parsed.map(({ text, label }) => [text, label])).toEqual(rows);
        },
      ),
    );
  });

  it.each<[string, DatasetErrorCode, string]>([
    ["", "no_rows", "a.csv: there is no row"],
    ["text,label\n", "no_rows", "a.csv: there is no row"],
    [
      "text,class\na,b",
      "column",
      'a.csv, line 1, column "label": there is no such column; the file has: text, class',
    ],
    ["text,label,text\na,b,c", "column", "a.csv, line 1: two columns have the same name"],
    ["text,label\na,b\nc,d,e", "csv", "a.csv, line 3: 3 fields, where the header has 2"],
    ["text,label\nc", "csv", "a.csv, line 2: 1 fields, where the header has 2"],
    ['text,label\na,b\n"c,d\ne,f', "csv", "a.csv, line 3: a double quote is not closed"],
    ['text,label\n"a"b,c', "csv", "a.csv, line 2: text behind a closing double quote"],
    ['text,label\n"x\ny",a"b', "csv", "a.csv, line 3: a double quote within a field"],
    ["text,label\na\rb,c", "csv", "a.csv, line 2: a carriage return alone"],
    ["text,label\na,b\nc\0,d", "nul", "a.csv, line 3: a NUL byte"],
    [`${"x,".repeat(2000)}\n`, "csv", "a.csv, line 1: more than 1000 columns"],
    [
      `text,label\n"${"x".repeat(1024 * 1024)}`,
      "line_too_long",
      "a.csv, line 2: a record of more than 1048576",
    ],
    [
      `text,label\n${"x".repeat(1024 * 1024 + 1)},a`,
      "line_too_long",
      "a.csv, line 2: a record of more than 1048576",
    ],
  ])("refuses %j", (source, code, message) => {
    const error = errorOf(() => csv(source));
    expect(error.code).toBe(code);
    expect(error.message.startsWith(message)).toBe(true);
  });

  it("names the line that is not UTF-8, and UTF-16 by its mark", () => {
    const latin = new Uint8Array([...bytesOf("text,label\nok,a\ncaf"), 0xe9, ...bytesOf(",b\n")]);
    const error = errorOf(() => parseCsv(latin, { file: "a.csv" }));
    expect([error.code, error.place.line]).toEqual(["encoding", 3]);
    const utf16 = new Uint8Array([0xff, 0xfe, 0x74, 0]);
    expect(errorOf(() => parseCsv(utf16)).message).toBe("the file is in UTF-16; save it as UTF-8");
    expect(errorOf(() => parseCsv(new Uint8Array(64 * 1024 * 1024 + 1))).code).toBe("too_large");
  });

  it("bounds the rows", () => {
    expect(csv(`text,label\n${"a,b\n".repeat(100_000)}`).length).toBe(100_000);
    expect(errorOf(() => csv(`text,label\n${"a,b\n".repeat(100_001)}`))).toMatchObject({
      code: "too_many_rows",
      place: { line: 100_002 },
    });
  });
});

describe("JSON Lines", () => {
  it("reads strings and whole numbers as labels, other keys, CRLF and blank lines", () => {
    const source = '{"text":"a\\nb","label":"x","id":[1]}\r\n\n{"label":2,"text":"é"}';
    expect(jsonl(source)).toEqual([
      { text: "a\nb", label: "x", line: 1 },
      { text: "é", label: "2", line: 3 },
    ]);
  });

  it.each<[string, DatasetErrorCode, string]>([
    ["\n\n", "no_rows", "a.jsonl: there is no row"],
    ['{"text":"a","label":"b"}\n{"text":"a"', "json", "a.jsonl, line 2: no JSON"],
    ["[1]", "json", "a.jsonl, line 1: the line is no JSON object"],
    ["null", "json", "a.jsonl, line 1: the line is no JSON object"],
    ['{"text":"a"}', "column", 'a.jsonl, line 1, column "label": this key is missing; the line has: text'],
    ['{"text":1,"label":"a"}', "value", 'a.jsonl, line 1, column "text": the text is no string'],
    ['{"text":"a","label":1.5}', "value", 'a.jsonl, line 1, column "label": the label is neither'],
    ['{"text":"a","label":9007199254740993}', "value", 'a.jsonl, line 1, column "label"'],
    ['{"text":"a","label":null}', "value", 'a.jsonl, line 1, column "label"'],
    ['{"text":"a","label":"b","__proto__":{"text":"c"}}', "json", 'a.jsonl, line 1, column "__proto__"'],
    ['{"text":"a","label":"b","\\u005f_proto__":1}', "json", 'a.jsonl, line 1, column "__proto__"'],
    ['{"text":"a\\u0000","label":"b"}', "nul", 'a.jsonl, line 1, column "text": a NUL character'],
    [
      '{"text":"\\ud800","label":"b"}',
      "encoding",
      'a.jsonl, line 1, column "text": half of a surrogate pair',
    ],
    [`{"text":"${"x".repeat(1024 * 1024)}"}`, "line_too_long", "a.jsonl, line 1: a record of more than"],
  ])("refuses %j", (source, code, message) => {
    const error = errorOf(() => jsonl(source));
    expect([error.code, error.message.slice(0, message.length)]).toEqual([code, message]);
  });

  it("throws nothing but its own error for deep nesting or any bytes", () => {
    const deep = `{"text":"a","label":"b","x":${"[".repeat(400_000)}${"]".repeat(400_000)}}`;
    try {
      expect(jsonl(deep).length).toBe(1);
    } catch (error) {
      expect(error).toBeInstanceOf(DatasetError);
    }
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.constantFrom('{"text":"a","label":"b"}', "\n", "\r\n", '"', ",", "text,label\n", "}").map(bytesOf),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom("csv", "jsonl"), (pieces, format) => {
        const bytes = new Uint8Array(pieces.flatMap((part) => [...part]));
        try {
          for (const row of parseRows(bytes, { format })) expect(row.text.includes("\0")).toBe(false);
        } catch (error) {
          expect(error).toBeInstanceOf(DatasetError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the format", () => {
  it("follows from the file's ending", () => {
    expect(parseRows(bytesOf("text,label\na,b"), { file: "x.CSV" }).length).toBe(1);
    expect(parseRows(bytesOf('{"text":"a","label":"b"}'), { file: "x.ndjson" }).length).toBe(1);
    expect(errorOf(() => parseRows(bytesOf("a"), { file: "x.xlsx" })).message).toBe(
      "x.xlsx: the format is not known; give a .csv or .jsonl file",
    );
  });
});
