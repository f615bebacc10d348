/** Blobs on disks that fail, and in folders that a crash left. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { BlobRefused, BlobStore } from "./blob-store.ts";

const root = mkdtempSync(join(tmpdir(), "assay-blobs-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const newFolder = (): string => join(root, String(folders++));

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const inChunks = (bytes: Uint8Array, size: number): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })(),
  );
const caught = (promise: Promise<unknown>): Promise<Error & { reason?: string; code?: string }> =>
  promise.then(
    () => {
      throw new Error("it did not fail");
    },
    (error) => error,
  );

/** A disk whose files fail as told. */
function disk(fault: {
  readonly write?: (call: number, bytes: Uint8Array) => number | Error | undefined;
  readonly sync?: (path: string) => Error | undefined;
}): typeof open {
  let calls = 0;
  return async (path, ...rest) => {
    const file = await open(path, ...rest);
    return new Proxy(file, {
      get(target, name) {
        if (name === "write") {
          return async (bytes: Uint8Array, offset = 0) => {
            const given = bytes.subarray(offset);
            const result = fault.write?.(calls++, given);
            if (result instanceof Error) throw result;
            return target.write(bytes, offset, result ?? given.length);
          };
        }
        if (name === "sync") {
          return async () => {
            const error = fault.sync?.(String(path));
            if (error !== undefined) throw error;
            return target.sync();
          };
        }
        const value = Reflect.get(target, name) as unknown;
        return typeof value === "function" ? value.bind(target) : value;
      },
    }) as FileHandle;
  };
}
const errno = (code: string): Error => Object.assign(new Error(code), { code });

describe("taking a blob in", () => {
  test("keeps what has the hash, in chunks of any size", async () => {
    const folder = newFolder();
    const store = await BlobStore.open(folder);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5_000 }),
        fc.integer({ min: 1, max: 1_000 }),
        async (bytes, size) => {
          const hash = hashOf(bytes);
          expect(await store.write(hash, 5_000, inChunks(bytes, size))).toBe(bytes.length);
          expect(await store.size(hash)).toBe(bytes.length);
          expect(readFileSync(join(folder, hash))).toEqual(Buffer.from(bytes));
        },
      ),
      { numRuns: 50 },
    );
    expect(store.usedBytes).toBe(
      readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0),
    );
  });

  test("keeps nothing of what is longer, or another", async () => {
    const folder = newFolder();
    const store = await BlobStore.open(folder);
    const bytes = Buffer.from("twelve bytes");
    expect((await caught(store.write(hashOf(bytes), 11, inChunks(bytes, 5)))).reason).toBe("size");
    expect((await caught(store.write(hashOf(bytes), 12, inChunks(bytes.subarray(1), 5)))).reason).toBe(
      "hash",
    );
    expect(
      (await caught(store.write(hashOf(bytes), 12, inChunks(Buffer.from("twelve Bytes"), 5)))).reason,
    ).toBe("hash");
    const broken = Readable.from(
      (function* () {
        yield bytes.subarray(0, 6);
        throw new Error("gone");
      })(),
    );
    expect((await caught(store.write(hashOf(bytes), 12, broken))).message).toBe("gone");
    expect(readdirSync(folder)).toEqual([]);
    expect(store.usedBytes).toBe(0);
    await store.write(hashOf(bytes), 12, inChunks(bytes, 5));
    expect(await store.size(hashOf(bytes))).toBe(12);
  });

  test("of the same blob many times at once keeps one", async () => {
    const folder = newFolder();
    const store = await BlobStore.open(folder);
    const bytes = Buffer.alloc(100_000, 7);
    await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        store.write(hashOf(bytes), 100_000, inChunks(bytes, 1_000 + i * 999)),
      ),
    );
    expect(readdirSync(folder)).toEqual([hashOf(bytes)]);
    expect(store.usedBytes).toBe(100_000);
  });

  test.each(["../../etc/passwd", "a".repeat(63), "A".repeat(64), `${"a".repeat(64)}/`, ""])(
    "takes %j for no name",
    async (name) => {
      const store = await BlobStore.open(newFolder());
      expect(() => store.read(name)).toThrow(RangeError);
      await expect(store.size(name)).rejects.toThrow(RangeError);
      await expect(store.write(name, 1, inChunks(Buffer.from("a"), 1))).rejects.toThrow(RangeError);
    },
  );
});

