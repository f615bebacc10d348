import { describe, expect, it } from "vitest";
import { AssayError } from "./errors.ts";
import { SequenceQueue } from "./sequence.ts";

const mismatch = (expected: number, got: number) =>
  new AssayError({
    codespace: "sdk",
    code: 32,
    log: `account sequence mismatch, expected ${expected}, got ${got}: incorrect account sequence`,
  });

/** A ledger's view of one account. */
function ledger(start: number) {
  let next = start;
  let asked = 0;
  return {
    fetch: async () => {
      asked++;
      return { accountNumber: 7, sequence: next };
    },
    send: async ({ sequence }: { sequence: number }) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (sequence !== next) throw mismatch(next, sequence);
      next++;
      return sequence;
    },
    others: () => next++,
    get asked() {
      return asked;
    },
  };
}

describe("sequence queue", () => {
  it("gives overlapping sends one sequence after the other and asks once", async () => {
    const chain = ledger(5);
    const queue = new SequenceQueue(chain.fetch);
    const sent = await Promise.all([1, 2, 3, 4].map(() => queue.next("a", chain.send)));
    expect(sent).toEqual([5, 6, 7, 8]);
    expect(chain.asked).toBe(1);
  });

  it("takes the sequence that the ledger waits for", async () => {
    const chain = ledger(0);
    const queue = new SequenceQueue(chain.fetch);
    expect(await queue.next("a", chain.send)).toBe(0);
    chain.others();
    expect(await queue.next("a", chain.send)).toBe(2);
    expect(await queue.next("a", chain.send)).toBe(3);
    expect(chain.asked).toBe(1);
  });

  it("retries once, not for ever", async () => {
    const queue = new SequenceQueue(async () => ({ accountNumber: 0, sequence: 0 }));
    let tries = 0;
    const refuse = async ({ sequence }: { sequence: number }): Promise<never> => {
      tries++;
      throw mismatch(sequence + 1, sequence);
    };
    await expect(queue.next("a", refuse)).rejects.toThrow("mismatch");
    expect(tries).toBe(2);
  });

  it("does not take a sequence that was not used, and goes on behind a failure", async () => {
    const chain = ledger(3);
    const queue = new SequenceQueue(chain.fetch);
    const lost = queue.next("a", async () => {
      throw new Error("no fee");
    });
    const next = queue.next("a", chain.send);
    await expect(lost).rejects.toThrow("no fee");
    expect(await next).toBe(3);
  });
});
