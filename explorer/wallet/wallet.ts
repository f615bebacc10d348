/**
 * The reader's account: a burner wallet whose words are kept in this browser, for test coins on a devnet; or one of a
 * wallet extension, which keeps its key to itself.
 *
 * @module
 */
import { signal } from "@preact/signals";
import { EXTENSIONS, type ExtensionKind } from "./extension.ts";
import { readStored, writeStored } from "./storage.ts";

export interface BurnerWallet {
  /** Absent: who has the words needs no extension. */
  readonly kind?: undefined;
  readonly address: string;
  /** Whoever reads this browser's storage has the coins. */
  readonly mnemonic: string;
  /** The reader has written the words down, or brought them. */
  readonly saved: boolean;
}

export interface ExtensionWallet {
  readonly kind: ExtensionKind;
  readonly address: string;
  /** What the account is called there. */
  readonly name: string;
}

export type StoredWallet = BurnerWallet | ExtensionWallet;

function isWallet(value: unknown): value is StoredWallet {
  const wallet = value as { address?: unknown; mnemonic?: unknown; kind?: string; name?: unknown } | null;
  if (typeof wallet?.address !== "string") return false;
  if (wallet.kind === undefined) return typeof wallet.mnemonic === "string";
  return Object.hasOwn(EXTENSIONS, wallet.kind) && typeof wallet.name === "string";
}

export const wallet = signal<StoredWallet | undefined>(readStored("wallet", isWallet));

/** Where the key is, as a sentence says it. */
export const walletTitle = ({ kind }: StoredWallet): string =>
  kind === undefined ? "this browser" : EXTENSIONS[kind].title;

/** @returns false where the browser cannot keep it. */
export function keepWallet(value: StoredWallet | undefined): boolean {
  const kept = writeStored("wallet", value);
  wallet.value = value;
  return kept;
}

/** Another tab may have made or dropped the wallet. */
export function followOtherTabs(): void {
  addEventListener("storage", (event) => {
    if (event.key === "assay.wallet") wallet.value = readStored("wallet", isWallet);
  });
}
