/** Snapshots as files: whole or not at all, wherever they are cut short. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  copyDevnet,
  finishRevert,
  listSnapshots,
  PARTS,
  recoverRevert,
  stageRevert,
  swapIn,
  takeSnapshot,
} from "@assay/devnet/snapshots";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let folder: string;
let home: string;

/** Writes the same text into every part. */
function become(text: string): void {
  for (const part of PARTS) {
    mkdirSync(join(home, part, "deep"), { recursive: true });
    writeFileSync(join(home, part, "deep", "file"), text);
  }
}
const texts = (): string[] => PARTS.map((part) => readFileSync(join(home, part, "deep", "file"), "utf8"));
const all = (text: string): string[] => PARTS.map(() => text);
const TAKEN = "2026-01-01T00:00:00.000Z";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-snapshots-"));
  home = join(folder, "home");
  mkdirSync(home);
  writeFileSync(join(home, "devnet.json"), "{}");
  become("one");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("snapshots", () => {
  test("come back as often as asked, and an id is never given twice", async () => {
    const first = await takeSnapshot(home, 7, TAKEN);
    expect(first).toEqual({ id: 1, height: 7, taken: TAKEN });
    for (const text of ["two", "three"]) {
      become(text);
      await stageRevert(home, 1);
      swapIn(home);
      finishRevert(home);
      expect(texts()).toEqual(all("one"));
    }
    expect((await takeSnapshot(home, 8, TAKEN)).id).toBe(2);
    rmSync(join(home, "snapshots", "2"), { recursive: true });
    expect((await takeSnapshot(home, 9, TAKEN)).id).toBe(3);
    expect(listSnapshots(home).map(({ id }) => id)).toEqual([1, 3]);
  });

  test("are refused by a number that is none, with those that are", async () => {
    await expect(stageRevert(home, 1)).rejects.toThrow("there is no snapshot 1");
    await takeSnapshot(home, 7, TAKEN);
    await expect(stageRevert(home, 5)).rejects.toMatchObject({ fix: "There are 1 (block 7)" });
    expect(texts()).toEqual(all("one"));
  });

  test("that fail leave nothing", async () => {
    symlinkSync("/etc", join(home, "content", "link"));
    await expect(takeSnapshot(home, 7, TAKEN)).rejects.toThrow("neither a file nor a folder");
    expect(listSnapshots(home)).toEqual([]);
    expect(readdirSync(join(home, "snapshots"))).toEqual(["last-id"]);
    rmSync(join(home, "content", "link"));
    expect((await takeSnapshot(home, 8, TAKEN)).id).toBe(2);
  });
});

describe("a revert that is cut short", () => {
  test.each(Array.from({ length: 2 * PARTS.length + 1 }, (_, steps) => steps))(
    "after %i of its moves is undone",
    async (steps) => {
      await takeSnapshot(home, 7, TAKEN);
      become("two");
      await stageRevert(home, 1);
      // What `swapIn` does, cut after so many moves.
      mkdirSync(join(home, "replaced"));
      const moves = PARTS.flatMap((part) => [
        [join(home, part), join(home, "replaced", part)],
        [join(home, "reverting", part), join(home, part)],
      ]);
      for (const [from, to] of moves.slice(0, steps)) renameSync(from!, to!);
      expect(recoverRevert(home)).toBe(true);
      expect(texts()).toEqual(all("two"));
      expect(recoverRevert(home)).toBe(false);
      for (const rest of ["replaced", "reverting", "discarded"])
        expect(existsSync(join(home, rest))).toBe(false);
    },
  );

  test("before its moves leaves the ledger as it is", async () => {
    await takeSnapshot(home, 7, TAKEN);
    become("two");
    await stageRevert(home, 1);
    expect(recoverRevert(home)).toBe(false);
    expect(texts()).toEqual(all("two"));
  });

  test("takes back a part that was not there", async () => {
    rmSync(join(home, "pending"), { recursive: true });
    await takeSnapshot(home, 7, TAKEN);
    mkdirSync(join(home, "pending"));
    writeFileSync(join(home, "pending", "later"), "");
    await stageRevert(home, 1);
    swapIn(home);
    finishRevert(home);
    expect(readdirSync(join(home, "pending"))).toEqual([]);
  });
});

describe("a copy of a whole devnet", () => {
  test("has all but logs and snapshots", async () => {
    mkdirSync(join(home, "logs"));
    mkdirSync(join(home, "keys"));
    writeFileSync(join(home, "keys", "alice.mnemonic"), "words", { mode: 0o600 });
    await takeSnapshot(home, 7, TAKEN);
    const target = join(folder, "copy");
    await copyDevnet(home, target);
    expect(readdirSync(target).sort()).toEqual([...PARTS, "devnet.json", "keys"].sort());
    await expect(copyDevnet(home, target)).rejects.toThrow("holds something already");
  });

  test("is not made of a folder that is no devnet's", async () => {
    rmSync(join(home, "devnet.json"));
    await expect(copyDevnet(home, join(folder, "copy"))).rejects.toThrow("is no devnet's folder");
    expect(readdirSync(folder)).toEqual(["home"]);
  });

  test("follows no link out of it", async () => {
    symlinkSync("/etc/passwd", join(home, "genesis.json"));
    await expect(copyDevnet(home, join(folder, "copy"))).rejects.toThrow("neither a file nor a folder");
    expect(readdirSync(folder)).toEqual(["home"]);
  });
});
