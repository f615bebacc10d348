/** @module Within a form: without a wallet, how to get one; with too few coins, the faucet. */
import { Icon } from "../parts/icon.tsx";
import { wallet } from "./wallet.ts";
import { GetWallet, TestCoins } from "./wallet-dialog.tsx";

export function NeedWallet() {
  if (wallet.value !== undefined) return null;
  return (
    <section class="need-wallet">
      <h3>First, a wallet</h3>
      <GetWallet />
    </section>
  );
}

export function TooFewCoins({ words }: { words: string }) {
  const mine = wallet.value;
  if (mine === undefined) return null;
  return (
    <div class="note is-gold">
      <Icon name="warn" />
      <div class="stack-16">
        <p>{words}</p>
        <TestCoins address={mine.address} />
      </div>
    </div>
  );
}
