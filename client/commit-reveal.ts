/**
 * Seal, wait, show: what publishing and challenging have in common. Each step is kept before the next, so that it goes on
 * after an end at any moment.
 *
 * @module
 */
import { toHex } from "@assay/primitives/bytes";
import { MsgChallenge } from "@assay/proto/gen/assay/challenge/v1/tx";
import { MsgPublishDataset } from "@assay/proto/gen/assay/data/v1/tx";
import { fromBase64, toBase64 } from "@assay/proto/wire/base64";
import { sleep } from "./client.ts";
import { fromAny, toAny } from "./codecs.ts";
import type { IndexedTx } from "./comet.ts";
import type { EncodeObject } from "./encode-object.ts";
import { AssayError, clientError, isClientError } from "./errors.ts";
import type { PendingReveal, PendingStore } from "./pending.ts";
import type { SigningAssayClient, TxState } from "./signing.ts";

/** Blocks in which the sealing transaction must find its place; after that it is known that it never will. */
const COMMIT_BLOCKS = 30;

export type SealStep =
  /** The sealing transaction. `sent` comes after the entry was kept. */
  | { readonly step: "sealing"; readonly state: TxState }
  /** Waits until it may be shown. */
  | { readonly step: "sealed"; readonly pending: PendingReveal }
  /** The showing transaction. */
  | { readonly step: "showing"; readonly state: TxState };

export interface SealOptions {
  readonly store: PendingStore;
  readonly onStep?: (step: SealStep) => void;
}

/** One seal and what it hides. */
export interface SealPlan {
  readonly kind: PendingReveal["kind"];
  readonly account: string;
  readonly datasetId: Uint8Array;
  readonly title: string;
  readonly hash: Uint8Array;
  readonly commit: EncodeObject;
  readonly reveal: EncodeObject;
  /** Age of a seal when it is shown, in blocks. */
  readonly minBlocks: number;
  readonly maxBlocks: number;
}

/** Type URLs of what is shown, by kind. */
const REVEALS = { publish: MsgPublishDataset.typeUrl, challenge: MsgChallenge.typeUrl } as const;

/** 32 random bytes from the system. */
export function newSalt(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}

/**
 * Seals, waits and shows. Returns the transaction that showed it.
 * @throws AssayError. What was sealed by then stays in the store, for `resumeReveal`.
 */
export async function sealAndShow(
  client: SigningAssayClient,
  plan: SealPlan,
  options: SealOptions,
): Promise<IndexedTx> {
  const { store, onStep } = options;
  const commitBy = (await client.getHeight()) + COMMIT_BLOCKS;
  let pending: PendingReveal = {
    id: toHex(plan.hash),
    kind: plan.kind,
    chainId: await client.getChainId(),
    account: plan.account,
    datasetId: toHex(plan.datasetId),
    title: plan.title,
    reveal: toBase64(toAny(plan.reveal).value),
    commitTx: "",
    commitBy,
    commitHeight: 0,
    revealFrom: 0,
    revealBy: 0,
    revealTx: "",
  };
  try {
    await client.signAndBroadcastSync(plan.account, [plan.commit], {
      timeoutHeight: commitBy,
      onState: (state) => onStep?.({ step: "sealing", state }),
      beforeBroadcast: async (commitTx) => {
        pending = { ...pending, commitTx };
        await store.save(pending);
      },
    });
  } catch (error) {
    // Only the ledger's own refusal tells that nothing was sealed: a call that got lost may have done it all the same.
    if (error instanceof AssayError && error.codespace !== "client") await store.remove(pending.id);
    throw error;
  }
  return await awaitAndShow(client, pending, plan, options);
}

/** What became of a kept entry. */
export type Resumed =
  | { readonly outcome: "shown"; readonly tx: IndexedTx }
  /** Its time was over: a challenge's bond is lost. */
  | { readonly outcome: "expired" }
  /** The sealing transaction never got into a block: nothing is lost. */
  | { readonly outcome: "never-sealed" };

/**
 * Goes on with a kept entry, wherever it stopped, and takes it out of the store when it is settled.
 * @throws AssayError where it cannot be settled now; the entry stays.
 */
