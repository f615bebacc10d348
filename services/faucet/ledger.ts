/**
 * The faucet's view of the ledger, through the client library alone.
 *
 * @module
 */
import { AssayError, clientCodes } from "@assay/client/errors";
import type { ServiceAccount } from "../account.ts";

export type GrantFault =
  /** The faucet has not enough coins. */
  | "empty"
  /** The recipient takes no coins: a module's account. */
  | "recipient"
  /** The ledger does not answer, or takes nothing now. */
  | "away"
  /** It was sent, and no block held it yet. */
  | "unknown";

/** A grant that was not paid, or of which that is not known. */
export class GrantError extends Error {
  readonly fault: GrantFault;

  constructor(fault: GrantFault, cause: unknown) {
    super(`the grant failed: ${fault}`, { cause });
    this.name = "GrantError";
    this.fault = fault;
  }
}

/** What the faucet asks of the ledger. */
export interface FaucetLedger {
  /** Sends the grant; resolves with the transaction's hash once it is in a block. @throws GrantError */
  send(to: string, denom: string): Promise<string>;
  holder(): Promise<{
    readonly address: string;
    readonly balances: readonly { readonly denom: string; readonly amount: string }[];
  }>;
}

/** By codespace and code; anything else is our own fault. */
const FAULTS: Readonly<Record<string, GrantFault>> = {
  "sdk/4": "recipient",
  "sdk/5": "empty",
  "sdk/20": "away",
  [`client/${clientCodes.unknownAccount}`]: "empty",
  [`client/${clientCodes.unreachable}`]: "away",
  [`client/${clientCodes.badAnswer}`]: "away",
  [`client/${clientCodes.notIncluded}`]: "unknown",
};

/** @param grant base units of one grant. */
export function faucetLedger({ client, address }: ServiceAccount, grant: string): FaucetLedger {
  return {
    async send(to, denom) {
      try {
        return (await client.sendTokens(address, to, [{ denom, amount: grant }])).transactionHash;
      } catch (error) {
        const fault = error instanceof AssayError ? FAULTS[`${error.codespace}/${error.code}`] : undefined;
        throw fault === undefined ? error : new GrantError(fault, error);
      }
    },
    holder: async () => ({ address, balances: await client.getAllBalances(address) }),
  };
}
