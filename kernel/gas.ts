/**
 * Gas: what a transaction may cost. Prices of reads and writes are the Cosmos SDK's (store/types/gas.go, KVGasConfig),
 * since wallets and clients assume their size.
 *
 * @module
 */
import { sdkErrors } from "./errors.ts";
import type { KeyRange, StoredValue, StoreReader, StoreWriter } from "./store.ts";

export const GAS = {
  has: 1000,
  delete: 1000,
  readFlat: 1000,
  readPerByte: 3,
  writeFlat: 2000,
  writePerByte: 30,
  iterateNext: 30,
} as const;

export class GasMeter {
  /** Units; a safe integer, since a block's limit is far below 2^53. */
  readonly limit: number;
  #used = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  get used(): number {
    return this.#used;
  }

  /** @throws sdk/11 where more was used than the limit; the overshoot stays counted, as in the SDK. */
  consume(amount: number, what: string): void {
    this.#used += amount;
    if (this.#used > this.limit) {
      throw sdkErrors.outOfGas(
        `out of gas in location: ${what}; gasWanted: ${this.limit}, gasUsed: ${this.#used}`,
      );
    }
  }
}

/** A meter that never runs out: hooks, genesis, simulation. */
export const unlimitedGas = (): GasMeter => new GasMeter(Number.MAX_SAFE_INTEGER);

/** Charges every access of the store behind it. */
export class MeteredStore implements StoreWriter {
  readonly #store: StoreWriter;
  readonly #gas: GasMeter;

  constructor(store: StoreWriter, gas: GasMeter) {
    this.#store = store;
    this.#gas = gas;
  }

  get(module: string, key: Uint8Array): Uint8Array | undefined {
    return this.entry(module, key).value;
  }

  entry(module: string, key: Uint8Array): StoredValue {
    this.#gas.consume(GAS.readFlat, "ReadFlat");
    const entry = this.#store.entry(module, key);
    const length = entry.value === undefined ? 0 : entry.value.length;
    this.#gas.consume(GAS.readPerByte * (key.length + length), "ReadPerByte");
    return entry;
  }

  has(module: string, key: Uint8Array): boolean {
    this.#gas.consume(GAS.has, "Has");
    return this.#store.has(module, key);
  }

  *iterate(module: string, range: KeyRange): Iterable<readonly [Uint8Array, Uint8Array]> {
    for (const entry of (this.#store as StoreReader).iterate(module, range)) {
      this.#gas.consume(GAS.iterateNext + GAS.readPerByte * (entry[0].length + entry[1].length), "IterNext");
      yield entry;
    }
  }

  set(module: string, key: Uint8Array, value: Uint8Array, decoded?: unknown): void {
    this.#gas.consume(GAS.writeFlat, "WriteFlat");
    this.#gas.consume(GAS.writePerByte * (key.length + value.length), "WritePerByte");
    this.#store.set(module, key, value, decoded);
  }

  delete(module: string, key: Uint8Array): void {
    this.#gas.consume(GAS.delete, "Delete");
    this.#store.delete(module, key);
  }
}
