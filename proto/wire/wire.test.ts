import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import protobuf from "protobufjs";
import { describe, expect, test } from "vitest";
import { allMessageTypes, arbitraryMessage } from "../../test/harness/arbitrary-message.ts";
import { protoFile } from "../../tools/proto/resolve.ts";
import { AuthInfo, ModeInfo, TxBody, TxRaw } from "../gen/cosmos/tx/v1beta1/tx.ts";
import { Any } from "../gen/google/protobuf/any.ts";
import { Request } from "../gen/tendermint/abci/types.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { MAX_DEPTH } from "./encode.ts";
import { WireError } from "./errors.ts";
import { messageFromJson, messageToJson } from "./json.ts";
import type { MessageType } from "./message-type.ts";
import { stringToUtf8, utf8ToString } from "./utf8.ts";

const types = await allMessageTypes();

const root = join(process.env.ASSAY_ROOT ?? process.cwd(), "proto");
const reference = new protobuf.Root();
reference.resolvePath = (_origin, target) => protoFile(root, target);
await reference.load(
  readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".proto") && !name.includes("node_modules"),
  ),
  { keepCase: true },
);

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** What strict reading makes of bytes; undefined where it refuses. Anything but a WireError fails the test. */
function strictly(type: MessageType<object>, bytes: Uint8Array): object | undefined {
  try {
    return type.fromBytesStrict(bytes);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

function leniently(type: MessageType<object>, bytes: Uint8Array): object | undefined {
  try {
    return type.fromBytes(bytes);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

/** A type, and a message of it. */
const typed = fc
  .constantFrom(...types)
  .chain((type) => arbitraryMessage(type).map((message) => ({ type, message })));

/** Bytes near a valid message: one or two changes of the kinds that tell readers apart. */
const spoiled = typed.chain(({ type, message }) => {
  const bytes = type.toBytes(message);
  const at = fc.nat(bytes.length);
  const change: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc.oneof(
    fc.tuple(at, fc.nat(7)).map(
      ([i, bit]) =>
        (b: Uint8Array) =>
          b.map((v, k) => (k === i ? v ^ (1 << bit) : v)),
    ),
    at.map((i) => (b: Uint8Array) => b.slice(0, i)),
    fc.tuple(at, fc.uint8Array({ minLength: 1, maxLength: 6 })).map(
      ([i, more]) =>
        (b: Uint8Array) =>
          Uint8Array.of(...b.slice(0, i), ...more, ...b.slice(i)),
    ),
    // The message twice, or its halves exchanged: duplicate and disordered fields.
    fc.constant((b: Uint8Array) => Uint8Array.of(...b, ...b)),
    at.map((i) => (b: Uint8Array) => Uint8Array.of(...b.slice(i), ...b.slice(0, i))),
    // A varint spelled longer than it must be.
    at.map(
      (i) => (b: Uint8Array) =>
        i < b.length && b[i]! < 128 ? Uint8Array.of(...b.slice(0, i), b[i]! | 128, 0, ...b.slice(i + 1)) : b,
    ),
    fc.constantFrom<(b: Uint8Array) => Uint8Array>(
      // An unknown field, a group, field number 0, wire types 6 and 7.
      (b) => Uint8Array.of(...b, 0xfa, 0xff, 0xff, 0xff, 0x0f, 0),
      (b) => Uint8Array.of(...b, 0x0b, 0x0c),
      (b) => Uint8Array.of(...b, 0x00, 0x00),
      (b) => Uint8Array.of(...b, 0x0e),
      (b) => Uint8Array.of(...b, 0x0f),
    ),
  );
  return fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) => ({
    type,
    valid: bytes,
    bytes: changes.reduce((b, f) => f(b), bytes),
  }));
});

describe("the strict codec", () => {
  test("knows every message of the .proto files", () => {
    expect(types.length).toBeGreaterThan(150);
    for (const { typeName } of types) expect(() => reference.lookupType(typeName), typeName).not.toThrow();
  });

  test("reads what it writes, and writes it again alike", () => {
    fc.assert(
      fc.property(typed, ({ type, message }) => {
        const bytes = type.toBytes(message);
        const read = type.fromBytesStrict(bytes);
        expect(read).toEqual(message);
        expect(hex(type.toBytes(read))).toBe(hex(bytes));
        expect(type.fromBytes(bytes)).toEqual(read);
      }),
      { numRuns: 800 },
    );
  });

  test("agrees with protobufjs on every canonical input", () => {
    fc.assert(
      fc.property(typed, ({ type, message }) => {
        const other = reference.lookupType(type.typeName);
        const bytes = type.toBytes(message);
        const theirs = other.decode(bytes);
        expect(hex(other.encode(theirs).finish())).toBe(hex(bytes));
        // And what it makes of our values is what we wrote.
        const values = other.toObject(theirs, { longs: String, bytes: String, enums: Number });
        expect(hex(other.encode(other.fromObject(values)).finish())).toBe(hex(bytes));
        expect(plain(type, message)).toEqual(values);
      }),
      { numRuns: 800 },
    );
  });

  test("whatever it accepts it writes again alike, and it throws nothing but its own error", () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(spoiled, ({ type, bytes }) => {
        const read = strictly(type, bytes);
        leniently(type, bytes);
        if (read === undefined) refused++;
        else {
          accepted++;
          expect(hex(type.toBytes(read))).toBe(hex(bytes));
          // Where it accepts, so does the reference, with the same values.
          const other = reference.lookupType(type.typeName);
          expect(plain(type, read)).toEqual(
            other.toObject(other.decode(bytes), { longs: String, bytes: String, enums: Number }),
          );
        }
      }),
      { numRuns: 4000 },
    );
    // The test looked at both.
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(1000);
  });

  test("random bytes", () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.uint8Array({ maxLength: 60 }), (type, bytes) => {
        const read = strictly(type, bytes);
        leniently(type, bytes);
        if (read !== undefined) expect(hex(type.toBytes(read))).toBe(hex(bytes));
      }),
      { numRuns: 4000 },
    );
  });

  test("a message has one spelling: different messages have different bytes", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...types)
          .chain((type) => fc.tuple(fc.constant(type), arbitraryMessage(type), arbitraryMessage(type))),
        ([type, a, b]) => {
          const same = hex(type.toBytes(a)) === hex(type.toBytes(b));
          let equal = true;
          try {
            expect(a).toEqual(b);
          } catch {
            equal = false;
          }
          expect(same).toBe(equal);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** As protobufjs shows a decoded message: only what is there, 64-bit numbers as text, bytes in base64. */
function plain(type: MessageType<object>, message: object): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const field of type.fields) {
    const value = (message as Record<string, unknown>)[field.name];
    const one = (item: unknown): unknown => {
      if (field.kind === "message") return plain(field.message!(), item as object);
      if (typeof item === "bigint") return item.toString();
      return item instanceof Uint8Array ? toBase64(item) : item;
    };
    if (field.repeated) {
      if ((value as unknown[]).length > 0) out[field.protoName] = (value as unknown[]).map(one);
    } else if (value !== undefined) {
      const absent =
        !field.explicit &&
        field.kind !== "message" &&
        hex(type.toBytes({ ...type.create(), [field.name]: value })) === "";
      if (!absent) out[field.protoName] = one(value);
    }
  }
  return out;
}

