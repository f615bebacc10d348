/** @module The wallet in the top bar: whose, and how much is free. */
import { withQuery } from "../app/router.ts";
import { chain } from "../data/chain.ts";
import { client } from "../data/node.ts";
import { useResource } from "../data/resource.ts";
import { Amount } from "../parts/amount.tsx";
import { Icon } from "../parts/icon.tsx";
import { Identicon } from "../parts/identicon.tsx";
import { wallet } from "./wallet.ts";

/** Free coins of an address, in base units. */
export function useBalance(address: string | undefined) {
  return useResource(
    address === undefined ? undefined : `balance:${address}`,
    async () => BigInt((await client.getBalance(address!, chain.peek().denom)).amount),
    { live: true },
  );
}

export function WalletButton() {
  const mine = wallet.value;
  const balance = useBalance(mine?.address);
  const href = withQuery({ do: "wallet" });
  if (mine === undefined) {
    return (
      <a class="button wallet-button" href={href}>
        <Icon name="wallet" /> Get a wallet
      </a>
    );
  }
  return (
    <a class="wallet-button button" href={href} aria-label="Your wallet">
      <Identicon bytes={new TextEncoder().encode(mine.address)} size={18} />
      {balance.state === "ready" ? <Amount base={balance.value} /> : <span class="ink3">…</span>}
    </a>
  );
}
