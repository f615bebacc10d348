import { createHash } from "node:crypto";
import { bech32 } from "@scure/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressFromBech32, addressToBech32, moduleAddress } from "./address.ts";

const anAddress = fc.oneof(
  fc.uint8Array({ minLength: 20, maxLength: 20 }),
  fc.uint8Array({ minLength: 32, maxLength: 32 }),
);
const aPrefix = fc.stringMatching(/^[a-z0-9]{1,12}$/);

/** What @scure/base makes of a text, under our rules: lower case, this prefix, 20 or 32 bytes. */
function reference(text: string, prefix: string): Uint8Array | undefined {
  if (text !== text.toLowerCase()) return undefined;
  try {
    const { prefix: found, words } = bech32.decode(text as `${string}1${string}`, 90);
    const bytes = bech32.fromWords(words);
    return found === prefix && (bytes.length === 20 || bytes.length === 32) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

describe("addresses", () => {
  it("spells them as @scure/base does and reads them back", () => {
    fc.assert(
      fc.property(anAddress, aPrefix, (bytes, prefix) => {
        const text = addressToBech32(bytes, prefix);
        expect(text).toBe(bech32.encode(prefix, bech32.toWords(bytes)));
        expect(addressFromBech32(text, prefix)).toEqual(bytes);
        expect(addressFromBech32(text.toUpperCase(), prefix)).toBeUndefined();
        expect(addressFromBech32(text, `${prefix}x`)).toBeUndefined();
      }),
    );
  });

  it("accepts and refuses what @scure/base does where one character is changed, added or lost", () => {
    const change = fc.tuple(
      fc.nat(),
      fc.constantFrom("swap", "add", "drop"),
      fc.integer({ min: 32, max: 130 }),
    );
    fc.assert(
      fc.property(anAddress, change, ([...bytes], [where, how, code]) => {
        const text = addressToBech32(new Uint8Array(bytes), "assay");
        const at = where % text.length;
        const other = String.fromCharCode(code);
        const after = how === "add" ? at : at + 1;
        const changed = text.slice(0, at) + (how === "drop" ? "" : other) + text.slice(after);
        expect(addressFromBech32(changed, "assay")).toEqual(reference(changed, "assay"));
      }),
      { numRuns: 2000 },
    );
  });

  it("accepts and refuses what @scure/base does of any words with a right checksum", () => {
    // Other lengths, and padding that is long or not zero.
    const words = fc.array(fc.nat({ max: 31 }), { minLength: 28, maxLength: 55 });
    fc.assert(
      fc.property(words, (five) => {
        const text = bech32.encode("assay", five);
        expect(addressFromBech32(text, "assay")).toEqual(reference(text, "assay"));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["", "1", "assay", "assay1", "assay1qqqqqq", "assay1é", `assay1${"q".repeat(500)}`])(
    "refuses %j",
    (text) => {
      expect(addressFromBech32(text, "assay")).toBeUndefined();
      expect(addressFromBech32(text, "")).toBeUndefined();
    },
  );

  it("refuses to spell other lengths and prefixes", () => {
    expect(() => addressToBech32(new Uint8Array(21), "assay")).toThrow(RangeError);
    for (const prefix of ["", "Assay", "a ssay", "x".repeat(52)]) {
      expect(() => addressToBech32(new Uint8Array(20), prefix)).toThrow(RangeError);
    }
  });

  it("gives a module the first 20 bytes of its name's hash", () => {
    const hash = createHash("sha256").update("data").digest();
    expect(moduleAddress("data")).toEqual(new Uint8Array(hash.subarray(0, 20)));
  });
});
