/**
 * The last blocks, the newest at the right: fill = gas used, transactions, height, and marks of what happened.
 *
 * @module
 */
import { useState } from "preact/hooks";
import type { BlockView, Mark } from "../data/blocks.ts";
import { groupDigits, plural } from "../format/amount.ts";

export const LIVE_BLOCKS = 16;

const MARK_WORDS: Readonly<Record<Mark, string>> = {
  claim: "claim or stake",
  challenge: "challenge",
  fell: "claim fell",
};

export function MarkShape({ mark }: { mark: Mark }) {
  const path = {
    claim: <circle cx="4" cy="4" r="3.5" />,
    challenge: <path d="M4 0l4 4-4 4-4-4Z" />,
    fell: <path d="M.5.5h7v7h-7Z" />,
  }[mark];
  return (
    <svg class={`mark mark-${mark}`} viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
      {path}
    </svg>
  );
}

export function MarkLegend() {
  return (
    <ul class="legend">
      {(["claim", "challenge", "fell"] as const).map((mark) => (
        <li key={mark}>
          <MarkShape mark={mark} />
          {MARK_WORDS[mark]}
        </li>
      ))}
    </ul>
  );
}

interface LiveBlocksProps {
  /** Oldest first. */
  readonly blocks: readonly BlockView[];
}

/** Gas that a block holds: the consensus params' default. */
const FULL_BLOCK_GAS = 100_000_000;
/** About a fifth of a transfer. */
const LEAST_GAS = 20_000;

/** A log scale: a block of one transfer is still seen beside a full one. */
export function fillPercent(gas: bigint): number {
  if (gas <= 0n) return 0;
  const share = Math.log(1 + Number(gas) / LEAST_GAS) / Math.log(1 + FULL_BLOCK_GAS / LEAST_GAS);
  return Math.round(Math.min(1, share) * 100);
}

export function LiveBlocks({ blocks }: LiveBlocksProps) {
  const [held, setHeld] = useState<readonly BlockView[] | undefined>(undefined);
  const shown = (held ?? blocks).slice(-LIVE_BLOCKS);
  const newest = shown.at(-1)?.height;
  return (
    <ol
      class="live-blocks"
      onMouseEnter={() => setHeld(blocks)}
      onMouseLeave={() => setHeld(undefined)}
      onFocusIn={() => setHeld(blocks)}
      onFocusOut={() => setHeld(undefined)}
    >
      {shown.map((block) => {
        const isNewest = block.height === newest;
        const height = groupDigits(block.height);
        const happened = block.marks.map((mark) => MARK_WORDS[mark]).join(", ");
        const label = `Block ${height}, ${plural(block.txCount, "transaction")}${happened && `, ${happened}`}`;
        return (
          <li key={block.height} class={isNewest ? "is-newest" : ""}>
            <a href={`/blocks/${block.height}`} aria-label={label} title={label}>
              <span class="live-block">
                <span class="live-fill" style={{ height: `${fillPercent(block.gasUsed)}%` }} />
                <span class="live-marks">
                  {block.marks.map((mark, i) => (
                    <MarkShape key={i} mark={mark} />
                  ))}
                </span>
                <span class="live-count">{block.txCount} tx</span>
              </span>
              <span class="live-height">
                {isNewest || block.height < 1000 ? height : `…${String(block.height).slice(-3)}`}
              </span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}
