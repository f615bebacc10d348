/** @module Who makes the blocks and answers for the content, and how well. */
import type { Validator } from "@assay/proto/gen/assay/staking/v1/types";
import { useValidators } from "../data/market.ts";
import { client, head, recent } from "../data/node.ts";
import { useResource } from "../data/resource.ts";
import { consensusAddress } from "../data/validators.ts";
import { groupDigits, plural } from "../format/amount.ts";
import { Address, Hash } from "../parts/address.tsx";
import { Card } from "../parts/card.tsx";
import { Show } from "../parts/loaded.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Empty } from "../parts/states.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Visible } from "../parts/visible.tsx";

export function Validators() {
  const validators = useValidators();
  const answers = useResource("participations", () => client.query.attest.participations(), { live: true });
  const at = head.value;
  const byOperator = new Map(
    answers.state === "ready" ? answers.value.map((one) => [one.validator, one]) : [],
  );
  const proposed = new Map<string, number>();
  for (const block of recent.value) proposed.set(block.proposer, (proposed.get(block.proposer) ?? 0) + 1);
  return (
    <>
      <PageHead
        title="Validators"
        under={
          at && at.validators > 0
            ? `${at.signed} of ${at.validators} signed block ${groupDigits(at.height - 1)}. Each also looks at every new dataset and says whether it holds the content.`
            : "They make the blocks, and say of each new dataset whether they hold its content."
        }
      />
      <Card title="By power">
        <Show of={validators} again="validators">
          {(list) => {
            const total = list.reduce((sum, one) => sum + one.power, 0n);
            const columns: readonly Column<Validator>[] = [
              {
                head: "Validator",
                cell: (one) => (
                  <>
                    <b>
                      <Visible text={one.moniker || "unnamed"} />
                    </b>
                    <div class="side">
                      <Address address={one.operator} />
                    </div>
                  </>
                ),
              },
              {
                head: "Power",
                figures: true,
                cell: (one) => (
                  <>
                    {groupDigits(one.power)}{" "}
                    <span class="ink3">
                      {total === 0n ? "" : `${(Number((one.power * 1000n) / total) / 10).toFixed(1)}%`}
                    </span>
                  </>
                ),
              },
              {
                head: `Proposed of ${recent.value.length}`,
                figures: true,
                cell: (one) => groupDigits(proposed.get(consensusAddress(one.consensusPubkey)) ?? 0),
              },
              {
                head: "Questions answered",
                figures: true,
                cell: (one) => {
                  const given = byOperator.get(one.operator);
                  if (given === undefined || given.asked === 0n) return <span class="ink3">none asked</span>;
                  return (
                    <>
                      {groupDigits(given.answered)} of {groupDigits(given.asked)}
                    </>
                  );
                },
              },
              {
                head: "Consensus address",
                cell: (one) => <Hash hash={consensusAddress(one.consensusPubkey)} what="consensus address" />,
              },
            ];
            if (list.length === 0) return <Empty title="No validators" />;
            return (
              <Table
                caption={plural(list.length, "validator")}
                columns={columns}
                rows={list}
                rowKey={(one) => one.operator}
              />
            );
          }}
        </Show>
      </Card>
    </>
  );
}
