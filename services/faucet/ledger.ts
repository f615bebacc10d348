/** The faucet's view of the ledger, through the client library alone. */
import type { ServiceAccount } from "../account.ts";
import type { FaucetLedger } from "./main.ts";

/** @param grant base units of one grant. */
export function faucetLedger({ client, address }: ServiceAccount, grant: string): FaucetLedger {
  return {
    async send(to, denom) {
      const { transactionHash } = await client.sendTokens(address, to, [{ denom, amount: grant }]);
      return transactionHash;
    },
    holder: async () => ({ address, balances: await client.getAllBalances(address) }),
  };
}
