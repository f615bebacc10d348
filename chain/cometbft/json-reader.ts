/**
 * Values in a CometBFT node's JSON, read strictly: 64-bit numbers are text, hashes upper hex, other bytes base64, and
 * what Go leaves out is null.
 *
 * @module
 */
import { fromHex } from "@assay/primitives/bytes";
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import { fromBase64 } from "@assay/proto/wire/base64";
import { parseTime } from "../engine/time.ts";

/** The node answered what CometBFT v0.38 does not answer. */
export class FormatError extends Error {
  constructor(path: string, expected: string) {
    super(`the node's answer: ${path}: expected ${expected}`);
    this.name = "FormatError";
  }
}

/** A JSON object, and where it stands. */
export class Reader {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;

  /** @throws FormatError where it is none. */
  constructor(value: unknown, path: string) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new FormatError(path, "an object");
    }
    this.#fields = value as Record<string, unknown>;
    this.#path = path;
  }

  #at(name: string): string {
    return `${this.#path}.${name}`;
  }

  /** Null counts as absent. */
  has(name: string): boolean {
    return this.#fields[name] !== undefined && this.#fields[name] !== null;
  }

  fail(name: string, expected: string): never {
    throw new FormatError(this.#at(name), expected);
  }

  object(name: string): Reader {
    return new Reader(this.#fields[name], this.#at(name));
  }

  /** Null is an empty list. */
  list(name: string): readonly unknown[] {
    const value = this.#fields[name] ?? [];
    return Array.isArray(value) ? value : this.fail(name, "a list");
  }

  objects<T>(name: string, read: (reader: Reader) => T): T[] {
    return this.list(name).map((item, i) => read(new Reader(item, `${this.#at(name)}[${i}]`)));
  }

  text(name: string): string {
    const value = this.#fields[name];
    return typeof value === "string" ? value : this.fail(name, "text");
  }

  boolean(name: string): boolean {
    const value = this.#fields[name] ?? false;
    return typeof value === "boolean" ? value : this.fail(name, "true or false");
  }

  /** A number of at most 32 bits. */
  number(name: string): number {
    const value = this.#fields[name];
    return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 2 ** 32
      ? value
      : this.fail(name, "a whole number");
  }

  /** A 64-bit number, which is text; absent is 0 where Go leaves zeros out. */
  integer(name: string, absent?: bigint): bigint {
    const value = this.#fields[name];
    if (value === undefined && absent !== undefined) return absent;
    if (typeof value === "string" && /^-?\d{1,20}$/.test(value)) {
      const number = BigInt(value);
      if (BigInt.asIntN(64, number) === number) return number;
    }
    return this.fail(name, "a 64-bit number, written as text");
  }

  height(name: string): number {
    const value = this.integer(name);
    return value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER)
      ? Number(value)
      : this.fail(name, "a height");
  }

  hex(name: string): Uint8Array {
    const value = this.text(name);
    return /^([0-9A-F]{2})*$/.test(value) ? fromHex(value.toLowerCase()) : this.fail(name, "upper hex");
  }

  /** Absent is empty. */
  base64(name: string): Uint8Array {
    return this.has(name) ? (fromBase64(this.text(name)) ?? this.fail(name, "base64")) : new Uint8Array(0);
  }

  base64s(name: string): Uint8Array[] {
    return this.list(name).map((item, i) => {
      const bytes = typeof item === "string" ? fromBase64(item) : undefined;
      return bytes ?? this.fail(`${name}[${i}]`, "base64");
    });
  }

  time(name: string): Timestamp {
    return parseTime(this.text(name)) ?? this.fail(name, "a time in RFC 3339");
  }
}
