/**
 * The reader's account: a burner wallet, whose words are kept in this browser. For test coins on a devnet.
 *
 * @module
 */
import { signal } from "@preact/signals";
import { readStored, writeStored } from "./storage.ts";

export interface StoredWallet {
  readonly address: string;
  /** Whoever reads this browser's storage has the coins. */
  readonly mnemonic: string;
  /** The reader has written the words down, or brought them. */
  readonly saved: boolean;
}

function isWallet(value: unknown): value is StoredWallet {
  const wallet = value as Partial<StoredWallet> | null;
  return typeof wallet?.address === "string" && typeof wallet.mnemonic === "string";
}

export const wallet = signal<StoredWallet | undefined>(readStored("wallet", isWallet));

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