describe("depth and size", () => {
  /** `ModeInfo.multi.mode_infos` in itself, so many times. */
  function nested(levels: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    const varint = (value: number): number[] => {
      const bytes = [];
      for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
      return [...bytes, value];
    };
    for (let i = 0; i < levels; i++) {
      const inner = Uint8Array.of(0x12, ...varint(length));
      const outer = Uint8Array.of(0x12, ...varint(length + inner.length));
      parts.push(inner, outer);
      length += inner.length + outer.length;
    }
    return Buffer.concat(parts.reverse());
  }

  test("the bound is where it is said to be", () => {
    // Each level is two messages: Multi, and the ModeInfo in it.
    expect(strictly(ModeInfo as MessageType<object>, nested(MAX_DEPTH / 2))).toBeDefined();
    expect(() => ModeInfo.fromBytesStrict(nested(MAX_DEPTH / 2 + 1))).toThrow("depth");
    expect(() => ModeInfo.fromBytes(nested(MAX_DEPTH / 2 + 1))).toThrow("depth");
  });

  test.each([10, 1000, 100_000])(
    "%s levels of messages and groups end in the codec's own error",
    (levels) => {
      const inputs = [
        nested(levels),
        new Uint8Array(levels).fill(0x0b),
        new Uint8Array(levels).fill(0x13),
        Uint8Array.of(
          ...new Uint8Array(Math.min(levels, 10_000)).fill(0x0b),
          ...new Uint8Array(Math.min(levels, 10_000)).fill(0x0c),
        ),
      ];
      for (const bytes of inputs) {
        for (const type of [ModeInfo, TxRaw, TxBody, AuthInfo, Any, Request] as MessageType<object>[]) {
          const read = strictly(type, bytes);
          leniently(type, bytes);
          if (read !== undefined) expect(hex(type.toBytes(read))).toBe(hex(bytes));
        }
      }
    },
  );

  test("what is too deep is not written either", () => {
    let mode = ModeInfo.create();
    for (let i = 0; i < 100; i++) mode = ModeInfo.fromPartial({ multi: { modeInfos: [mode] } });
    expect(() => ModeInfo.toBytes(mode)).toThrow(WireError);
  });

  test.each([2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63])(
    "a length of %s reads nothing beyond the end",
    (length) => {
      const bytes = [0x0a];
      let rest = BigInt(length);
      for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
      bytes.push(Number(rest), 1, 2, 3);
      expect(strictly(TxRaw as MessageType<object>, Uint8Array.from(bytes))).toBeUndefined();
      expect(leniently(TxRaw as MessageType<object>, Uint8Array.from(bytes))).toBeUndefined();
    },
  );

  test("a field of a megabyte is a field", () => {
    const text = "é".repeat(500_000);
    const bytes = TxBody.toBytes(TxBody.fromPartial({ memo: text }));
    expect(TxBody.fromBytesStrict(bytes).memo).toBe(text);
  });

  test("a list of a hundred thousand is a list", () => {
    const raw = TxRaw.fromPartial({ signatures: Array.from({ length: 100_000 }, () => new Uint8Array(0)) });
    expect(TxRaw.fromBytesStrict(TxRaw.toBytes(raw)).signatures).toHaveLength(100_000);
  });
});

