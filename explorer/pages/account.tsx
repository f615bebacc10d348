/** @module An account: what is free, staked and on its way out; its positions with their risk; what it did. */
import { addressFromBech32 } from "@assay/primitives/address";
import type { Position, Unbonding } from "@assay/proto/gen/assay/data/v1/types";
import { withQuery } from "../app/router.ts";
import { chain } from "../data/chain.ts";
import {
  hexId,
  useDatasetNames,
  useDatasets,
  usePositions,
  useUnbondings,
  useWithdrawable,
} from "../data/market.ts";
import { client, head, isUp } from "../data/node.ts";
import { useResource } from "../data/resource.ts";
import { viewOfTx } from "../data/tx.ts";
import { groupDigits } from "../format/amount.ts";
import { claimBadge, claimLetter, claimName, fallsBy, provable } from "../format/claim-words.ts";
import { Address } from "../parts/address.tsx";
import { Amount } from "../parts/amount.tsx";
import { Badge } from "../parts/badge.tsx";
import { Card, Facts } from "../parts/card.tsx";
import { Identicon } from "../parts/identicon.tsx";
import { Show } from "../parts/loaded.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Empty } from "../parts/states.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Visible } from "../parts/visible.tsx";
import { Countdown, HeightAgo } from "../parts/when.tsx";
import { wallet } from "../wallet/wallet.ts";
import { useBalance } from "../wallet/wallet-button.tsx";
import { TestCoins } from "../wallet/wallet-dialog.tsx";
import { Missing } from "./not-found.tsx";
import { TxList } from "./tx-list.tsx";

const TXS = 25;

export function AccountPage({ address }: { address: string }) {
  const { prefix } = chain.value;
  if (addressFromBech32(address, prefix) === undefined) {
    return (
      <Missing title="No such address">
        <p>An address of this ledger begins with {prefix}1. Check that you copied all of it.</p>
      </Missing>
    );
  }
  return <ByAddress key={address} address={address} />;
}

function ByAddress({ address }: { address: string }) {
  const mine = wallet.value?.address === address;
  const balance = useBalance(address);
  const positions = usePositions({ account: address });
  const unbondings = useUnbondings({ account: address });
  const withdrawable = useWithdrawable(address);
  const staked =
    positions.state === "ready" ? positions.value.reduce((sum, one) => sum + one.amount, 0n) : undefined;
  const leaving =
    unbondings.state === "ready" ? unbondings.value.reduce((sum, one) => sum + one.amount, 0n) : undefined;
  const owed =
    withdrawable.state === "ready"
      ? withdrawable.value.reduce((sum, one) => sum + BigInt(one.amount?.amount ?? "0"), 0n)
      : undefined;
  const free = balance.state === "ready" ? balance.value : undefined;
  const isEmpty = free === 0n && staked === 0n && leaving === 0n && owed === 0n;
  return (
    <>
      <PageHead
        title={
          <span class="account-title">
            <Identicon bytes={new TextEncoder().encode(address)} size={36} />
            {mine ? "Your account" : "Account"}
          </span>
        }
        under={<Address address={address} full copy link={false} picture={false} />}
        acts={
          mine ? (
            <TestCoins address={address} />
          ) : (
            wallet.value && (
              <a
                class="button primary"
                href={withQuery({ do: "send", to: address })}
                aria-disabled={!isUp.value}
              >
                Send coins
              </a>
            )
          )
        }
      />
      <div class="split">
        <div class="stack">
          {isEmpty && (
            <Card>
              <Empty title="No coins yet">
                <p>
                  {mine
                    ? "Test coins cost nothing: ask the faucet."
                    : "This address is well formed, but the ledger has never seen a coin on it."}
                </p>
              </Empty>
            </Card>
          )}
          <PositionsCard positions={positions} address={address} />
          <LeavingCard unbondings={unbondings} />
          <SentCard address={address} />
        </div>
        <div class="stack">
          <Card title="Coins">
            <div class="card-body">
              <Facts
                rows={[
                  ["Free", free === undefined ? "…" : <Amount key="f" base={free} exact />],
                  ["Staked", staked === undefined ? "…" : <Amount key="s" base={staked} />],
                  ["On its way out", leaving === undefined ? "…" : <Amount key="l" base={leaving} />],
                  ["To withdraw", owed === undefined ? "…" : <Amount key="o" base={owed} exact />],
                ]}
              />
              {withdrawable.state === "ready" && withdrawable.value.length > 0 && (
                <OwedList rows={withdrawable.value} mine={mine} />
              )}
            </div>
          </Card>
          <AccountCard address={address} />
        </div>
      </div>
    </>
  );
}

function AccountCard({ address }: { address: string }) {
  const account = useResource(`account:${address}`, () => client.getAccount(address), { live: true });
  return (
    <Card title="On the ledger">
      <div class="card-body">
        <Show
          of={account}
          again={`account:${address}`}
          lines={2}
          missing={() => <p class="side ink2">Never seen.</p>}
        >
          {(known) => (
            <Facts
              rows={[
                ["Number", groupDigits(known.accountNumber)],
                ["Transactions sent", groupDigits(known.sequence)],
              ]}
            />
          )}
        </Show>
      </div>
    </Card>
  );
}

