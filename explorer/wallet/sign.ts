/**
 * Signing, kept apart so that who only reads never loads it.
 *
 * @module
 */
import type { StdFee } from "@assay/client/amount";
import { challenge, challengedBy } from "@assay/client/challenge";
import { resumeReveal, type SealOptions } from "@assay/client/commit-reveal";
import type { EncodeObject } from "@assay/client/encode-object";
import { AssayError } from "@assay/client/errors";
import type { PendingReveal } from "@assay/client/pending";
import { SigningAssayClient, type TxState } from "@assay/client/signing";
import { createWallet, firstAccount, importWallet } from "@assay/client/wallet";
import { CaseStatus, type Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { toast } from "../app/say.ts";
import { chain } from "../data/chain.ts";
import { toFault } from "../data/fault.ts";
import { addDeed, changeDeed, type DeedWords, deedFailed, deedIncluded } from "./deeds.ts";
import { EXTENSIONS, extensionSigner, WalletError } from "./extension.ts";
import { chainInfo, takeAccount } from "./follow-extension.ts";
import { browserStore, changeRun, startRun } from "./pending.ts";
import { keepWallet, type StoredWallet, wallet } from "./wallet.ts";

let signer: { readonly of: string; readonly client: Promise<SigningAssayClient> } | undefined;

/** What tells one wallet's key from another's. */
const keyOf = (mine: StoredWallet): string =>
  mine.kind === undefined ? mine.mnemonic : `${mine.kind} ${mine.address}`;

async function signerOf(mine: StoredWallet): Promise<SigningAssayClient["signer"]> {
  if (mine.kind === undefined) return importWallet(mine.mnemonic, { prefix: chain.value.prefix });
  const found = await extensionSigner(mine.kind, chain.value.chainId, await chainInfo());
  const accounts = await found.getAccounts();
  if (accounts.some(({ address }) => address === mine.address)) return found;
  await takeAccount(mine.kind);
  const { title } = EXTENSIONS[mine.kind];
  throw new WalletError(
    `${title} has another account chosen now.`,
    "This page follows it. Look at the form again, and then sign.",
  );
}

/** The client that signs for the reader's wallet. */
export function signingClient(mine: StoredWallet): Promise<SigningAssayClient> {
  const of = keyOf(mine);
  if (signer?.of !== of) {
    const made = signerOf(mine).then((keys) =>
      SigningAssayClient.createWithSigner({ rpc: "/rpc", ws: "/websocket" }, keys),
    );
    signer = { of, client: made };
    // A wallet that was locked may be open the next time.
    made.catch(() => {
      if (signer?.client === made) signer = undefined;
    });
  }
  return signer.client;
}

/** A new account of 12 words, kept in this browser. */
export async function newWallet(): Promise<boolean> {
  const made = await createWallet({ prefix: chain.value.prefix, words: 12 });
  const { address } = await firstAccount(made);
  return keepWallet({ address, mnemonic: made.mnemonic, saved: false });
}

/** @throws AssayError (client, invalid) for words that are no mnemonic. */
export async function bringWallet(words: string): Promise<boolean> {
  const keys = await importWallet(words, { prefix: chain.value.prefix });
  const { address } = await firstAccount(keys);
  return keepWallet({ address, mnemonic: keys.mnemonic, saved: true });
}

/** What these messages would cost now. @throws AssayError where they would fail. */
export async function feeOf(mine: StoredWallet, messages: readonly EncodeObject[]): Promise<StdFee> {
  return (await signingClient(mine)).estimateFee(mine.address, messages);
}

/**
 * Does a deed: estimates, signs, sends, waits. Its states are in `deeds`; the outcome is toasted.
 * @returns the deed's id at once through `begun`, and the height, or undefined where it failed.
 */
export async function perform(
  words: DeedWords,
  messages: readonly EncodeObject[],
  begun: (id: string) => void = () => {},
): Promise<number | undefined> {
  const mine = wallet.peek();
  const deed = addDeed(words);
  begun(deed.id);
  let hash: string | undefined;
  try {
    if (mine === undefined) throw new Error("There is no wallet in this browser");
    const client = await signingClient(mine);
    const result = await client.signAndBroadcast(mine.address, messages, {
      onState: (state) => {
        if (state.state === "signed") {
          hash = state.hash;
          changeDeed(deed.id, { state: "signed", hash });
        }
        if (state.state === "sent") changeDeed(deed.id, { state: "sent", sentMs: Date.now() });
      },
    });
    deedIncluded(deed, result.height);
    return result.height;
  } catch (error) {
    const known = error instanceof AssayError ? error.txHash : undefined;
    deedFailed(deed, toFault(error), known ?? hash);
    return undefined;
  }
}

/** Where each of the two transactions of a challenge is, among the reader's deeds. */
function followTx(words: DeedWords): (state: TxState) => void {
  let id: string | undefined;
  return (state) => {
    id ??= addDeed(words).id;
    switch (state.state) {
      case "signed":
        changeDeed(id, { state: "signed", hash: state.hash });
        break;
      case "sent":
        changeDeed(id, { state: "sent", hash: state.hash, sentMs: Date.now() });
        break;
      case "included":
        changeDeed(id, { state: "included", hash: state.hash, height: state.height });
        break;
      case "failed":
        changeDeed(id, { state: "failed", failure: toFault(state.error) });
        break;
    }
  };
}

/** The store and the steps of one run, told to the page. */
function sealOptions(run: string, datasetId: string, title: string): SealOptions {
  const href = `/datasets/${datasetId}`;
  const sealing = followTx({ title: `Seal: ${title}`, done: "Sealed", failed: "Not sealed", href });
  const showing = followTx({
    title: `Show the proof: ${title}`,
    done: "Proof shown",
    failed: "Not shown",
    href,
  });
  return {
    store: {
      ...browserStore,
      async save(pending) {
        await browserStore.save(pending);
        changeRun(run, { pending });
      },
    },
    onStep: (step) => {
      switch (step.step) {
        case "sealing":
          sealing(step.state);
          if (step.state.state === "sent") changeRun(run, { phase: "sealing" });
          break;
        case "sealed":
          changeRun(run, { phase: "sealed", pending: step.pending });
          break;
        case "showing":
          showing(step.state);
          if (step.state.state !== "failed") changeRun(run, { phase: "showing" });
          break;
      }
    },
  };
}

function tellShown(
  run: string,
  title: string,
  shown: { caseId: bigint; status: number; reason: string },
): void {
  const holds = shown.status !== CaseStatus.CASE_STATUS_INVALID;
  changeRun(run, { phase: "shown", caseId: shown.caseId });
  toast({
    tone: holds ? "done" : "failed",
    title: holds ? "Your proof holds" : "Your proof does not hold",
    ...(holds ? { aside: title } : { body: shown.reason }),
    link: { href: `/challenges/${shown.caseId}`, text: "See the case" },
  });
}

function tellFailed(run: string, error: unknown): void {
  const fault = toFault(error);
  changeRun(run, { phase: "failed", fault });
  toast({
    tone: "failed",
    title: "Not challenged",
    body: [fault.title, fault.cause, fault.fix].filter(Boolean).join(" "),
  });
}

/** Seals and shows a proof. Everything that happens is in `runs` and `pendings`. */
export async function challengeClaim(args: {
  readonly datasetId: string;
  readonly claim: number;
  readonly proof: Proof;
  readonly bond: bigint;
  readonly title: string;
}): Promise<void> {
  const mine = wallet.peek();
  if (mine === undefined) return;
  const { datasetId, claim, title } = args;
  const run = startRun({ datasetId, claim, title });
  try {
    const client = await signingClient(mine);
    const shown = await challenge(
      client,
      { ...args, challenger: mine.address },
      sealOptions(run, datasetId, title),
    );
    tellShown(run, title, shown);
  } catch (error) {
    tellFailed(run, error);
  }
}

/** One tab shows a seal, not all of them. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) return work();
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock === null ? undefined : work()));
}

/** Goes on with a kept seal. */
export async function resume(pending: PendingReveal): Promise<void> {
  const mine = wallet.peek();
  if (mine === undefined) return;
  await alone(`assay.pending.${pending.id}`, async () => {
    const { datasetId, title } = pending;
    const run = startRun({ datasetId, claim: 0, title, pending });
    changeRun(run, { phase: pending.commitHeight === 0 ? "sealing" : "sealed" });
    try {
      const result = await resumeReveal(
        await signingClient(mine),
        pending,
        sealOptions(run, datasetId, title),
      );
      if (result.outcome === "shown") tellShown(run, title, challengedBy(result.tx));
      else if (result.outcome === "expired") {
        throw new Error("The time to show it was over before this page could: the bond is lost.");
      } else throw new Error("Its seal never got into a block. Nothing was lost; you may challenge again.");
    } catch (error) {
      tellFailed(run, error);
    }
  });
}
