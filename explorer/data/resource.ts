/**
 * What the page has asked the node for: kept under a key, shared by whoever shows it, asked again after a block in which
 * something happened. A failure never takes away what is there already.
 *
 * @module
 */
import { isClientError } from "@assay/client/errors";
import type { Signal } from "@preact/signals";
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Fault, toFault } from "./fault.ts";

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T; readonly fault?: Fault }
  | { readonly state: "missing" }
  | { readonly state: "failed"; readonly fault: Fault };

interface Entry {
  readonly box: Signal<Loaded<unknown>>;
  load: () => Promise<unknown>;
  live: boolean;
  users: number;
  /** Revision of the ledger that the value was asked at; -1 for never. */
  revision: number;
  asking: boolean;
  askAgain: boolean;
}

/** Grows with each block in which something happened, and whenever the node is back. */
export const revision = signal(0);

const entries = new Map<string, Entry>();
/** Past this many, entries that nobody shows are dropped, the oldest first. */
const MAX_ENTRIES = 600;

async function ask(entry: Entry): Promise<void> {
  if (entry.asking) {
    entry.askAgain = true;
    return;
  }
  entry.asking = true;
  entry.revision = revision.peek();
  try {
    const value = await entry.load();
    entry.box.value =
      value === undefined || value === null ? { state: "missing" } : { state: "ready", value };
  } catch (error) {
    const before = entry.box.peek();
    if (isClientError(error, "notFound")) entry.box.value = { state: "missing" };
    else if (before.state === "ready") entry.box.value = { ...before, fault: toFault(error) };
    else entry.box.value = { state: "failed", fault: toFault(error) };
    entry.revision = -1;
  }
  entry.asking = false;
  if (entry.askAgain) {
    entry.askAgain = false;
    void ask(entry);
  }
}

/** Called by the connection: asks again for everything that is shown and can change. */
export function refresh(): void {
  revision.value = revision.peek() + 1;
  for (const entry of entries.values()) {
    const failed = entry.box.peek().state === "failed";
    if (entry.users > 0 && (entry.live || failed)) void ask(entry);
  }
}

function dropOld(): void {
  for (const [key, entry] of entries) {
    if (entries.size <= MAX_ENTRIES) return;
    if (entry.users === 0) entries.delete(key);
  }
}

export interface ResourceOptions {
  /** Can change: asked again after each block in which something happened. */
  readonly live?: boolean;
}

function entryOf(key: string, load: () => Promise<unknown>, live: boolean): Entry {
  let entry = entries.get(key);
  if (entry === undefined) {
    const box = signal<Loaded<unknown>>({ state: "loading" });
    entry = { box, load, live, users: 0, revision: -1, asking: false, askAgain: false };
    entries.set(key, entry);
    dropOld();
  }
  return entry;
}

/**
 * The thing under a key. `load` gives undefined or null for what does not exist. Undefined for a key shows nothing:
 * for what depends on something that is not there yet.
 */
export function useResource<T>(
  key: string | undefined,
  load: () => Promise<T | undefined | null>,
  options: ResourceOptions = {},
): Loaded<T> {
  const live = options.live ?? false;
  const entry = entryOf(key ?? "nothing", key === undefined ? () => new Promise(() => {}) : load, live);
  // The key stands for the loader
  useEffect(() => {
    if (key === undefined) return;
    entry.load = load;
    entry.users++;
    const stale = entry.live ? entry.revision < revision.peek() : entry.revision < 0;
    if (stale || entry.box.peek().state === "loading") void ask(entry);
    return () => {
      entry.users--;
    };
  }, [key, entry]);
  return entry.box.value as Loaded<T>;
}

/** Asks again now, for a "Try again" button. */
export function retry(key: string): void {
  const entry = entries.get(key);
  if (entry === undefined) return;
  if (entry.box.peek().state === "failed") entry.box.value = { state: "loading" };
  void ask(entry);
}

/** The same cache without a component: asks once, and again only if it failed. */
export async function fetchOnce<T>(key: string, load: () => Promise<T>): Promise<T> {
  const entry = entryOf(key, load, false);
  const have = entry.box.peek();
  if (have.state === "ready") return have.value as T;
  const value = await load();
  entry.box.value = { state: "ready", value };
  entry.revision = revision.peek();
  return value;
}