function OwedList({
  rows,
  mine,
}: {
  rows: readonly { datasetId: Uint8Array; amount: { amount: string } | undefined }[];
  mine: boolean;
}) {
  const nameOf = useDatasetNames();
  return (
    <ul class="owed">
      {rows.map((row) => {
        const id = hexId(row.datasetId);
        return (
          <li key={id}>
            <a href={mine ? `/datasets/${id}?do=withdraw` : `/datasets/${id}`}>
              {mine ? "Withdraw from " : ""}
              <Visible text={nameOf(row.datasetId)} />
            </a>
            <Amount base={BigInt(row.amount?.amount ?? "0")} exact />
          </li>
        );
      })}
    </ul>
  );
}

type LoadedOf<T> = ReturnType<typeof useResource<readonly T[]>>;

function PositionsCard({ positions, address }: { positions: LoadedOf<Position>; address: string }) {
  const nameOf = useDatasetNames();
  const datasets = useDatasets();
  const claimOf = (one: Position) =>
    datasets.state === "ready"
      ? datasets.value.datasets
          .find((dataset) => hexId(dataset.id) === hexId(one.datasetId))
          ?.claims.find((claim) => claim.kind === one.claim)
      : undefined;
  const columns: readonly Column<Position>[] = [
    {
      head: "Claim",
      cell: (one) => (
        <>
          <a class="strong" href={`/datasets/${hexId(one.datasetId)}`}>
            <Visible text={nameOf(one.datasetId)} />
          </a>
          <div class="side ink2">
            {claimLetter(one.claim)} {claimName(one.claim)}
            {one.isOwner && <span class="tag">owner</span>}
          </div>
        </>
      ),
    },
    { head: "Stake", figures: true, cell: (one) => <Amount base={one.amount} /> },
    {
      head: "How it stands",
      cell: (one) => {
        const claim = claimOf(one);
        return claim ? <Badge words={claimBadge(claim.status, claim.openCase > 0n)} /> : "–";
      },
    },
    {
      head: "Lost if anyone proves",
      cell: (one) => {
        const claim = claimOf(one);
        return claim && provable(one.claim) ? (
          fallsBy(claim)
        ) : (
          <span class="ink3">the rows cannot be had</span>
        );
      },
    },
    { head: "Since", cell: (one) => <HeightAgo height={Number(one.sinceHeight)} /> },
  ];
  return (
    <Card title="Stakes">
      <Show of={positions} again={`positions:${address}:`}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No stakes">
              <p>
                Nothing of this account is at risk.{" "}
                <a href="/datasets?state=Open">See claims that are open</a>
              </p>
            </Empty>
          ) : (
            <Table
              caption="Stakes"
              columns={columns}
              rows={rows}
              rowKey={(one) => `${hexId(one.datasetId)}:${one.claim}:${one.isOwner}`}
            />
          )
        }
      </Show>
    </Card>
  );
}

function LeavingCard({ unbondings }: { unbondings: LoadedOf<Unbonding> }) {
  const nameOf = useDatasetNames();
  const height = head.value?.height ?? 0;
  if (unbondings.state !== "ready" || unbondings.value.length === 0) return null;
  const columns: readonly Column<Unbonding>[] = [
    {
      head: "From",
      cell: (one) => (
        <a class="strong" href={`/datasets/${hexId(one.datasetId)}`}>
          <Visible text={nameOf(one.datasetId)} />
        </a>
      ),
    },
    { head: "Claim", cell: (one) => `${claimLetter(one.claim)} ${claimName(one.claim)}` },
    { head: "Amount", figures: true, cell: (one) => <Amount base={one.amount} /> },
    {
      head: "Free",
      cell: (one) =>
        Number(one.completionHeight) <= height ? (
          <span class="green">now</span>
        ) : (
          <Countdown height={Number(one.completionHeight)} />
        ),
    },
  ];
  return (
    <Card title="On its way out" aside="at risk for every case opened before">
      <Table caption="Unbonding" columns={columns} rows={unbondings.value} rowKey={(one) => String(one.id)} />
    </Card>
  );
}

function SentCard({ address }: { address: string }) {
  const key = `account-txs:${address}`;
  const txs = useResource(
    key,
    async () => {
      const queries = [`message.sender='${address}'`, `transfer.recipient='${address}'`];
      const pages = await Promise.all(
        queries.map((query) => client.searchTx(query, { perPage: TXS, order: "desc" })),
      );
      const byHash = new Map(pages.flatMap(({ items }) => items).map((tx) => [tx.hash, viewOfTx(tx)]));
      return [...byHash.values()].sort((a, b) => b.height - a.height || b.index - a.index).slice(0, TXS);
    },
    { live: true },
  );
  return (
    <Card title="Transactions" aside="sent and received, newest first">
      <Show of={txs} again={key}>
        {(list) => (list.length === 0 ? <Empty title="None yet" /> : <TxList txs={list} />)}
      </Show>
    </Card>
  );
}