describe("each rule of the strict reader", () => {
  const refuses = (code: string, type: MessageType<object>, ...bytes: number[]) => {
    try {
      type.fromBytesStrict(Uint8Array.from(bytes));
    } catch (error) {
      expect(error).toBeInstanceOf(WireError);
      expect((error as WireError).code).toBe(code);
      return;
    }
    expect.fail(`${bytes} were accepted`);
  };

  test.each<[string, string, MessageType<object>, number[]]>([
    ["a varint that could be shorter", "varint", Any as MessageType<object>, [0x8a, 0x00, 0x01, 0x61]],
    ["a length that could be shorter", "varint", Any as MessageType<object>, [0x0a, 0x81, 0x00, 0x61]],
    ["an unknown field", "unknown_field", Any as MessageType<object>, [0x1a, 0x00]],
    ["a default value", "default_value", Any as MessageType<object>, [0x0a, 0x00]],
    ["a field twice", "order", Any as MessageType<object>, [0x0a, 0x01, 0x61, 0x0a, 0x01, 0x61]],
    ["fields out of order", "order", Any as MessageType<object>, [0x12, 0x01, 0x61, 0x0a, 0x01, 0x61]],
    ["another wire type", "wire_type", Any as MessageType<object>, [0x08, 0x01]],
    ["a group", "wire_type", Any as MessageType<object>, [0x0b, 0x0c]],
    ["field number 0", "tag", Any as MessageType<object>, [0x02, 0x00]],
    ["a tag over 32 bits", "tag", Any as MessageType<object>, [0x82, 0x80, 0x80, 0x80, 0x10, 0x00]],
    ["text that ends in a character", "utf8", Any as MessageType<object>, [0x0a, 0x01, 0xc3]],
    ["an overlong NUL", "utf8", Any as MessageType<object>, [0x0a, 0x02, 0xc0, 0x80]],
    ["a surrogate", "utf8", Any as MessageType<object>, [0x0a, 0x03, 0xed, 0xa0, 0x80]],
    ["a missing value", "truncated", Any as MessageType<object>, [0x0a]],
    ["a length past the end", "truncated", Any as MessageType<object>, [0x0a, 0x02, 0x61]],
    ["a varint of 11 bytes", "varint", TxBody as MessageType<object>, [0x18, ...Array(10).fill(0xff), 0x01]],
    ["a varint of 65 bits", "varint", TxBody as MessageType<object>, [0x18, ...Array(9).fill(0xff), 0x02]],
    ["a boolean of 2", "range", TxBody as MessageType<object>, [0x20, 0x02]],
    ["two members of a oneof", "oneof", ModeInfo as MessageType<object>, [0x0a, 0x00, 0x12, 0x00]],
  ])("%s", (_name, code, type, bytes) => {
    refuses(code, type, ...bytes);
  });
});

