/** @module Transactions as rows: what each did, and whether it did. */
import type { TxView } from "../data/tx.ts";
import { groupDigits } from "../format/amount.ts";
import { shortHash } from "../format/short.ts";
import { Badge } from "../parts/badge.tsx";
import { HeightAgo } from "../parts/when.tsx";
import { MessageWords } from "./message-words.tsx";

export function TxWords({ tx }: { tx: TxView }) {
  const messages = tx.decoded?.messages ?? [];
  const first = messages[0];
  if (first === undefined) return <>Bytes that are no transaction</>;
  return (
    <>
      <MessageWords typeUrl={first.any.typeUrl} decoded={first.decoded} />
      {messages.length > 1 && <span class="ink3"> and {messages.length - 1} more</span>}
    </>
  );
}

export function TxBadge({ code }: { code: number }) {
  return (
    <Badge
      words={
        code === 0
          ? { word: "Done", tone: "green", icon: "tick" }
          : { word: "Failed", tone: "red", icon: "cross" }
      }
    />
  );
}

interface TxListProps {
  readonly txs: readonly TxView[];
  /** In a block's own list the block need not be named. */
  readonly withHeight?: boolean;
}

export function TxList({ txs, withHeight = true }: TxListProps) {
  return (
    <ul class="rows">
      {txs.map((tx) => (
        <li class="tx-row" key={`${tx.hash}:${tx.index}`}>
          <TxBadge code={tx.code} />
          <div class="tx-words">
            <TxWords tx={tx} />
          </div>
          <div class="tx-end">
            <a class="mono" href={`/tx/${tx.hash}`} title={tx.hash}>
              {shortHash(tx.hash)}
            </a>
            {withHeight && (
              <span class="ink3">
                <a class="quiet" href={`/blocks/${tx.height}`}>
                  {groupDigits(tx.height)}
                </a>
                {" · "}
                <HeightAgo height={tx.height} />
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
