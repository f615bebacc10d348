/**
 * Sequences are handed out here, one account's one after the other: asking the ledger before each transaction gives the
 * same one twice while a block is under way.
 *
 * @module
 */
import { expectedSequence } from "./errors.ts";

export interface SignerAccount {
  readonly accountNumber: number;
  readonly sequence: number;
}

export class SequenceQueue {
  readonly #fetch: (address: string) => Promise<SignerAccount>;
  readonly #known = new Map<string, SignerAccount>();
  readonly #lines = new Map<string, Promise<unknown>>();

  constructor(fetch: (address: string) => Promise<SignerAccount>) {
    this.#fetch = fetch;
  }

  /** The next sequence, without taking it. */
  async peek(address: string): Promise<SignerAccount> {
    return this.#known.get(address) ?? (await this.#load(address));
  }

  /** Asks the ledger again next time. */
  forget(address: string): void {
    this.#known.delete(address);
  }

  /**
   * Runs with the next sequence, after all that began before. Takes it if `use` succeeds. If the ledger waits for
   * another one, runs once more with that.
   */
  next<T>(address: string, use: (account: SignerAccount) => Promise<T>): Promise<T> {
    const before = this.#lines.get(address) ?? Promise.resolve();
    const run = before.then(
      () => this.#run(address, use),
      () => this.#run(address, use),
    );
    this.#lines.set(address, run);
    const clear = (): void => {
      if (this.#lines.get(address) === run) this.#lines.delete(address);
    };
    run.then(clear, clear);
    return run;
  }

  async #run<T>(address: string, use: (account: SignerAccount) => Promise<T>): Promise<T> {
    let account = await this.peek(address);
    try {
      return await this.#take(address, account, use);
    } catch (error) {
      this.forget(address);
      const expected = expectedSequence(error);
      if (expected === undefined) throw error;
      account = { accountNumber: account.accountNumber, sequence: expected };
    }
    try {
      return await this.#take(address, account, use);
    } catch (error) {
      this.forget(address);
      throw error;
    }
  }

  async #take<T>(
    address: string,
    account: SignerAccount,
    use: (account: SignerAccount) => Promise<T>,
  ): Promise<T> {
    const result = await use(account);
    this.#known.set(address, { ...account, sequence: account.sequence + 1 });
    return result;
  }

  async #load(address: string): Promise<SignerAccount> {
    const account = await this.#fetch(address);
    this.#known.set(address, account);
    return account;
  }
}