export async function resumeReveal(
  client: SigningAssayClient,
  pending: PendingReveal,
  options: SealOptions,
): Promise<Resumed> {
  if (pending.chainId !== (await client.getChainId())) {
    throw clientError("invalid", `sealed on ${pending.chainId}, this is ${await client.getChainId()}`);
  }
  const params =
    pending.kind === "publish" ? await client.query.data.params() : await client.query.challenge.params();
  const window = { minBlocks: Number(params.revealMinBlocks), maxBlocks: Number(params.revealMaxBlocks) };
  try {
    return { outcome: "shown", tx: await awaitAndShow(client, pending, window, options) };
  } catch (error) {
    if (isClientError(error, "sealExpired")) return { outcome: "expired" };
    if (isClientError(error, "notIncluded") && error.log === pending.commitTx) {
      return { outcome: "never-sealed" };
    }
    throw error;
  }
}

/** The transaction, or undefined once the ledger is past the last block that may hold it. */
async function txUntil(
  client: SigningAssayClient,
  hash: string,
  lastHeight: number,
): Promise<IndexedTx | undefined> {
  for (;;) {
    let height = 0;
    try {
      height = await client.getHeight();
      const tx = await client.getTx(hash);
      if (tx !== null) return tx;
    } catch (error) {
      if (!isClientError(error, "unreachable")) throw error;
    }
    if (height > lastHeight) return undefined;
    await sleep(client.pollMs);
  }
}

function failure(tx: IndexedTx): AssayError {
  return new AssayError({ codespace: tx.codespace, code: tx.code, log: tx.rawLog, txHash: tx.hash });
}

async function awaitAndShow(
  client: SigningAssayClient,
  kept: PendingReveal,
  window: { readonly minBlocks: number; readonly maxBlocks: number },
  { store, onStep }: SealOptions,
): Promise<IndexedTx> {
  let pending = kept;
  if (pending.commitHeight === 0) {
    const commit = await txUntil(client, pending.commitTx, pending.commitBy);
    if (commit === undefined || commit.code !== 0) {
      await store.remove(pending.id);
      throw commit === undefined ? clientError("notIncluded", pending.commitTx) : failure(commit);
    }
    pending = {
      ...pending,
      commitHeight: commit.height,
      revealFrom: commit.height + window.minBlocks,
      revealBy: commit.height + window.maxBlocks,
    };
    await store.save(pending);
  }
  const shownBefore = await shown(client, pending, store);
  if (shownBefore !== undefined) return shownBefore;

  onStep?.({ step: "sealed", pending });
  const height = await client.waitForHeight(pending.revealFrom);
  if (height >= pending.revealBy) {
    await store.remove(pending.id);
    throw clientError("sealExpired", `block ${pending.revealBy} was the last, the ledger is at ${height}`);
  }
  const reveal = keptMessage(pending);
  let hash: string;
  try {
    hash = await client.signAndBroadcastSync(pending.account, [reveal], {
      timeoutHeight: pending.revealBy,
      onState: (state) => onStep?.({ step: "showing", state }),
      beforeBroadcast: async (revealTx) => {
        pending = { ...pending, revealTx };
        await store.save(pending);
      },
    });
  } catch (error) {
    // It may have been shown by the transaction that was under way when we stopped.
    const tx = kept.revealTx === "" ? undefined : await shown(client, kept, store);
    if (tx !== undefined) return tx;
    throw error;
  }
  const tx = await txUntil(client, hash, pending.revealBy);
  if (tx === undefined) {
    await store.remove(pending.id);
    throw clientError("sealExpired", `no block up to ${pending.revealBy} held it`);
  }
  if (tx.code !== 0) throw failure(tx);
  onStep?.({ step: "showing", state: { state: "included", hash, height: tx.height } });
  await store.remove(pending.id);
  return tx;
}

async function shown(
  client: SigningAssayClient,
  pending: PendingReveal,
  store: PendingStore,
): Promise<IndexedTx | undefined> {
  if (pending.revealTx === "") return undefined;
  const tx = await client.getTx(pending.revealTx);
  if (tx === null || tx.code !== 0) return undefined;
  await store.remove(pending.id);
  return tx;
}

/** @throws AssayError (client, invalid) where the store was tampered with. */
function keptMessage(pending: PendingReveal): EncodeObject {
  const value = fromBase64(pending.reveal);
  const decoded = value === undefined ? undefined : fromAny({ typeUrl: REVEALS[pending.kind], value });
  if (decoded === undefined) throw clientError("invalid", `the kept message of ${pending.title} is damaged`);
  return decoded;
}
