/** @module The rules in numbers: every module's params, each said in words. */
import type { ComponentChildren } from "preact";
import { chain } from "../data/chain.ts";
import { useAttestParams, useChallengeParams, useDataParams } from "../data/market.ts";
import { blockMs, client, head } from "../data/node.ts";
import { useResource } from "../data/resource.ts";
import { formatBytes, groupDigits, plural } from "../format/amount.ts";
import { formatSpan } from "../format/time.ts";
import { Amount } from "../parts/amount.tsx";
import { Badge } from "../parts/badge.tsx";
import { Card, Facts } from "../parts/card.tsx";
import { Show } from "../parts/loaded.tsx";
import { PageHead } from "../parts/page-head.tsx";

function Blocks({ count }: { count: bigint }) {
  return (
    <>
      {plural(count, "block")} <span class="ink3">about {formatSpan(Number(count) * blockMs.value)}</span>
    </>
  );
}

function ModuleCard({
  title,
  aside,
  paused,
  rows,
}: {
  title: string;
  aside: string;
  paused: boolean;
  rows: readonly (readonly [string, ComponentChildren])[];
}) {
  return (
    <Card
      title={title}
      aside={aside}
      {...(paused && { end: <Badge words={{ word: "Paused", tone: "gold", icon: "pause" }} /> })}
    >
      <div class="card-body">
        <div class="wide-facts">
          <Facts rows={rows} />
        </div>
      </div>
    </Card>
  );
}

export function Params() {
  const data = useDataParams();
  const challenge = useChallengeParams();
  const attest = useAttestParams();
  const { denom } = chain.value;
  const supply = useResource(
    "supply",
    async () => BigInt((await client.query.bank.supplyOf(chain.peek().denom)).amount),
    {
      live: true,
    },
  );
  return (
    <>
      <PageHead title="Parameters" under="The rules in numbers, as the ledger has them now." />
      <div class="stack">
        <Card title="Chain">
          <div class="card-body">
            <div class="wide-facts">
              <Facts
                rows={[
                  ["Chain id", head.value?.chainId ?? "…"],
                  ["Coin", `ASSAY, 1 000 000 ${denom}`],
                  ["Supply", supply.state === "ready" ? <Amount key="s" base={supply.value} exact /> : "…"],
                  [
                    "Time between blocks",
                    formatSpan(blockMs.value) === "0 s"
                      ? "as transactions come"
                      : `${(blockMs.value / 1000).toFixed(1)} s, measured`,
                  ],
                  ["Addresses begin with", chain.value.prefix],
                ]}
              />
            </div>
          </div>
        </Card>
        <Show of={data} again="params:data">
          {(params) => (
            <ModuleCard
              title="Datasets and stakes"
              aside="module data"
              paused={params.paused}
              rows={[
                ["Least stake of an owner on a claim", <Amount key="1" base={params.minOwnerStake} exact />],
                ["Least stake of a backer", <Amount key="3" base={params.minBackerStake} exact />],
                ["Backers together at most", `${params.backersMultiple} x the owner's stake`],
                ["Burned by a seal", <Amount key="4" base={params.commitBurn} exact />],
                ["Burned by publishing", <Amount key="5" base={params.publishBurn} exact />],
                ["Burned for each 10 MiB", <Amount key="6" base={params.publishBurnPer10mib} exact />],
                [
                  "A seal is shown after",
                  `${groupDigits(params.revealMinBlocks)} to ${plural(params.revealMaxBlocks, "block")}`,
                ],
                ["Validators answer within", <Blocks key="7" count={params.attestBlocks} />],
                ["Least challenge window", <Blocks key="8" count={params.challengeWindowBlocks} />],
                ["Longest challenge window", <Blocks key="9" count={params.maxWindowBlocks} />],
                ["Taking stake out lasts", <Blocks key="10" count={params.unbondingBlocks} />],
                ["Rows at most", groupDigits(params.maxRows)],
                ["Size at most", formatBytes(params.maxBlobBytes)],
              ]}
            />
          )}
        </Show>
        <Show of={challenge} again="params:challenge">
          {(params) => (
            <ModuleCard
              title="Challenges"
              aside="module challenge"
              paused={params.paused}
              rows={[
                ["Least bond", <Amount key="1" base={params.minBond} exact />],
                [
                  "A seal is shown after",
                  `${groupDigits(params.revealMinBlocks)} to ${plural(params.revealMaxBlocks, "block")}`,
                ],
                ["Challenger's share of the owner's stake", `${params.rewardBps / 100}%`],
                ["At most", `${params.maxRewardBonds} x its bond`],
                ["Open seals of one account", groupDigits(params.maxCommitsPerAccount)],
              ]}
            />
          )}
        </Show>
        <Show of={attest} again="params:attest">
          {(params) => (
            <ModuleCard
              title="Questions to validators"
              aside="module attest"
              paused={params.paused}
              rows={[
                ["Passed with", "two thirds of the power"],
                ["Refused with", "more than a third"],
                ["Closed in one block at most", groupDigits(params.maxClosingsPerBlock)],
              ]}
            />
          )}
        </Show>
      </div>
    </>
  );
}