describe("a quota", () => {
  test("counts what is there, what comes, and what went wrong no more", async () => {
    const folder = newFolder();
    const bytes = (fill: number) => Buffer.alloc(400, fill);
    const first = await BlobStore.open(folder, { quotaBytes: 1_000 });
    await first.write(hashOf(bytes(1)), 400, inChunks(bytes(1), 100));
    const store = await BlobStore.open(folder, { quotaBytes: 1_000 });
    expect(store.usedBytes).toBe(400);
    const slow = store.write(
      hashOf(bytes(2)),
      400,
      (async function* () {
        await new Promise((resolve) => setTimeout(resolve, 30));
        yield bytes(9);
      })(),
    );
    expect((await caught(store.write(hashOf(bytes(3)), 400, inChunks(bytes(3), 100)))).reason).toBe("quota");
    expect((await caught(slow)).reason).toBe("hash");
    await store.write(hashOf(bytes(3)), 400, inChunks(bytes(3), 100));
    expect((await caught(store.write(hashOf(bytes(4)), 400, inChunks(bytes(4), 100)))).reason).toBe("quota");
    expect(store.usedBytes).toBe(800);
  });
});

describe("a disk", () => {
  const bytes = Buffer.alloc(10_000, 3);
  const hash = hashOf(bytes);

  test("that writes a little at a time gets the whole blob", async () => {
    const folder = newFolder();
    const store = await BlobStore.open(folder, {
      openFile: disk({ write: (_call, given) => Math.max(1, given.length >> 1) }),
    });
    await store.write(hash, 10_000, inChunks(bytes, 4_000));
    expect(hashOf(readFileSync(join(folder, hash)))).toBe(hash);
  });

  test("that is full keeps no half blob, and takes it when there is room", async () => {
    const folder = newFolder();
    let full = true;
    const store = await BlobStore.open(folder, {
      openFile: disk({
        write: (call, given) => (full && call >= 2 ? errno(call % 2 ? "ENOSPC" : "EDQUOT") : given.length),
      }),
    });
    for (let i = 0; i < 2; i++) {
      const error = await caught(store.write(hash, 10_000, inChunks(bytes, 4_000)));
      expect(error).toBeInstanceOf(BlobRefused);
      expect(error.reason).toBe("full");
      expect(readdirSync(folder)).toEqual([]);
      expect(store.usedBytes).toBe(0);
    }
    full = false;
    await store.write(hash, 10_000, inChunks(bytes, 4_000));
    expect(await store.size(hash)).toBe(10_000);
  });

  test.each<[string, Parameters<typeof disk>[0]]>([
    ["fails to write", { write: () => errno("EIO") }],
    ["fails to sync the file", { sync: (path) => (path.endsWith(".part") ? errno("EIO") : undefined) }],
    ["fails to sync the folder", { sync: (path) => (path.endsWith(".part") ? undefined : errno("EIO")) }],
  ])("that %s keeps nothing and says so", async (_what, fault) => {
    const folder = newFolder();
    const store = await BlobStore.open(folder, { openFile: disk(fault) });
    const error = await caught(store.write(hash, 10_000, inChunks(bytes, 4_000)));
    expect(error.code).toBe("EIO");
    expect(readdirSync(folder)).toEqual([]);
    expect(store.usedBytes).toBe(0);
  });
});

describe("opening", () => {
  test("removes what was half written, and leaves what it does not know", async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const bytes = Buffer.from("whole");
    writeFileSync(join(folder, hashOf(bytes)), bytes);
    writeFileSync(join(folder, `${"a".repeat(64)}.0123456789ab.part`), "half");
    writeFileSync(join(folder, "notes.txt"), "mine");
    const store = await BlobStore.open(folder);
    expect(readdirSync(folder).sort()).toEqual([hashOf(bytes), "notes.txt"].sort());
    expect(await store.size(hashOf(bytes))).toBe(5);
    expect(store.usedBytes).toBe(5);
  });

  test("finds blobs that rotted, names them, and takes them anew", async () => {
    const folder = newFolder();
    const first = await BlobStore.open(folder);
    const good = Buffer.alloc(70_000, 1);
    const bad = Buffer.alloc(70_000, 2);
    for (const bytes of [good, bad]) await first.write(hashOf(bytes), 70_000, inChunks(bytes, 9_999));
    const rotten = Buffer.from(bad);
    rotten.writeUInt8(3, 69_999);
    writeFileSync(join(folder, hashOf(bad)), rotten);
    const store = await BlobStore.open(folder);
    expect(await store.setDamagedAside(new AbortController().signal)).toEqual([hashOf(bad)]);
    expect(await store.size(hashOf(bad))).toBeUndefined();
    expect(store.usedBytes).toBe(70_000);
    await store.write(hashOf(bad), 70_000, inChunks(bad, 9_999));
    expect(await store.setDamagedAside(new AbortController().signal)).toEqual([]);
    expect(store.usedBytes).toBe(140_000);
  });
});
