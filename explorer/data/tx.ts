/**
 * Transactions as the page shows them.
 *
 * @module
 */
import type { Block, Event, IndexedTx, TxResult } from "@assay/client/comet";
import { type DecodedTx, decodeTx, txHash } from "@assay/client/tx";

export interface TxView {
  readonly hash: string;
  readonly height: number;
  readonly index: number;
  readonly code: number;
  readonly codespace: string;
  readonly log: string;
  readonly gasUsed: bigint;
  readonly gasWanted: bigint;
  readonly events: readonly Event[];
  /** Undefined for bytes that are no transaction. */
  readonly decoded: DecodedTx | undefined;
  readonly bytes: Uint8Array;
}

export function viewOfTx(tx: IndexedTx): TxView {
  return {
    hash: tx.hash.toUpperCase(),
    height: tx.height,
    index: tx.txIndex,
    code: tx.code,
    codespace: tx.codespace,
    log: tx.rawLog,
    gasUsed: tx.gasUsed,
    gasWanted: tx.gasWanted,
    events: tx.events,
    decoded: decodeTx(tx.tx),
    bytes: tx.tx,
  };
}

/** A block's transactions with their results, which come by place. */
export function viewsOfBlock(block: Block, results: readonly TxResult[]): TxView[] {
  return block.txs.map((bytes, index) => {
    const result = results[index];
    return {
      hash: txHash(bytes),
      height: block.header.height,
      index,
      code: result?.code ?? 0,
      codespace: result?.codespace ?? "",
      log: result?.log ?? "",
      gasUsed: result?.gasUsed ?? 0n,
      gasWanted: result?.gasWanted ?? 0n,
      events: result?.events ?? [],
      decoded: decodeTx(bytes),
      bytes,
    };
  });
}

/** `MsgStake` of `/assay.data.v1.MsgStake`. */
export function messageName(typeUrl: string): string {
  return typeUrl.slice(typeUrl.lastIndexOf(".") + 1);
}

/** Coins that events moved: base units of the given denom, by sender and receiver. */
export interface Movement {
  readonly from: string;
  readonly to: string;
  readonly base: bigint;
}

export function movements(events: readonly Event[], denom: string): Movement[] {
  return events.flatMap((event) => {
    if (event.type !== "transfer") return [];
    const value = (key: string) => event.attributes.find((attribute) => attribute.key === key)?.value ?? "";
    return value("amount")
      .split(",")
      .flatMap((coin) => {
        const match = /^(\d+)(.+)$/.exec(coin);
        if (!match || match[2] !== denom) return [];
        return [{ from: value("sender"), to: value("recipient"), base: BigInt(match[1]!) }];
      });
  });
}
