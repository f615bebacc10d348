/** @module The hallmark: five stamps in fixed order, each a claim and how it stands. */
import type { Claim } from "@assay/proto/gen/assay/data/v1/types";
import { ClaimStatus } from "@assay/proto/gen/assay/data/v1/types";
import { CLAIM_ORDER, claimBadge, claimLetter, claimName } from "../format/claim-words.ts";

export type StampLook = "waiting" | "open" | "contested" | "final" | "lost" | "void" | "none";

export function stampLook(status: number | undefined, contested: boolean): StampLook {
  switch (status) {
    case undefined:
      return "none";
    case ClaimStatus.CLAIM_STATUS_OPEN:
      return contested ? "contested" : "open";
    case ClaimStatus.CLAIM_STATUS_FINAL:
      return "final";
    case ClaimStatus.CLAIM_STATUS_LOST:
      return "lost";
    case ClaimStatus.CLAIM_STATUS_VOID:
      return "void";
    default:
      return "waiting";
  }
}

interface StampProps {
  readonly kind: number;
  readonly claim?: Claim | undefined;
  readonly contested?: boolean;
  readonly size?: "small" | "large";
}

/** Reads as `No near-duplicates: lost`. */
export function Stamp({ kind, claim, contested = false, size = "small" }: StampProps) {
  const look = stampLook(claim?.status, contested);
  const state = claim ? claimBadge(claim.status, contested).word.toLowerCase() : "not claimed";
  const text = `${claimName(kind, claim?.tier)}: ${state}`;
  return (
    <span class={`stamp stamp-${look} stamp-${size}`} role="img" aria-label={text} title={text}>
      {look === "none" ? "–" : claimLetter(kind)}
    </span>
  );
}

/** `contested`: claims that a valid proof stands against, until it settles. */
export function Stamps({ claims, contested }: { claims: readonly Claim[]; contested: ReadonlySet<number> }) {
  return (
    <span class="stamps">
      {CLAIM_ORDER.map((kind) => (
        <Stamp
          key={kind}
          kind={kind}
          claim={claims.find((claim) => claim.kind === kind)}
          contested={contested.has(kind)}
        />
      ))}
    </span>
  );
}
