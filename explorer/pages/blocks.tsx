/** @module The newest blocks, or older ones by page. */
import { route, withQuery } from "../app/router.ts";
import { type BlockView, viewOfBlock } from "../data/blocks.ts";
import { client, head, recent } from "../data/node.ts";
import { useResource } from "../data/resource.ts";
import { useMonikers } from "../data/validators.ts";
import { groupDigits } from "../format/amount.ts";
import { formatDate } from "../format/time.ts";
import { Hash } from "../parts/address.tsx";
import { Card } from "../parts/card.tsx";
import { MarkLegend, MarkShape } from "../parts/live-blocks.tsx";
import { Show } from "../parts/loaded.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Pager } from "../parts/pager.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Ago } from "../parts/when.tsx";

const PER_PAGE = 20;

export function Blocks() {
  const at = head.value;
  const from = Number(route.value.query.get("from") ?? 0);
  const newest = at?.height ?? 0;
  const isPast = Number.isSafeInteger(from) && from > 0 && from < newest;
  return (
    <>
      <PageHead title="Blocks" {...(at && { under: `The newest is ${groupDigits(newest)}.` })} />
      <Card title={isPast ? `Blocks up to ${groupDigits(from)}` : "Newest first"} end={<MarkLegend />}>
        {isPast ? <PastBlocks top={from} /> : <NewBlocks />}
        <OlderNewer top={isPast ? from : newest} newest={newest} />
      </Card>
    </>
  );
}

function OlderNewer({ top, newest }: { top: number; newest: number }) {
  const pages = Math.ceil(newest / PER_PAGE);
  const page = Math.floor((newest - top) / PER_PAGE) + 1;
  return (
    <Pager
      label="Pages of blocks"
      words={["Newer", "Older"]}
      page={page}
      pages={pages}
      href={(to) => {
        const next = top - (to - page) * PER_PAGE;
        return withQuery({ from: next >= newest ? undefined : String(Math.max(1, next)) });
      }}
    />
  );
}

function NewBlocks() {
  const blocks = [...recent.value].reverse().slice(0, PER_PAGE);
  return <BlockTable blocks={blocks} />;
}

function PastBlocks({ top }: { top: number }) {
  const key = `blocks:${top}`;
  const past = useResource(key, async () => {
    const metas = await client.getBlocks(Math.max(1, top - PER_PAGE + 1), top);
    return Promise.all(
      metas.map(async (meta) => {
        const results = await client.getBlockResults(meta.header.height).catch(() => undefined);
        return viewOfBlock({ hash: meta.hash, header: meta.header, txCount: meta.txCount }, results);
      }),
    );
  });
  return (
    <Show of={past} again={key} lines={8}>
      {(blocks) => <BlockTable blocks={blocks} />}
    </Show>
  );
}

function BlockTable({ blocks }: { blocks: readonly BlockView[] }) {
  const moniker = useMonikers();
  const columns: readonly Column<BlockView>[] = [
    {
      head: "Height",
      cell: (block) => (
        <a class="strong" href={`/blocks/${block.height}`}>
          {groupDigits(block.height)}
        </a>
      ),
    },
    {
      head: "When",
      cell: (block) => (
        <span title={formatDate(block.timeMs)}>
          <Ago ms={block.timeMs} />
        </span>
      ),
    },
    {
      head: "What",
      cell: (block) =>
        block.marks.length === 0 ? (
          <span class="ink3">–</span>
        ) : (
          <span class="mark-row">
            {block.marks.map((mark, i) => (
              <MarkShape key={i} mark={mark} />
            ))}
          </span>
        ),
    },
    { head: "Transactions", figures: true, cell: (block) => groupDigits(block.txCount) },
    { head: "Gas used", figures: true, cell: (block) => groupDigits(block.gasUsed) },
    { head: "Proposer", cell: (block) => moniker(block.proposer) },
    { head: "Hash", cell: (block) => <Hash hash={block.hash} what="block hash" /> },
  ];
  return <Table caption="Blocks" columns={columns} rows={blocks} rowKey={(block) => String(block.height)} />;
}
