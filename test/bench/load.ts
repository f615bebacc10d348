/**
 * A load of transfers that are signed before the stopwatch runs: deterministic keys, real signatures.
 *
 * @module
 */
import { hash } from "node:crypto";
import { signDigest } from "@assay/chain/app/sign-doc";
import { addressToBech32 } from "@assay/primitives/address";
import { MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { AuthInfo, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { signDigestWith, type TestSigner, testSigner } from "../harness/keys.ts";

/** What a wallet asks for that adds a third to what it simulated. */
const GAS_LIMIT = 100_000n;
const PREFIX = "assay";
const FEE = { denom: "uassay", amount: "2500" };

export interface SignedTx {
  readonly bytes: Uint8Array;
  /** Number of the account: its transactions must keep their order. */
  readonly sender: number;
}

/** An account that receives, and never sends. */
export interface Idle {
  readonly bytes: Uint8Array;
  readonly address: string;
}

/** How many send at most: keys of a million would take longer than what is measured. */
const MAX_SENDERS = 20_000;

export class Load {
  readonly chainId: string;
  /** Those that send, spread evenly over the load. */
  readonly accounts: readonly TestSigner[];
  /** Accounts that do not. */
  readonly idle: number;
  readonly #sequences: Uint32Array;
  readonly #stride: number;
  /** Transactions signed so far. */
  #count = 0;

  constructor(chainId: string, accounts: number) {
    const senders = Math.min(accounts, MAX_SENDERS);
    this.chainId = chainId;
    this.accounts = Array.from({ length: senders }, (_, i) => testSigner(`bench ${i}`, PREFIX));
    this.idle = accounts - senders;
    this.#sequences = new Uint32Array(senders);
    this.#stride = strideFor(senders);
  }

  /** All of them. */
  get size(): number {
    return this.accounts.length + this.idle;
  }

  idleAccount(i: number): Idle {
    const bytes = new Uint8Array(hash("sha256", `idle ${i}`, "buffer").subarray(0, 20));
    return { bytes, address: addressToBech32(bytes, PREFIX) };
  }

  #recipient(i: number): string {
    const { accounts } = this;
    return (i < accounts.length ? accounts[i]! : this.idleAccount(i - accounts.length)).address;
  }

  /** The next ones: senders come round after each had its turn, recipients are anybody. */
  sign(count: number): SignedTx[] {
    return Array.from({ length: count }, () => this.#next());
  }

  #next(): SignedTx {
    const { accounts } = this;
    const number = this.#count++;
    const sender = (number * this.#stride) % accounts.length;
    const recipient = (sender + 1 + (randomOf(number) % (this.size - 1))) % this.size;
    const from = accounts[sender]!;
    const message = {
      fromAddress: from.address,
      toAddress: this.#recipient(recipient),
      amount: [{ denom: FEE.denom, amount: String(1 + (number % 1000)) }],
    };
    const bodyBytes = TxBody.toBytes(
      TxBody.fromPartial({ messages: [{ typeUrl: MsgSend.typeUrl, value: MsgSend.toBytes(message) }] }),
    );
    const authInfoBytes = AuthInfo.toBytes(
      AuthInfo.fromPartial({
        signerInfos: [
          {
            publicKey: from.pubKey,
            modeInfo: { single: { mode: SignMode.SIGN_MODE_DIRECT } },
            sequence: BigInt(this.#sequences[sender]!++),
          },
        ],
        fee: { amount: [FEE], gasLimit: GAS_LIMIT },
      }),
    );
    // Account numbers are those of the genesis (`home.ts`).
    const digest = signDigest({ bodyBytes, authInfoBytes }, this.chainId, BigInt(sender));
    const signatures = [signDigestWith(from, digest)];
    return { bytes: TxRaw.toBytes({ bodyBytes, authInfoBytes, signatures }), sender };
  }
}

/** Transactions to so many clients, each sender always by the same one. */
export function shareOut(txs: readonly SignedTx[], clients: number): Uint8Array[][] {
  const shares: Uint8Array[][] = Array.from({ length: clients }, () => []);
  for (const { bytes, sender } of txs) shares[sender % clients]!.push(bytes);
  return shares;
}

/** Neighbours in the load are far apart in the list: a step that meets every account before one again. */
function strideFor(accounts: number): number {
  let stride = Math.max(1, Math.floor(accounts * 0.618));
  while (greatestCommonDivisor(stride, accounts) !== 1) stride++;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function randomOf(number: number): number {
  return hash("sha256", `recipient ${number}`, "buffer").readUInt32BE(0);
}
