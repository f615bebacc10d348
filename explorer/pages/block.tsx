/** @module One block: when, by whom, who signed it, what was in it. */
import type { Event } from "@assay/client/comet";
import { useLayoutEffect } from "preact/hooks";
import { navigate } from "../app/router.ts";
import { client, head, timeOfHeight } from "../data/node.ts";
import { useResource } from "../data/resource.ts";
import { viewsOfBlock } from "../data/tx.ts";
import { useMonikers } from "../data/validators.ts";
import { groupDigits, plural } from "../format/amount.ts";
import { formatDate } from "../format/time.ts";
import { Hash } from "../parts/address.tsx";
import { Card, Facts } from "../parts/card.tsx";
import { Icon } from "../parts/icon.tsx";
import { Show } from "../parts/loaded.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Empty } from "../parts/states.tsx";
import { Ago, Countdown } from "../parts/when.tsx";
import { EventList } from "./event-list.tsx";
import { Missing, NotFound } from "./not-found.tsx";
import { TxList } from "./tx-list.tsx";

/** The names that a newcomer reads, for what happened in a block without a transaction. */
function useBlock(height: number) {
  return useResource(`block:${height}`, async () => {
    const block = await client.getBlock(height);
    const results = await client.getBlockResults(height).catch(() => undefined);
    return { block, txs: viewsOfBlock(block, results?.txs ?? []), events: results?.events ?? [] };
  });
}

export function BlockPage({ height: text }: { height: string }) {
  const height = Number(text);
  if (!/^\d{1,15}$/.test(text) || height < 1) return <NotFound />;
  return <AtHeight key={height} height={height} />;
}

function AtHeight({ height }: { height: number }) {
  const newest = head.value?.height;
  if (newest !== undefined && height > newest) return <Future height={height} newest={newest} />;
  return newest === undefined ? (
    <PageHead title={`Block ${groupDigits(height)}`} />
  ) : (
    <Past height={height} />
  );
}

function Future({ height, newest }: { height: number; newest: number }) {
  const wait = timeOfHeight(height) - timeOfHeight(newest);
  return (
    <Missing title={`No block ${groupDigits(height)} yet`}>
      <p>
        The newest is {groupDigits(newest)}. {groupDigits(height)} comes <Countdown height={height} />
        {wait > 60_000 && <>, about {formatDate(timeOfHeight(height))}</>}.
      </p>
      <p>
        <a href={`/blocks/${newest}`}>Newest block</a>
      </p>
    </Missing>
  );
}

function Past({ height }: { height: number }) {
  const newest = head.value?.height ?? height;
  const key = `block:${height}`;
  const loaded = useBlock(height);
  const moniker = useMonikers();
  const next = height < newest ? `/blocks/${height + 1}` : undefined;
  const before = height > 1 ? `/blocks/${height - 1}` : undefined;
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as Element | null;
      if (event.altKey || event.ctrlKey || event.metaKey || target?.closest("input,textarea,select,dialog"))
        return;
      if (event.key === "ArrowLeft" && before) navigate(before);
      if (event.key === "ArrowRight" && next) navigate(next);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [before, next]);
  return (
    <>
      <PageHead
        crumbs={[{ text: "Blocks", href: "/blocks" }, { text: groupDigits(height) }]}
        title={`Block ${groupDigits(height)}`}
        acts={
          <>
            <a class="button" href={before ?? `/blocks/${height}`} aria-disabled={before === undefined}>
              <Icon name="left" /> Before
            </a>
            <a class="button primary" href={next ?? `/blocks/${height}`} aria-disabled={next === undefined}>
              Next block <Icon name="right" />
            </a>
          </>
        }
      />
      <Show of={loaded} again={key} lines={6} missing={() => <Gone height={height} />}>
        {({ block, txs, events }) => {
          const { header } = block;
          const timeMs = Date.parse(header.time);
          const signed = block.lastCommit.filter((vote) => vote.flag === 2).length;
          return (
            <div class="split">
              <div class="stack">
                <Card title="Transactions" aside={plural(txs.length, "transaction")}>
                  {txs.length === 0 ? (
                    <Empty title="No transactions">
                      <p>A block is made though nobody sent anything, so that windows move on.</p>
                    </Empty>
                  ) : (
                    <TxList txs={txs} withHeight={false} />
                  )}
                </Card>
                <BlockEvents events={events} />
              </div>
              <div class="stack">
                <Card title="About">
                  <div class="card-body">
                    <Facts
                      rows={[
                        ["When", <Ago key="ago" ms={timeMs} />],
                        ["Date", formatDate(timeMs)],
                        ["Proposer", moniker(header.proposerAddress)],
                        ["Gas used", groupDigits(txs.reduce((sum, tx) => sum + tx.gasUsed, 0n))],
                        block.lastCommit.length > 0 && [
                          "Signed the one before",
                          `${signed} of ${block.lastCommit.length}`,
                        ],
                      ]}
                    />
                  </div>
                </Card>
                <Card title="Hashes">
                  <div class="card-body">
                    <Facts
                      rows={[
                        ["Block", <Hash key="b" hash={block.hash} what="block hash" />],
                        ["State before", <Hash key="a" hash={header.appHash} what="app hash" />],
                        header.dataHash !== "" && [
                          "Transactions",
                          <Hash key="d" hash={header.dataHash} what="data hash" />,
                        ],
                        header.lastBlockHash !== "" && [
                          "Block before",
                          <Hash
                            key="l"
                            hash={header.lastBlockHash}
                            href={before ?? ""}
                            what="hash of the block before"
                          />,
                        ],
                        ["Validators", <Hash key="v" hash={header.validatorsHash} what="validators hash" />],
                      ]}
                    />
                  </div>
                </Card>
                {block.lastCommit.length > 0 && (
                  <Card title="Signatures" aside="of the block before">
                    <div class="card-body">
                      <ul class="sign-list">
                        {block.lastCommit.map((vote, i) => (
                          <li key={vote.validatorAddress || i}>
                            <span class={vote.flag === 2 ? "green" : "red"}>
                              <Icon name={vote.flag === 2 ? "tick" : "cross"} />
                            </span>
                            <span>
                              {vote.validatorAddress === ""
                                ? "one validator"
                                : moniker(vote.validatorAddress)}
                            </span>
                            <span class="ink3">
                              {vote.flag === 2 ? "signed" : vote.flag === 3 ? "signed for none" : "absent"}
                            </span>
                          </li>
                        ))}
                      </ul>
                    </div>
                  </Card>
                )}
              </div>
            </div>
          );
        }}
      </Show>
    </>
  );
}

function BlockEvents({ events }: { events: readonly Event[] }) {
  if (events.length === 0) return null;
  return (
    <Card title="Done by the block itself" aside={plural(events.length, "event")}>
      <div class="card-body">
        <EventList events={events} />
      </div>
    </Card>
  );
}

function Gone({ height }: { height: number }) {
  return (
    <Card>
      <Empty title={`Block ${groupDigits(height)} is not on this node any more`}>
        <p>The node keeps recent blocks only.</p>
      </Empty>
    </Card>
  );
}
