/** @module One transaction: what it did in a sentence, its result, coins moved, messages, events, raw bytes. */
import { toHex } from "@assay/primitives/bytes";
import { messageToJson } from "@assay/proto/wire/json";
import { nowMs } from "../app/clock.ts";
import { chain } from "../data/chain.ts";
import { client, head } from "../data/node.ts";
import { useResource } from "../data/resource.ts";
import { messageName, movements, type TxView, viewOfTx } from "../data/tx.ts";
import { groupDigits, plural } from "../format/amount.ts";
import { explainCode } from "../format/explain.ts";
import { formatDate } from "../format/time.ts";
import { visibleText } from "../format/visible.ts";
import { Address, Hash } from "../parts/address.tsx";
import { Amount } from "../parts/amount.tsx";
import { Card, Facts } from "../parts/card.tsx";
import { Copy, copyText } from "../parts/copy.tsx";
import { Icon } from "../parts/icon.tsx";
import { ShowPage } from "../parts/loaded.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { HeightAgo, useBlockTime } from "../parts/when.tsx";
import { deeds } from "../wallet/deeds.ts";
import { EventList } from "./event-list.tsx";
import { CoinWords, MessageWords } from "./message-words.tsx";
import { Missing, NotFound } from "./not-found.tsx";
import { TxBadge, TxWords } from "./tx-list.tsx";

export function TxPage({ hash: text }: { hash: string }) {
  const hash = text.toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(hash)) return <NotFound />;
  return <ByHash key={hash} hash={hash} />;
}

function ByHash({ hash }: { hash: string }) {
  const key = `tx:${hash}`;
  // Live until it is there: it may be on its way.
  const loaded = useResource(
    key,
    async () => {
      const tx = await client.getTx(hash);
      return tx === null ? undefined : viewOfTx(tx);
    },
    { live: true },
  );
  return (
    <ShowPage title="Transaction" of={loaded} again={key} lines={6} missing={() => <Unknown hash={hash} />}>
      {(tx) => <Known tx={tx} />}
    </ShowPage>
  );
}

function Unknown({ hash }: { hash: string }) {
  const mine = deeds.value.find((deed) => deed.hash === hash);
  return (
    <Missing title={mine ? "Waiting for a block" : "No such transaction yet"}>
      <p>
        No block up to {groupDigits(head.value?.height ?? 0)} holds it.{" "}
        {mine && mine.state === "failed"
          ? `It was not done: ${mine.failure?.title ?? ""}`
          : "It may be on its way: this page looks again with each block."}
      </p>
      <p>
        <Hash hash={hash} full what="transaction hash" />
      </p>
    </Missing>
  );
}

