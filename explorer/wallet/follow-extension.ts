/**
 * The account of a wallet extension is the one that its owner has chosen there: the page follows.
 *
 * @module
 */
import { toast } from "../app/say.ts";
import { chain, loadChain } from "../data/chain.ts";
import { connectExtension, EXTENSIONS, type ExtensionKind, KINDS, WalletError } from "./extension.ts";
import { keepWallet, wallet } from "./wallet.ts";

/** What wallets are told of this chain. @throws WalletError where the node does not say it. */
export async function chainInfo(): Promise<object> {
  if (chain.peek().keplr === undefined) await loadChain();
  const { keplr } = chain.peek();
  if (keplr !== undefined) return keplr;
  throw new WalletError(
    "The node does not say how a wallet is to show this chain.",
    "Try again in a moment.",
  );
}

/** Asks for the account and keeps its address. @throws WalletError where the wallet's owner says no. */
export async function takeAccount(kind: ExtensionKind): Promise<void> {
  const info = await chainInfo();
  const { address, name } = await connectExtension(kind, chain.peek().chainId, info);
  keepWallet({ kind, address, name });
}

async function follow(kind: ExtensionKind): Promise<void> {
  const before = wallet.peek();
  if (before?.kind !== kind) return;
  const { title } = EXTENSIONS[kind];
  try {
    await takeAccount(kind);
    const now = wallet.peek();
    if (now?.kind === kind && now.address !== before.address)
      toast({ tone: "done", title: `You are ${now.name} now`, aside: `as chosen in ${title}` });
  } catch {
    // Whoever it is now does not want to be seen here.
    keepWallet(undefined);
    toast({ tone: "done", title: `Disconnected from ${title}` });
  }
}

export function followExtensions(): void {
  for (const kind of KINDS) addEventListener(EXTENSIONS[kind].changed, () => void follow(kind));
}
