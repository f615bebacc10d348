/** @module The claims of a dataset: what each says, how near it is to falling, who pays, what one can do. */
import type { Case } from "@assay/proto/gen/assay/challenge/v1/types";
import type { Claim, Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { ClaimKind, ClaimStatus } from "@assay/proto/gen/assay/data/v1/types";
import { withQuery } from "../app/router.ts";
import { sessionOf } from "../check/session.ts";
import { hexId, useCases } from "../data/market.ts";
import { head, isUp } from "../data/node.ts";
import { formatAmount } from "../format/amount.ts";
import { claimBadge, claimLimit, claimName, claimSentence, provable } from "../format/claim-words.ts";
import { canBack, isWindowOpen } from "../format/dataset-words.ts";
import { formatSpan } from "../format/time.ts";
import { Badge } from "../parts/badge.tsx";
import { Card } from "../parts/card.tsx";
import { ClaimMeter } from "../parts/claim-meter.tsx";
import { Icon } from "../parts/icon.tsx";
import { StakeBar, stakeWords } from "../parts/stake-bar.tsx";
import { Stamp } from "../parts/stamp.tsx";
import { HeightAgo, msUntil } from "../parts/when.tsx";

interface ClaimsCardProps {
  readonly dataset: Dataset;
  readonly multiple: number;
}

export function StakeLegend() {
  return (
    <ul class="legend">
      <li>
        <span class="swatch swatch-owner" /> owner
      </li>
      <li>
        <span class="swatch swatch-backers" /> backers
      </li>
      <li>
        <span class="swatch swatch-room" /> room to back
      </li>
    </ul>
  );
}

export function ClaimsCard({ dataset, multiple }: ClaimsCardProps) {
  const cases = useCases(hexId(dataset.id));
  const known = cases.state === "ready" ? cases.value : [];
  return (
    <Card title="Claims" end={<StakeLegend />} class="claims">
      <ul class="rows">
        {dataset.claims.map((claim) => (
          <ClaimRow key={claim.kind} dataset={dataset} claim={claim} multiple={multiple} cases={known} />
        ))}
      </ul>
    </Card>
  );
}

interface ClaimRowProps extends ClaimsCardProps {
  readonly claim: Claim;
  readonly cases: readonly Case[];
}

function ClaimRow({ dataset, claim, multiple, cases }: ClaimRowProps) {
  const contested = claim.openCase > 0n;
  const isLost = claim.status === ClaimStatus.CLAIM_STATUS_LOST;
  const limit = claimLimit(claim);
  const proof = cases.find((item) => item.id === (isLost ? claim.lostCase : claim.openCase));
  const owner = isLost ? claim.slashedOwner : claim.ownerStake;
  const backers = isLost ? claim.slashedBackers : claim.backersStake;
  return (
    <li class="claim">
      <Stamp kind={claim.kind} claim={claim} contested={contested} size="large" />
      <div class="claim-text">
        <h3>{claimName(claim.kind, claim.tier)}</h3>
        <p class="side ink2">{claimSentence(claim, dataset)}</p>
        {claim.kind === ClaimKind.CLAIM_KIND_SCHEMA_VALID ? (
          <p class="side ink2 claim-aside">
            {isLost ? "A bad row was proven" : "Falls at 1 bad row, none proven"}
          </p>
        ) : (
          limit && <ClaimMeter count={proof?.shown ?? 0} at={limit.at} one={limit.one} />
        )}
        <YourCheck dataset={dataset} claim={claim} />
      </div>
      <div class="claim-stake">
        <p class="claim-amount">
          <b>{formatAmount(owner + backers)}</b> <span class="unit">ASSAY</span>
          {isLost && <b> lost</b>}
        </p>
        <StakeBar owner={owner} backers={backers} multiple={multiple} lost={isLost} />
        <p class="side ink2">{stakeWords(owner, backers)}</p>
      </div>
      <div class="claim-end">
        <Badge words={claimBadge(claim.status, contested)} />
        <ClaimActs dataset={dataset} claim={claim} proof={proof} />
      </div>
    </li>
  );
}

/** What a check in this browser found about this claim. */
function YourCheck({ dataset, claim }: { dataset: Dataset; claim: Claim }) {
  const check = sessionOf(dataset).check.value;
  if (check.state !== "done" || !provable(claim.kind)) return null;
  const isUnique = claim.kind === ClaimKind.CLAIM_KIND_UNIQUE;
  const found = isUnique ? check.report.disjoint.length : check.report.schemaFaults.length;
  const falls = isUnique ? found > claim.max : found > 0;
  const one = isUnique ? "pair" : "bad row";
  return (
    <p class={`side your-check ${falls ? "red" : "green"}`}>
      <Icon name={falls ? "warn" : "shield"} size={14} />
      You checked it: {found} {found === 1 ? one : `${one}s`} found
    </p>
  );
}

interface ClaimActsProps {
  readonly dataset: Dataset;
  readonly claim: Claim;
  readonly proof: Case | undefined;
}

function ClaimActs({ dataset, claim, proof }: ClaimActsProps) {
  if (claim.status === ClaimStatus.CLAIM_STATUS_LOST) {
    return (
      <>
        <p class="side ink2">
          <HeightAgo height={Number(claim.lostHeight)} />
        </p>
        {claim.lostCase > 0n && (
          <a class="side" href={`/challenges/${claim.lostCase}`}>
            See the proof
          </a>
        )}
      </>
    );
  }
  if (claim.openCase > 0n) {
    return (
      <>
        {proof && <p class="side ink2">settles in {formatSpan(msUntil(Number(proof.settleHeight)))}</p>}
        <a class="side" href={`/challenges/${claim.openCase}`}>
          See the case
        </a>
      </>
    );
  }
  const back = canBack(dataset, claim);
  const challenge = provable(claim.kind) && isWindowOpen(dataset, head.value?.height ?? 0);
  if (!back && !challenge) return null;
  return (
    <p class="claim-links">
      {back && (
        <a href={withQuery({ do: "back", claim: String(claim.kind) })} aria-disabled={!isUp.value}>
          Back
        </a>
      )}
      {challenge && (
        <a href={withQuery({ do: "check", claim: String(claim.kind) })} aria-disabled={!isUp.value}>
          Challenge
        </a>
      )}
    </p>
  );
}
