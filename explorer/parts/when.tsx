/** @module Points in time, which on a chain are heights: how long ago, or how long until. */
import { nowMs } from "../app/clock.ts";
import { blockMs, client, head, recent } from "../data/node.ts";
import { useResource } from "../data/resource.ts";
import { groupDigits, plural } from "../format/amount.ts";
import { formatAgo, formatDate, formatSpan } from "../format/time.ts";

export function Ago({ ms }: { ms: number }) {
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatDate(ms)}>
      {formatAgo(ms, nowMs.value)}
    </time>
  );
}

/** Time of a block that is there: known, or asked for once. */
export function useBlockTime(height: number): number | undefined {
  const known = recent.value.find((block) => block.height === height)?.timeMs;
  const wanted = known === undefined && height > 0 && height <= (head.value?.height ?? 0);
  const asked = useResource(wanted ? `time:${height}` : undefined, async () => {
    const meta = (await client.getBlocks(height, height))[0];
    return meta === undefined ? undefined : Date.parse(meta.header.time);
  });
  return known ?? (asked.state === "ready" ? asked.value : undefined);
}

/** `16 min ago` of a height. */
export function HeightAgo({ height }: { height: number }) {
  const ms = useBlockTime(height);
  if (ms === undefined) return <span>in block {groupDigits(height)}</span>;
  return (
    <time dateTime={new Date(ms).toISOString()} title={`block ${groupDigits(height)}, ${formatDate(ms)}`}>
      {formatAgo(ms, nowMs.value)}
    </time>
  );
}

/** Milliseconds until a height, by the measured block time; ticks with each block. */
export function msUntil(height: number): number {
  return Math.max(0, (height - (head.value?.height ?? height)) * blockMs.value);
}

/** `in 3 d 22 h · 56 400 blocks`; `now` once it is there. */
export function Countdown({ height, blocks = true }: { height: number; blocks?: boolean }) {
  const left = height - (head.value?.height ?? height);
  if (left <= 0) return <span>now</span>;
  const at = (head.value?.timeMs ?? nowMs.value) + msUntil(height);
  return (
    <span title={`block ${groupDigits(height)}, about ${formatDate(at)}`}>
      in {formatSpan(msUntil(height))}
      {blocks && <span class="ink3"> · {plural(left, "block")}</span>}
    </span>
  );
}