function Known({ tx }: { tx: TxView }) {
  const { denom } = chain.value;
  const moved = movements(tx.events, denom);
  const timeMs = useBlockTime(tx.height);
  const fee = tx.decoded?.fee;
  return (
    <>
      <PageHead
        crumbs={[
          { text: "Blocks", href: "/blocks" },
          { text: groupDigits(tx.height), href: `/blocks/${tx.height}` },
          { text: `Transaction ${tx.index + 1}` },
        ]}
        above={
          <p class="head-badges">
            <TxBadge code={tx.code} />{" "}
            <span class="ink2 side">
              in block <a href={`/blocks/${tx.height}`}>{groupDigits(tx.height)}</a>,{" "}
              <HeightAgo height={tx.height} />
            </span>
          </p>
        }
        title="Transaction"
        under={
          <span class="said">
            <TxWords tx={tx} />
          </span>
        }
        acts={<CopyLink />}
      />
      {tx.code !== 0 && <FailedBox tx={tx} />}
      <div class="split">
        <div class="stack">
          {(tx.decoded?.messages ?? []).map((message, i) => (
            <Card
              key={i}
              title={<Sentence typeUrl={message.any.typeUrl} />}
              aside={<span class="mono">{visibleText(message.any.typeUrl)}</span>}
            >
              <div class="card-body">
                {tx.decoded!.messages.length > 1 && (
                  <p class="said">
                    <MessageWords typeUrl={message.any.typeUrl} decoded={message.decoded} />
                  </p>
                )}
                <pre class="code json">
                  {message.decoded
                    ? visibleText(
                        JSON.stringify(
                          messageToJson(message.decoded.type, message.decoded.value, "hex"),
                          null,
                          2,
                        ),
                      )
                    : JSON.stringify(
                        { type_url: visibleText(message.any.typeUrl), value_hex: toHex(message.any.value) },
                        null,
                        2,
                      )}
                </pre>
              </div>
            </Card>
          ))}
          {moved.length > 0 && (
            <Card title="Coins moved">
              <MovedTable moved={moved} />
            </Card>
          )}
          <Card title="Events" aside={plural(tx.events.length, "event")}>
            <div class="card-body">
              <EventList events={tx.events} />
            </div>
          </Card>
        </div>
        <div class="stack">
          <Card title="Details">
            <div class="card-body">
              <Facts
                rows={[
                  ["Hash", <Hash key="h" hash={tx.hash} what="transaction hash" />],
                  timeMs !== undefined && ["Date", formatDate(timeMs, nowMs.value)],
                  ["Result", tx.code === 0 ? "done" : `${tx.codespace} ${tx.code}`],
                  [
                    "Fee",
                    fee === undefined || fee.amount.length === 0 ? (
                      "none"
                    ) : (
                      <CoinWords key="f" coin={fee.amount[0]} />
                    ),
                  ],
                  ["Gas used", `${groupDigits(tx.gasUsed)} of ${groupDigits(tx.gasWanted)}`],
                  tx.decoded !== undefined &&
                    tx.decoded.sequences.length > 0 && [
                      "Sequence",
                      tx.decoded.sequences.map(String).join(", "),
                    ],
                  tx.decoded !== undefined &&
                    tx.decoded.timeoutHeight > 0n && ["Valid until", groupDigits(tx.decoded.timeoutHeight)],
                  ["Size", `${groupDigits(tx.bytes.length)} bytes`],
                ]}
              />
              {tx.decoded !== undefined && tx.decoded.memo !== "" && (
                <p class="note memo">
                  <Icon name="info" /> {visibleText(tx.decoded.memo)}
                </p>
              )}
            </div>
          </Card>
          <Card title="Raw" end={<Copy text={toHex(tx.bytes)} what="raw bytes" />}>
            <div class="card-body">
              <details>
                <summary>Bytes as hex</summary>
                <pre class="code raw">
                  {tx.bytes.length > 4096 ? `${toHex(tx.bytes.subarray(0, 4096))}…` : toHex(tx.bytes)}
                </pre>
              </details>
            </div>
          </Card>
        </div>
      </div>
    </>
  );
}

function CopyLink() {
  return (
    <button type="button" class="button primary" onClick={() => void copyText(location.href, "Link")}>
      <Icon name="link" /> Copy link
    </button>
  );
}

function Sentence({ typeUrl }: { typeUrl: string }) {
  return (
    <>
      {visibleText(
        messageName(typeUrl)
          .replace(/^Msg/, "")
          .replace(/(?<=[a-z])(?=[A-Z])/g, " "),
      )}
    </>
  );
}

function FailedBox({ tx }: { tx: TxView }) {
  const { title, fix } = explainCode(tx.codespace, tx.code);
  return (
    <div class="note is-red failed-box">
      <Icon name="warn" size={18} />
      <div>
        <p class="note-title">Not done: {title}</p>
        <p>{visibleText(tx.log)}</p>
        <p>{fix} Only the fee was taken.</p>
      </div>
    </div>
  );
}

function MovedTable({ moved }: { moved: ReturnType<typeof movements> }) {
  const columns: readonly Column<{ from: string; to: string; base: bigint; i: number }>[] = [
    { head: "From", cell: (row) => <Address address={row.from} /> },
    { head: "To", cell: (row) => <Address address={row.to} /> },
    { head: "Amount", figures: true, cell: (row) => <Amount base={row.base} exact /> },
  ];
  const rows = moved.map((row, i) => ({ ...row, i }));
  return <Table caption="Coins moved" columns={columns} rows={rows} rowKey={(row) => String(row.i)} />;
}