describe("bytes of a message", () => {
  const whole = Any.toBytes({ typeUrl: "/a", value: new Uint8Array(100).fill(1) });

  test("read strictly are views: what is read stays as it is", () => {
    const { value } = Any.fromBytesStrict(whole);
    expect([value.buffer, value.length]).toEqual([whole.buffer, 100]);
    const { value: ofBuffer } = Any.fromBytesStrict(Buffer.from(whole));
    expect([ofBuffer.constructor, ofBuffer]).toEqual([Uint8Array, value]);
  });

  test("read by a client are its own", () => {
    const bytes = whole.slice();
    const { value } = Any.fromBytes(bytes);
    bytes.fill(2);
    expect(value).toEqual(new Uint8Array(100).fill(1));
  });
});

describe("text", () => {
  const fatal = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  test("is UTF-8 exactly where the platform says so", () => {
    const near = fc.string({ unit: "binary", maxLength: 12 }).chain((text) => {
      const bytes = new TextEncoder().encode(text);
      return fc.tuple(fc.nat(bytes.length), fc.integer({ min: 0, max: 255 })).map(([i, value]) => {
        const copy = bytes.slice();
        if (i < copy.length) copy[i] = value;
        return copy;
      });
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 8 }), near), (bytes) => {
        let expected: string | undefined;
        try {
          expected = fatal.decode(bytes);
        } catch {
          expected = undefined;
        }
        if (expected !== undefined) {
          expect(utf8ToString(bytes)).toBe(expected);
          expect(hex(stringToUtf8(expected))).toBe(hex(bytes));
        } else expect(() => utf8ToString(bytes)).toThrow(WireError);
      }),
      { numRuns: 5000 },
    );
  });

  test("with half a character is not written", () => {
    for (const text of ["\ud800", "a\udc00", "\ud800\ud800", "\udbff\ue000"]) {
      expect(() => stringToUtf8(text)).toThrow(WireError);
      expect(() => TxBody.toBytes(TxBody.fromPartial({ memo: text }))).toThrow(WireError);
    }
  });
});

describe("JSON", () => {
  test("and back is the same message, in base64 and in hex", () => {
    fc.assert(
      fc.property(typed, fc.constantFrom("base64" as const, "hex" as const), ({ type, message }, form) => {
        const json = JSON.parse(JSON.stringify(messageToJson(type, message, form)));
        expect(messageFromJson(type, json, type.typeName, form)).toEqual(message);
      }),
      { numRuns: 800 },
    );
  });

  test("base64 has one spelling", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(hex(fromBase64(toBase64(bytes))!)).toBe(hex(bytes));
      }),
    );
    for (const text of ["a", "ab", "abc", "ab=c", "====", "YR==", "YWI", "YW I=", "YWJ=", "-_==", "YWJj\n"]) {
      expect(fromBase64(text), text).toBeUndefined();
    }
  });
});
