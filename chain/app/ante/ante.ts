/**
 * What every transaction passes before its messages run. One list, in this order; the first failure refuses the
 * transaction and undoes what the steps before it wrote. Once all have passed, their writes stay, even where a message
 * fails later: so a failed transaction pays its fee and uses up its sequence.
 *
 * Decoding comes before the list (`tx.ts`), as nothing can be said about bytes that are no transaction.
 *
 * @module
 */
import type { ExecutionContext } from "@assay/kernel/context";
import type { Account } from "@assay/modules/auth/account";
import type { AuthSigner } from "@assay/modules/auth/keeper";
import type { Bank } from "@assay/modules/bank/ledger";
import type { Params } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import type { Lanes } from "../lanes.ts";
import type { KnownSignatures } from "../signature/known-signatures.ts";
import type { SignaturePart } from "../signature/parts.ts";
import type { PublicKey } from "../signature/public-key.ts";
import type { Signer, Tx } from "../tx.ts";
import { chargeSignatures, chargeSize } from "./charge.ts";
import { payFee, requireMinimumFee } from "./fee.ts";
import { checkCounts, checkMemo, checkTimeout, refuseUnsupported } from "./form.ts";
import {
  checkKeys,
  checkSequences,
  checkSignatures,
  countKeys,
  readSignatures,
  recordSignatures,
} from "./signers.ts";

/** `recheck` is a transaction that waits in the mempool and was checked before. */
export type Mode = "check" | "recheck" | "simulate" | "deliver";

export interface AnteServices {
  readonly auth: AuthSigner;
  readonly bank: Bank;
  readonly signatures: KnownSignatures;
  /** This node's, in millionths of a base unit a unit of gas. Asked for by CheckTx alone. */
  readonly minGasPriceMicro: bigint;
  /** How the block's gas is shared; no transaction may ask for more than its lane ever has. */
  readonly lanes: Lanes;
  /** As they were when the block began. */
  readonly params: Params;
}

export interface AnteCall {
  readonly ctx: ExecutionContext;
  readonly tx: Tx;
  readonly mode: Mode;
  readonly services: AnteServices;
  /** The signers in their order; `checkKeys` fills it. */
  readonly signing: Signing[];
  /** Each signer's signature taken apart; `readSignatures` fills it. Empty in a simulation. */
  readonly parts: (readonly SignaturePart[])[];
}

export interface Signing {
  readonly signer: Signer;
  /** As it is before this transaction. */
  readonly account: Account;
  /** Undefined only in a simulation. */
  readonly key: PublicKey | undefined;
}

/** In the README: the same names in the same order. */
export const ANTE: readonly ((call: AnteCall) => void)[] = [
  refuseUnsupported,
  checkCounts,
  checkTimeout,
  checkMemo,
  chargeSize,
  requireMinimumFee,
  payFee,
  checkKeys,
  countKeys,
  readSignatures,
  chargeSignatures,
  checkSequences,
  checkSignatures,
  recordSignatures,
];

/** @throws CodedError of the first step that refuses. */
export function runAnte(ctx: ExecutionContext, tx: Tx, mode: Mode, services: AnteServices): void {
  const call: AnteCall = { ctx, tx, mode, services, signing: [], parts: [] };
  for (const step of ANTE) step(call);
}
