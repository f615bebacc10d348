/**
 * What every backend must do, written once and run against each.
 *
 * @module
 */
import type { Backend, BatchOp } from "@assay/chain/store/backend";
import fc from "fast-check";
import { expect, test } from "vitest";

export interface BackendUnderTest {
  /** An empty backend. */
  open(): Promise<Backend>;
  /** The same data opened anew after a close; absent where a backend keeps nothing. */
  reopen?(closed: Backend): Promise<Backend>;
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const put = (key: Uint8Array, value: Uint8Array): BatchOp => ({ type: "put", key, value });
const del = (key: Uint8Array): BatchOp => ({ type: "del", key });
const sync = { sync: true } as const;

async function all(entries: AsyncIterable<readonly [Uint8Array, Uint8Array]>): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const [key, value] of entries) found.push([hex(key), hex(value)]);
  return found;
}

function hex(value: Uint8Array): string {
  expect(value).toBeInstanceOf(Uint8Array);
  return Buffer.from(value).toString("hex");
}

/** Registers the tests; call it within a `describe`. */
export function backendConformance(under: BackendUnderTest): void {
  test("an absent key is undefined, both ways", async () => {
    const backend = await under.open();
    expect(await backend.get(bytes(1))).toBeUndefined();
    expect(backend.getSync(bytes(1))).toBeUndefined();
    await backend.close();
  });

  test("a batch is applied in order, the last operation on a key counting", async () => {
    const backend = await under.open();
    await backend.batch(
      [
        put(bytes(1), bytes(1)),
        put(bytes(2), bytes(2)),
        del(bytes(1)),
        put(bytes(2), bytes(3)),
        del(bytes(9)),
      ],
      sync,
    );
    expect(backend.getSync(bytes(1))).toBeUndefined();
    expect(hex((await backend.get(bytes(2)))!)).toBe("03");
    expect(hex(backend.getSync(bytes(2))!)).toBe("03");
    await backend.close();
  });

  test("an empty batch and an empty value are allowed", async () => {
    const backend = await under.open();
    await backend.batch([], sync);
    await backend.batch([put(bytes(1), bytes())], { sync: false });
    expect(hex(backend.getSync(bytes(1))!)).toBe("");
    await backend.close();
  });

  test("arrays are copied: changing one afterwards changes nothing", async () => {
    const backend = await under.open();
    const [key, value] = [bytes(1), bytes(2)];
    await backend.batch([put(key, value)], sync);
    key[0] = 7;
    value[0] = 7;
    const got = backend.getSync(bytes(1))!;
    expect(hex(got)).toBe("02");
    got[0] = 9;
    for await (const [, inner] of backend.iterate({})) inner[0] = 9;
    expect(hex((await backend.get(bytes(1)))!)).toBe("02");
    await backend.close();
  });

  test("keys are ordered bytewise, a prefix before what it begins", async () => {
    const backend = await under.open();
    const keys = [bytes(0xff), bytes(0), bytes(1, 0), bytes(1), bytes(0x80), bytes(0x7f, 0xff)];
    await backend.batch(
      keys.map((key) => put(key, key)),
      sync,
    );
    const order = ["00", "01", "0100", "7fff", "80", "ff"];
    expect((await all(backend.iterate({}))).map(([key]) => key)).toEqual(order);
    expect((await all(backend.iterate({ reverse: true }))).map(([key]) => key)).toEqual([...order].reverse());
    await backend.close();
  });

  test("a range includes its lower end and not its upper one; a limit counts from the side it begins on", async () => {
    const backend = await under.open();
    const keys = [1, 2, 3, 4, 5].map((i) => bytes(i));
    await backend.batch(
      keys.map((key) => put(key, key)),
      sync,
    );
    const list = async (range: Parameters<Backend["iterate"]>[0]) =>
      (await all(backend.iterate(range))).map(([key]) => key);
    expect(await list({ gte: bytes(2), lt: bytes(4) })).toEqual(["02", "03"]);
    expect(await list({ gte: bytes(2), lt: bytes(4), reverse: true })).toEqual(["03", "02"]);
    expect(await list({ gte: bytes(2), limit: 2 })).toEqual(["02", "03"]);
    expect(await list({ lt: bytes(4), limit: 2, reverse: true })).toEqual(["03", "02"]);
    expect(await list({ gte: bytes(4), lt: bytes(2) })).toEqual([]);
    expect(await list({ gte: bytes(3), lt: bytes(3) })).toEqual([]);
    expect(await list({ limit: 0 })).toEqual([]);
    await backend.close();
  });

  test("an iterator sees the entries of the call, and may be left in the middle", async () => {
    const backend = await under.open();
    await backend.batch([put(bytes(1), bytes(1)), put(bytes(2), bytes(2))], sync);
    const entries = backend.iterate({});
    await backend.batch([del(bytes(2)), put(bytes(3), bytes(3))], sync);
    expect((await all(entries)).map(([key]) => key)).toEqual(["01", "02"]);
    for await (const _ of backend.iterate({})) break;
    expect((await all(backend.iterate({}))).map(([key]) => key)).toEqual(["01", "03"]);
    await backend.close();
  });

  test("an iterator gives thousands of entries", async () => {
    const backend = await under.open();
    const ops = Array.from({ length: 2500 }, (_, i) => put(bytes(i >> 8, i & 255), bytes(1)));
    await backend.batch(ops, sync);
    expect(await all(backend.iterate({}))).toHaveLength(2500);
    await backend.close();
  });

  test("a closed backend refuses with a coded error, and may be closed again", async () => {
    const backend = await under.open();
    await backend.batch([put(bytes(1), bytes(1))], sync);
    await backend.close();
    await backend.close();
    const refused = { name: "StoreError", code: "io" };
    expect(() => backend.getSync(bytes(1))).toThrow(expect.objectContaining(refused));
    await expect(backend.get(bytes(1))).rejects.toMatchObject(refused);
    await expect(backend.batch([], sync)).rejects.toMatchObject(refused);
    await expect((async () => all(backend.iterate({})))()).rejects.toMatchObject(refused);
  });

  test("it agrees with a sorted map over random batches", async () => {
    const key = fc.uint8Array({ minLength: 1, maxLength: 3, max: 4 });
    const op = fc.oneof(
      fc.record({ type: fc.constant("put" as const), key, value: fc.uint8Array({ maxLength: 4 }) }),
      fc.record({ type: fc.constant("del" as const), key }),
    );
    const range = fc.record(
      { gte: key, lt: key, reverse: fc.boolean(), limit: fc.nat(5) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(op, { maxLength: 12 }), { maxLength: 6 }),
        fc.array(range, { maxLength: 6 }),
        async (batches, ranges) => {
          const backend = await under.open();
          const model = new Map<string, string>();
          for (const ops of batches) {
            await backend.batch(ops, { sync: false });
            for (const each of ops) {
              if (each.type === "put") model.set(hex(each.key), hex(each.value));
              else model.delete(hex(each.key));
            }
          }
          for (const each of ranges) {
            const [gte, lt] = [each.gte && hex(each.gte), each.lt && hex(each.lt)];
            const wanted = [...model]
              .filter(([k]) => (gte === undefined || k >= gte) && (lt === undefined || k < lt))
              .sort(([a], [b]) => (a < b ? -1 : 1));
            if (each.reverse) wanted.reverse();
            expect(await all(backend.iterate(each))).toEqual(wanted.slice(0, each.limit));
          }
          for (const [k, v] of model) expect(hex(backend.getSync(Buffer.from(k, "hex"))!)).toBe(v);
          await backend.close();
        },
      ),
      { numRuns: 30 },
    );
  });

  const { reopen } = under;
  if (reopen === undefined) return;
  test("what was written is there after reopening", async () => {
    const first = await under.open();
    await first.batch([put(bytes(1), bytes(1)), put(bytes(2), bytes(2))], sync);
    await first.close();
    const second = await reopen(first);
    expect(await all(second.iterate({}))).toEqual([
      ["01", "01"],
      ["02", "02"],
    ]);
    await second.close();
  });
}
