import { toHex } from "@assay/primitives/bytes";
import { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { describe, expect, test } from "vitest";
import { type DatasetPages, NamedBlobs } from "./named-blobs.ts";

const byte32 = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const blob = (n: number, size: number) => ({ sha256: byte32(n), size: BigInt(size) });
const hash = (n: number): string => toHex(byte32(n));

function dataset(id: number, features: [number, number], labels?: [number, number]): Dataset {
  return Dataset.fromPartial({
    id: byte32(id),
    terms: {
      featuresBlob: blob(...features),
      ...(labels === undefined ? {} : { labelsBlob: blob(...labels) }),
    },
  });
}

/** A ledger's list, oldest first, served newest first in pages of two. */
function ledger(list: Dataset[]) {
  const calls: number[] = [];
  const pages: DatasetPages = async ({ key }) => {
    calls.push(key.length);
    const newest = [...list].reverse();
    const at = key[0] ?? 0;
    const next = at + 2 < newest.length ? Uint8Array.of(at + 2) : new Uint8Array(0);
    return { datasets: newest.slice(at, at + 2), nextKey: next };
  };
  return { pages, calls };
}

describe("blobs that the ledger names", () => {
  test("are found on all pages, features and labels", async () => {
    const list = [dataset(1, [11, 5], [21, 6]), dataset(2, [12, 7]), dataset(3, [13, 8])];
    const { pages, calls } = ledger(list);
    const named = new NamedBlobs(pages, 0);
    expect(await named.maxSize(hash(11))).toBe(5);
    expect(await named.maxSize(hash(21))).toBe(6);
    expect(await named.maxSize(hash(13))).toBe(8);
    expect(calls).toHaveLength(2);
    expect(await named.maxSize(hash(99))).toBeUndefined();
    // The newest is known: one page was enough.
    expect(calls).toHaveLength(3);
  });

  test("have the largest size that anybody names: a smaller lie shuts nobody out", async () => {
    const { pages } = ledger([dataset(1, [11, 500]), dataset(2, [11, 1])]);
    expect(await new NamedBlobs(pages, 0).maxSize(hash(11))).toBe(500);
    const { pages: other } = ledger([dataset(2, [11, 1]), dataset(1, [11, 500])]);
    expect(await new NamedBlobs(other, 0).maxSize(hash(11))).toBe(500);
  });

  test("are found if they were published while somebody else's question was under way", async () => {
    const list = [dataset(1, [11, 5])];
    let open!: () => void;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { pages } = ledger(list);
    let calls = 0;
    const named = new NamedBlobs(async (page) => {
      const answer = await pages(page);
      if (calls++ === 0) await gate;
      return answer;
    }, 0);
    const early = named.maxSize(hash(99));
    await new Promise((resolve) => setTimeout(resolve, 20));
    list.push(dataset(2, [12, 7]));
    const late = named.maxSize(hash(12));
    open();
    expect(await early).toBeUndefined();
    expect(await late).toBe(7);
  });

  test("are asked for together: a flood of names is a few questions", async () => {
    const { pages, calls } = ledger([dataset(1, [11, 5])]);
    const named = new NamedBlobs(pages, 50);
    await Promise.all(Array.from({ length: 500 }, (_, i) => named.maxSize(`${i}`)));
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  test("are found after the ledger was set back", async () => {
    const list = [dataset(1, [11, 5]), dataset(2, [12, 7]), dataset(3, [13, 8])];
    const { pages } = ledger(list);
    const named = new NamedBlobs(pages, 0);
    expect(await named.maxSize(hash(13))).toBe(8);
    list.splice(1, 2, dataset(7, [17, 9]), dataset(8, [18, 9]), dataset(9, [19, 9]));
    expect(await named.maxSize(hash(17))).toBe(9);
  });

  test("a ledger that fails is asked again", async () => {
    let fail = true;
    const { pages } = ledger([dataset(1, [11, 5])]);
    const named = new NamedBlobs((page) => (fail ? Promise.reject(new Error("away")) : pages(page)), 0);
    await expect(named.maxSize(hash(11))).rejects.toThrow("away");
    fail = false;
    expect(await named.maxSize(hash(11))).toBe(5);
  });
});
