import { mkdtemp, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backendConformance } from "../../test/conformance/backend.ts";
import { LevelBackend } from "./backend-level.ts";

let root = "";
let folders = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "assay-level-"));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

const fresh = (): string => join(root, `db-${folders++}`);

describe("Level backend", () => {
  backendConformance({
    open: () => LevelBackend.open(fresh()),
    reopen: (closed) => LevelBackend.open(closed.location),
  });

  test("a folder in use is refused by its name", async () => {
    const backend = await LevelBackend.open(fresh());
    await expect(LevelBackend.open(backend.location)).rejects.toMatchObject({
      code: "locked",
      message: expect.stringContaining(backend.location),
      remedy: expect.stringContaining("Stop the node"),
    });
    await backend.close();
    await (await LevelBackend.open(backend.location)).close();
  });

  test("a damaged database is refused by its name", async () => {
    const backend = await LevelBackend.open(fresh());
    await backend.batch([{ type: "put", key: Uint8Array.of(1), value: Uint8Array.of(1) }], { sync: true });
    await backend.close();
    const manifest = (await readdir(backend.location)).find((name) => name.startsWith("MANIFEST"))!;
    await truncate(join(backend.location, manifest), 20);
    await expect(LevelBackend.open(backend.location)).rejects.toMatchObject({
      code: "corrupt",
      message: expect.stringContaining(backend.location),
    });
  });

  test("a folder that cannot be made is refused by its name", async () => {
    const file = fresh();
    await writeFile(file, "a file");
    await expect(LevelBackend.open(join(file, "db"))).rejects.toMatchObject({
      code: "io",
      message: expect.stringContaining(file),
    });
  });
});
