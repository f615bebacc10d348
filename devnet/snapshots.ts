/**
 * Copies of a devnet's ledger and content, taken and put back while nothing runs.
 *
 * A snapshot is complete when its folder has its name. Putting one back moves the present parts to `replaced/` and the
 * copies to their places; it is done when `replaced/` is gone, and undone (`recoverRevert`) where it was left.
 *
 * @module
 */
import {
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { cp, lstat } from "node:fs/promises";
import { join } from "node:path";
import { ControlError } from "./control.ts";

/** What changes while a devnet runs; the last two are of real nodes. */
export const PARTS = ["data", "content", "services", "pending", "cometbft", "nodes"] as const;
/** What makes it, and stays. */
const MADE = ["devnet.json", "genesis.json", "config.toml", "page.json", "keys"] as const;

export interface Snapshot {
  readonly id: number;
  /** Of the last block in it. */
  readonly height: number;
  /** ISO 8601. */
  readonly taken: string;
}

const folder = (home: string): string => join(home, "snapshots");
const INFO = "snapshot.json";

/**
 * Files and folders alone: a link or a device in a devnet's folder is none of its doing. What is left of a socket is
 * made anew at each start.
 */
async function copy(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    // Shares the blocks where the file system can.
    mode: constants.COPYFILE_FICLONE,
    filter: async (path) => {
      const kind = await lstat(path);
      if (kind.isSocket()) return false;
      if (!kind.isFile() && !kind.isDirectory())
        throw new ControlError(`${path} is neither a file nor a folder`);
      return true;
    },
  });
}

async function copyParts(from: string, to: string, parts: readonly string[]): Promise<void> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const part of parts) if (existsSync(join(from, part))) await copy(join(from, part), join(to, part));
}

/** By id. */
export function listSnapshots(home: string): readonly Snapshot[] {
  if (!existsSync(folder(home))) return [];
  return readdirSync(folder(home))
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder(home), name, INFO), "utf8")) as Snapshot)
    .sort((a, b) => a.id - b.id);
}

/** An id that none ever had, kept before it is used. */
function newId(home: string): number {
  mkdirSync(folder(home), { recursive: true });
  const file = join(folder(home), "last-id");
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const id = Math.max(last, ...listSnapshots(home).map((one) => one.id)) + 1;
  writeFileSync(`${file}.part`, String(id));
  renameSync(`${file}.part`, file);
  return id;
}

/** While nothing runs. @param taken now, ISO 8601. */
export async function takeSnapshot(home: string, height: number, taken: string): Promise<Snapshot> {
  const snapshot: Snapshot = { id: newId(home), height, taken };
  const whole = join(folder(home), String(snapshot.id));
  const part = `${whole}.part`;
  try {
    await copyParts(home, part, PARTS);
    writeFileSync(join(part, INFO), JSON.stringify(snapshot));
    renameSync(part, whole);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
  return snapshot;
}

const staged = (home: string): string => join(home, "reverting");
const replaced = (home: string): string => join(home, "replaced");
const discarded = (home: string): string => join(home, "discarded");

/**
 * Copies a snapshot beside what it shall replace; the devnet may run.
 * @throws ControlError where there is none of this id.
 */
export async function stageRevert(home: string, id: number): Promise<Snapshot> {
  const known = listSnapshots(home);
  const snapshot = known.find((one) => one.id === id);
  if (snapshot === undefined) {
    throw new ControlError(
      `there is no snapshot ${id}`,
      known.length === 0
        ? "Take one: assay devnet snapshot"
        : `There are ${known.map((one) => `${one.id} (block ${one.height})`).join(", ")}`,
    );
  }
  rmSync(staged(home), { recursive: true, force: true });
  try {
    await copyParts(join(folder(home), String(id)), staged(home), PARTS);
  } catch (error) {
    rmSync(staged(home), { recursive: true, force: true });
    throw error;
  }
  return snapshot;
}

/** Puts what was staged in its place, while nothing runs. `finishRevert` or `recoverRevert` must follow. */
export function swapIn(home: string): void {
  mkdirSync(replaced(home));
  for (const part of PARTS) {
    // A part that is not there would leave nothing to tell what it was before.
    mkdirSync(join(home, part), { recursive: true });
    mkdirSync(join(staged(home), part), { recursive: true });
    renameSync(join(home, part), join(replaced(home), part));
    renameSync(join(staged(home), part), join(home, part));
  }
}

/** From here on the revert is done. */
export function finishRevert(home: string): void {
  rmSync(discarded(home), { recursive: true, force: true });
  renameSync(replaced(home), discarded(home));
  rmSync(discarded(home), { recursive: true, force: true });
  rmSync(staged(home), { recursive: true, force: true });
}

/** Undoes a revert that was not finished, and removes what one left. @returns whether there was one to undo. */
export function recoverRevert(home: string): boolean {
  const undone = existsSync(replaced(home));
  if (undone) {
    for (const part of PARTS) {
      const before = join(replaced(home), part);
      if (!existsSync(before)) continue;
      rmSync(join(home, part), { recursive: true, force: true });
      renameSync(before, join(home, part));
    }
    rmSync(replaced(home), { recursive: true });
  }
  for (const rest of [staged(home), discarded(home)]) rmSync(rest, { recursive: true, force: true });
  return undone;
}

/**
 * Copies a whole devnet to a new folder, while nothing runs; without logs and snapshots. It is there whole or not.
 * @throws ControlError where the target holds something or the source is no devnet's folder.
 */
export async function copyDevnet(from: string, to: string): Promise<void> {
  if (!existsSync(join(from, "devnet.json"))) {
    throw new ControlError(`${from} is no devnet's folder`, "A devnet's folder holds a devnet.json");
  }
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new ControlError(`${to} holds something already`, "Name a folder that is not there");
  const part = `${to}.part`;
  rmSync(part, { recursive: true, force: true });
  try {
    await copyParts(from, part, [...MADE, ...PARTS]);
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

/** Everything that a devnet puts into its folder, but keys. */
export const DEVNET_ENTRIES: readonly string[] = [
  ...MADE.filter((name) => name !== "keys"),
  ...PARTS,
  ...["abci.sock", "snapshots", "reverting", "replaced", "discarded", "logs", "control.json"],
];
