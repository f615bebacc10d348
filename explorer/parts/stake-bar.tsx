/** @module Who pays if a claim is false: owner, backers, you, and the room that is left. */
import { formatAmount } from "../format/amount.ts";

interface StakeBarProps {
  readonly owner: bigint;
  readonly backers: bigint;
  /** What the reader is about to add. */
  readonly you?: bigint;
  /** Backers together at most this many times the owner's stake; 0 leaves the room out, for a list. */
  readonly multiple: number;
  readonly lost?: boolean;
}

/** Full width is the owner's stake and all the room it opens. The numbers beside it say the same in words. */
export function StakeBar({ owner, backers, you = 0n, multiple, lost = false }: StakeBarProps) {
  const staked = owner + backers;
  const withRoom = owner * BigInt(multiple + 1);
  const full = lost || withRoom < staked + you ? staked + you : withRoom;
  const share = (part: bigint) => (full === 0n ? 0 : Number((part * 10_000n) / full) / 100);
  const parts = [
    { kind: "owner", base: owner },
    { kind: "backers", base: backers },
    { kind: "you", base: you },
  ].filter((part) => part.base > 0n);
  const label = parts.map((part) => `${part.kind} ${formatAmount(part.base)}`).join(", ");
  return (
    <span class={`stake-bar${lost ? " is-lost" : ""}`} role="img" aria-label={`Stake: ${label || "none"}`}>
      {parts.map((part) => (
        <span key={part.kind} class={`stake-${part.kind}`} style={{ width: `${share(part.base)}%` }} />
      ))}
    </span>
  );
}

/** `400 owner · 650 backers`. */
export function stakeWords(owner: bigint, backers: bigint): string {
  const back = backers > 0n ? `${formatAmount(backers)} backers` : "no backers";
  return `${formatAmount(owner)} owner · ${back}`;
}
