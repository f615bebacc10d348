/**
 * What the reader sent: each deed with where it stands. Kept in this browser, so that leaving the page loses none.
 *
 * @module
 */
import { isClientError } from "@assay/client/errors";
import { computed, signal } from "@preact/signals";
import { say, toast } from "../app/say.ts";
import { type Fault, toFault } from "../data/fault.ts";
import { client } from "../data/node.ts";
import { groupDigits } from "../format/amount.ts";
import { explainCode } from "../format/explain.ts";
import { readStored, writeStored } from "./storage.ts";

export type DeedState = "preparing" | "signed" | "sent" | "included" | "failed";

/** The words of one deed, in its three tenses. */
export interface DeedWords {
  /** `Stake 250 ASSAY`. */
  readonly title: string;
  /** `250 ASSAY staked`. */
  readonly done: string;
  /** `Not staked`. */
  readonly failed: string;
  /** Where one sees what came of it. */
  readonly href: string;
}

export interface Deed extends DeedWords {
  readonly id: string;
  readonly state: DeedState;
  readonly sinceMs: number;
  /** Upper hex, from the signature on. */
  readonly hash?: string;
  readonly sentMs?: number;
  readonly height?: number;
  readonly failure?: Fault;
}

const KEPT = 20;

function isDeeds(value: unknown): value is Deed[] {
  return Array.isArray(value) && value.every((item: Partial<Deed> | null) => typeof item?.id === "string");
}

/** Newest first. What was not signed when the page was left was never sent. */
export const deeds = signal<readonly Deed[]>(
  (readStored("deeds", isDeeds) ?? []).filter((deed) => deed.state !== "preparing"),
);

/** How many are on their way. */
export const underWay = computed(
  () => deeds.value.filter((deed) => deed.state === "signed" || deed.state === "sent").length,
);

function store(): void {
  writeStored("deeds", deeds.peek());
}

export function addDeed(words: DeedWords): Deed {
  const deed: Deed = { ...words, id: crypto.randomUUID(), state: "preparing", sinceMs: Date.now() };
  deeds.value = [deed, ...deeds.peek()].slice(0, KEPT);
  return deed;
}

export function changeDeed(id: string, change: Partial<Deed>): void {
  deeds.value = deeds.peek().map((deed) => (deed.id === id ? { ...deed, ...change } : deed));
  store();
}

export function useDeed(id: string | undefined): Deed | undefined {
  return id === undefined ? undefined : deeds.value.find((deed) => deed.id === id);
}

/** Ends a deed well, and says so. */
export function deedIncluded(deed: DeedWords & { id: string }, height: number): void {
  changeDeed(deed.id, { state: "included", height });
  toast({
    tone: "done",
    title: deed.done,
    aside: `in block ${groupDigits(height)}`,
    link: { href: deed.href, text: "See it" },
  });
}

/** Ends a deed badly: cause and fix are shown, and stay until closed. */
export function deedFailed(deed: DeedWords & { id: string }, failure: Fault, hash?: string): void {
  changeDeed(deed.id, { state: "failed", failure, ...(hash === undefined ? {} : { hash }) });
  toast({
    tone: "failed",
    title: deed.failed,
    body: [failure.title, failure.cause, failure.fix].filter(Boolean).join(" "),
    ...(hash === undefined ? {} : { link: { href: `/tx/${hash}`, text: "See it" } }),
  });
}

async function follow(deed: Deed): Promise<void> {
  try {
    const tx = await client.waitForTx(deed.hash!, { timeoutMs: 120_000 });
    if (tx.code === 0) deedIncluded(deed, tx.height);
    else {
      const { title, fix } = explainCode(tx.codespace, tx.code);
      const failure = {
        title,
        cause: tx.rawLog,
        fix,
        code: `${tx.codespace} ${tx.code}`,
        unreachable: false,
      };
      deedFailed(deed, failure, deed.hash);
    }
  } catch (error) {
    if (isClientError(error, "notIncluded")) deedFailed(deed, toFault(error), deed.hash);
    else changeDeed(deed.id, { state: "failed", failure: toFault(error) });
  }
}

/** After a reload: goes on waiting for what was on its way. */
export function followDeeds(): void {
  const open = deeds.peek().filter((deed) => deed.state === "signed" || deed.state === "sent");
  if (open.length > 0) say("Looking for what you sent before.");
  for (const deed of open) if (deed.hash !== undefined) void follow(deed);
}
