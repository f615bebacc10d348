import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LevelBackend } from "./backend-level.ts";
import { StateStore } from "./state-store.ts";

const options = { modules: ["auth", "bank"], layoutVersion: 1, keepVersions: 5, memoryBudgetBytes: 1 << 30 };
const key = (i: number): Uint8Array => Uint8Array.of(2, i >> 8, i & 255);
const hex = (value: Uint8Array): string => Buffer.from(value).toString("hex");

let root = "";
let good = "";
let copies = 0;
let appHash = "";

async function open(folder: string): Promise<StateStore> {
  const backend = await LevelBackend.open(folder);
  try {
    return await StateStore.open(backend, options);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

/** A table and a log, each with a few blocks. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "assay-damage-"));
  good = join(root, "good");
  for (let opening = 0; opening < 3; opening++) {
    const store = await open(good);
    for (let block = 0; block < 3; block++) {
      const overlay = store.overlay();
      const from = Number(store.height) * 10;
      for (let i = from; i < from + 40; i++) overlay.set("bank", key(i), new Uint8Array(20).fill(i));
      appHash = hex(store.stage(overlay));
      await store.commit(store.height + 1n, []);
    }
    await store.close();
  }
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function damaged(name: string, damage: (file: string) => Promise<void>): Promise<unknown> {
  const folder = join(root, `copy-${copies++}`);
  await cp(good, folder, { recursive: true });
  await damage(join(folder, name));
  try {
    const store = await open(folder);
    const found = { height: store.height, appHash: hex(store.appHash) };
    await store.close();
    return found;
  } catch (error) {
    expect(error).toMatchObject({ name: "StoreError", remedy: expect.any(String) });
    expect((error as Error).message).toContain(folder);
    return (error as { code: string }).code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Files that LevelDB writes for people or for the lock. */
const IRRELEVANT = /^LO(G|CK)/;

describe("a damaged folder", () => {
  test("that is whole opens at the last height", async () => {
    expect(await damaged("LOG", async () => {})).toEqual({ height: 9n, appHash });
  });

  test("is refused by name, or nothing was lost: any file, any flipped bit, any length", async () => {
    const names = (await readdir(good)).filter((name) => !IRRELEVANT.test(name));
    expect(names.some((name) => name.endsWith(".ldb"))).toBe(true);
    expect(names.some((name) => name.endsWith(".log"))).toBe(true);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(7),
        fc.boolean(),
        async (name, at, bit, cut) => {
          const outcome = await damaged(name, async (file) => {
            const bytes = await readFile(file);
            if (bytes.length === 0) return;
            if (cut) return truncate(file, at % bytes.length);
            bytes[at % bytes.length]! ^= 1 << bit;
            await writeFile(file, bytes);
          });
          if (outcome !== "corrupt") expect(outcome).toEqual({ height: 9n, appHash });
        },
      ),
      { numRuns: 100 },
    );
  });

  test("without one of its files is refused by name, or nothing was lost", async () => {
    for (const name of await readdir(good)) {
      const outcome = await damaged(name, (file) => rm(file));
      const harmless = IRRELEVANT.test(name) || name === "LAST_BATCH";
      if (harmless) expect(outcome).toEqual({ height: 9n, appHash });
      else expect(outcome).toBe("corrupt");
    }
  });

  test("that lost its last synced batches is not taken for an earlier height", async () => {
    const name = (await readdir(good)).find((each) => each.endsWith(".log"))!;
    expect(await damaged(name, (file) => truncate(file, 0))).toBe("corrupt");
  });
});
