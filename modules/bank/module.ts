import { type Module, message } from "@assay/kernel/module";
import { toHex } from "@assay/primitives/bytes";
import { Msg } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import type { AuthKeeper } from "../auth/keeper.ts";
import { errors } from "./errors.ts";
import { plainEvents } from "./events.ts";
import { bankGenesis } from "./genesis.ts";
import { multiSend, send } from "./handlers.ts";
import { bankInvariants } from "./invariants.ts";
import { type Bank, createBank } from "./ledger.ts";
import { checkMultiSend, checkSend } from "./messages.ts";
import { queries } from "./queries.ts";
import { state } from "./state.ts";

export interface BankDeps {
  readonly auth: AuthKeeper;
  /** Modules' own accounts: no message may pay them. */
  readonly moduleAddresses: readonly Uint8Array[];
}

/** The module, and the verbs that the application hands to others. */
export function createBankModule({ auth, moduleAddresses }: BankDeps): { module: Module; bank: Bank } {
  const bank = createBank(auth);
  const blocked = new Set(moduleAddresses.map(toHex));
  const module: Module = {
    name: "bank",
    schema: state.$schema,
    messages: [
      message(Msg.Send, {
        signer: ({ fromAddress }) => fromAddress,
        check: checkSend,
        handle: (ctx, msg) => send(bank, blocked, ctx, msg),
      }),
      message(Msg.MultiSend, {
        signer: ({ inputs }) => inputs[0]?.address ?? "",
        check: checkMultiSend,
        handle: (ctx, msg) => multiSend(bank, blocked, ctx, msg),
      }),
    ],
    queries,
    errors,
    plainEvents,
    genesis: bankGenesis(auth),
    invariants: bankInvariants(auth),
  };
  return { module, bank };
}
