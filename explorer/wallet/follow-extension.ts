/**
 * The account of a wallet extension is the one that its owner has chosen there: the page follows.
 *
 * @module
 */
import { toast } from "../app/say.ts";
import { chain, loadChain } from "../data/chain.ts";
import { chainInfo } from "./chain-info.ts";
import { connectExtension, EXTENSIONS, type ExtensionKind, KINDS } from "./extension.ts";
import { keepWallet, wallet } from "./wallet.ts";

/** Asks for the account and keeps its address. @throws WalletError where the wallet's owner says no. */
export async function takeAccount(kind: ExtensionKind): Promise<void> {
  if (chain.peek().chainId === "") await loadChain();
  const { address, name } = await connectExtension(kind, chain.peek().chainId, chainInfo());
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
