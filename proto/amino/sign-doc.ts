/**
 * What SIGN_MODE_LEGACY_AMINO_JSON signs.
 *
 * @module
 */
import type { Fee } from "../gen/cosmos/tx/v1beta1/tx.ts";
import { stringToUtf8 } from "../wire/utf8.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { AminoFields, AminoMessage } from "./message.ts";

export interface AminoSignDocParts {
  readonly chainId: string;
  readonly accountNumber: bigint;
  readonly sequence: bigint;
  readonly fee: Fee;
  readonly memo: string;
  /** 0 for none, which is left out. */
  readonly timeoutHeight: bigint;
  readonly messages: readonly AminoMessage[];
}

function aminoFee({ amount, gasLimit, payer, granter }: Fee): AminoFields {
  return {
    amount: amount.map((coin) => ({ denom: coin.denom, amount: coin.amount })),
    gas: String(gasLimit),
    ...(payer === "" ? {} : { payer }),
    ...(granter === "" ? {} : { granter }),
  };
}

/** In CosmJS's shape: a wallet takes it as `StdSignDoc`. */
export function aminoSignDoc(parts: AminoSignDocParts): AminoFields {
  const { chainId, accountNumber, sequence, fee, memo, timeoutHeight, messages } = parts;
  return {
    chain_id: chainId,
    account_number: String(accountNumber),
    sequence: String(sequence),
    fee: aminoFee(fee),
    msgs: messages.map(({ type, value }) => ({ type, value })),
    memo,
    ...(timeoutHeight === 0n ? {} : { timeout_height: String(timeoutHeight) }),
  };
}

/** The bytes that are hashed. @throws WireError for text with a lone surrogate, which no decoded transaction has. */
export const aminoSignBytes = (doc: AminoFields): Uint8Array => stringToUtf8(canonicalJson(doc));
