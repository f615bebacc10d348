/**
 * Reads JSON of a stranger field by field: what is missing or of another kind is one error with the field's path.
 *
 * @module
 */
import { fromBase64 } from "@assay/proto/wire/base64";
import { clientError } from "./errors.ts";

export class JsonReader {
  readonly #value: unknown;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    this.#value = value;
    this.#path = path;
  }

  #bad(expected: string): never {
    throw clientError("badAnswer", `${this.#path}: expected ${expected}`);
  }

  /** Neither missing nor null. */
  get present(): boolean {
    return this.#value !== undefined && this.#value !== null;
  }

  /** A field; reading on from a missing one fails only where something is demanded. */
  at(name: string): JsonReader {
    const path = `${this.#path}.${name}`;
    if (!this.present) return new JsonReader(undefined, path);
    if (typeof this.#value !== "object" || Array.isArray(this.#value)) this.#bad("an object");
    return new JsonReader((this.#value as Record<string, unknown>)[name], path);
  }

  /** Empty where missing: Go writes null for an empty list. */
  list(): JsonReader[] {
    if (!this.present) return [];
    if (!Array.isArray(this.#value)) this.#bad("a list");
    return this.#value.map((item, i) => new JsonReader(item, `${this.#path}[${i}]`));
  }

  /** `or` stands for a missing one; without it, missing is an error. */
  text(or?: string): string {
    if (!this.present && or !== undefined) return or;
    if (typeof this.#value !== "string") this.#bad("text");
    return this.#value;
  }

  bool(or: boolean): boolean {
    if (!this.present) return or;
    if (typeof this.#value !== "boolean") this.#bad("true or false");
    return this.#value;
  }

  /** A number or its text, which fits a JavaScript integer; 0 where missing. */
  int(): number {
    const number = Number(this.#value ?? 0);
    if (!Number.isSafeInteger(number) || this.#value === "") this.#bad("an integer");
    return number;
  }

  /** A number or its text; 0 where missing. */
  big(): bigint {
    if (!this.present) return 0n;
    const text = String(this.#value);
    if (!/^-?\d{1,24}$/.test(text)) this.#bad("an integer");
    return BigInt(text);
  }

  /** Base64; empty where missing. */
  base64(): Uint8Array {
    if (!this.present) return new Uint8Array(0);
    const bytes = typeof this.#value === "string" ? fromBase64(this.#value) : undefined;
    return bytes ?? this.#bad("base64");
  }
}
