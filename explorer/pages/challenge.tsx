/** @module One case: the verdict, the proof side by side and verified here, where the stake went, how it went. */
import type { ShownPair, ShownRow } from "@assay/client/dataset/proof";
import type { Case } from "@assay/proto/gen/assay/challenge/v1/types";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import type { Claim, Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { ClaimKind, ClaimStatus } from "@assay/proto/gen/assay/data/v1/types";
import { useMemo, useState } from "preact/hooks";
import {
  hexId,
  useCase,
  useChallengeParams,
  useDataset,
  usePositions,
  useWithdrawable,
} from "../data/market.ts";
import { head, timeOfHeight } from "../data/node.ts";
import type { Loaded } from "../data/resource.ts";
import { leafOf, type Reveal, useReveal, verify } from "../data/reveal.ts";
import { formatAmount, groupDigits, numberWord, plural } from "../format/amount.ts";
import { caseBadge, claimName } from "../format/claim-words.ts";
import { isWindowOpen } from "../format/dataset-words.ts";
import { shortHash } from "../format/short.ts";
import { formatDate, formatSpan, formatTook } from "../format/time.ts";
import { visibleText } from "../format/visible.ts";
import { Address, Hash } from "../parts/address.tsx";
import { Amount } from "../parts/amount.tsx";
import { Badge } from "../parts/badge.tsx";
import { Card, Facts } from "../parts/card.tsx";
import { Icon } from "../parts/icon.tsx";
import { Show, ShowPage } from "../parts/loaded.tsx";
import { Crumbs } from "../parts/page-head.tsx";
import { likenessPercent, OverlapBar, PairLine, RowPair, type ShownRowProps } from "../parts/row-pair.tsx";
import { Empty } from "../parts/states.tsx";
import { type Step, Steps } from "../parts/steps.tsx";
import { Visible } from "../parts/visible.tsx";
import { Countdown, HeightAgo, msUntil, useBlockTime } from "../parts/when.tsx";
import { wallet } from "../wallet/wallet.ts";
import { Missing, NotFound } from "./not-found.tsx";

export function ChallengePage({ id: text }: { id: string }) {
  if (!/^\d{1,18}$/.test(text)) return <NotFound />;
  return <ById key={text} id={BigInt(text)} />;
}

function ById({ id }: { id: bigint }) {
  const loaded = useCase(id);
  return (
    <ShowPage
      title={`Challenge ${id}`}
      of={loaded}
      again={`case:${id}`}
      lines={8}
      missing={() => (
        <Missing title={`No case ${id}`}>
          <p>
            Nobody has shown a challenge of that number. <a href="/challenges">See those that were</a>
          </p>
        </Missing>
      )}
    >
      {(item) => <OfDataset item={item} />}
    </ShowPage>
  );
}

function OfDataset({ item }: { item: Case }) {
  const id = hexId(item.datasetId);
  const loaded = useDataset(id);
  return (
    <ShowPage
      title={`Challenge ${item.id}`}
      of={loaded}
      again={`dataset:${id}`}
      lines={8}
      missing={() => <Missing title="Its dataset is gone">Nothing is known of it.</Missing>}
    >
      {(dataset) => <Known item={item} dataset={dataset} />}
    </ShowPage>
  );
}

/** `Three pairs of rows are nearly the same`. */
function titleOf(item: Case): string {
  const pairs = (n: number) => `${numberWord(n)} ${n === 1 ? "pair" : "pairs"} of rows`;
  if (item.status === CaseStatus.CASE_STATUS_INVALID) return "The proof did not hold";
  if (item.status === CaseStatus.CASE_STATUS_BEATEN) return "An earlier seal took the claim";
  if (item.claim === ClaimKind.CLAIM_KIND_UNIQUE) {
    return `${pairs(item.shown)} ${item.shown === 1 ? "is" : "are"} nearly the same`;
  }
  return `${numberWord(item.shown)} ${item.shown === 1 ? "row breaks" : "rows break"} the schema`;
}

function Known({ item, dataset }: { item: Case; dataset: Dataset }) {
  const claim = dataset.claims.find((one) => one.kind === item.claim);
  const reveal = useReveal(item);
  const terms = dataset.terms;
  const isWon = item.status === CaseStatus.CASE_STATUS_WON;
  const isOpen = item.status === CaseStatus.CASE_STATUS_PROVEN;
  const settled = Number(isWon && claim ? claim.lostHeight : item.revealedHeight);
  const total = claim
    ? isWon
      ? claim.slashedOwner + claim.slashedBackers
      : claim.ownerStake + claim.backersStake
    : 0n;
  const name = `${visibleText(terms?.name ?? "")} v${terms?.version}`;
  const datasetHref = `/datasets/${hexId(dataset.id)}`;
  return (
    <>
      <Crumbs crumbs={[{ text: "Challenges", href: "/challenges" }, { text: String(item.id) }]} />
      <div class="page-head case-head">
        <div>
          <p class="head-badges">
            <Badge words={caseBadge(item.status)} />
            <span class="side ink2">
              {isOpen ? (
                <>
                  settles <Countdown height={Number(item.settleHeight)} />
                </>
              ) : (
                <>
                  settled in block {groupDigits(settled)}, <HeightAgo height={settled} />
                </>
              )}
            </span>
          </p>
          <h1 tabIndex={-1}>{titleOf(item)}</h1>
          <p class="lede">
            The owner of{" "}
            <a class="strong" href={datasetHref}>
              {name}
            </a>{" "}
            {item.claim === ClaimKind.CLAIM_KIND_UNIQUE
              ? `claimed at most ${item.allowed}`
              : "claimed that every row is valid"}
            . <Address address={item.challenger} />{" "}
            {item.status === CaseStatus.CASE_STATUS_INVALID ? (
              <>
                showed a proof that does not hold{item.reason === "" ? "" : `: ${visibleText(item.reason)}`}.
                The bond burned.
              </>
            ) : item.status === CaseStatus.CASE_STATUS_BEATEN ? (
              <>
                proved {groupDigits(item.shown)} too, but another challenger had sealed first. The bond went
                back.
              </>
            ) : isOpen ? (
              <>
                proved {groupDigits(item.shown)}. Unless an earlier seal is shown by block{" "}
                {groupDigits(item.settleHeight)}, the claim's stake of {formatAmount(total)} ASSAY is gone.
              </>
            ) : (
              <>
                proved {groupDigits(item.shown)}, so the claim's stake of {formatAmount(total)} ASSAY is gone.
              </>
            )}
          </p>
        </div>
        <div class="acts">
          <WithdrawAct item={item} />
          <a class="button" href="/datasets?state=Open">
            <Icon name="scales" /> Challenge another claim
          </a>
        </div>
      </div>
      <div class="split">
        <div class="stack">
          <ProofCard item={item} dataset={dataset} claim={claim} reveal={reveal} />
          <HowCard item={item} claim={claim} />
        </div>
        <div class="stack">
          {claim && <StakeWent item={item} claim={claim} />}
          <DetailsCard item={item} dataset={dataset} claim={claim} reveal={reveal} />
          <NowCard item={item} dataset={dataset} href={datasetHref} />
        </div>
      </div>
    </>
  );
}

/** For the challenger: what the case has left for it. */
function WithdrawAct({ item }: { item: Case }) {
  const isMine = wallet.value?.address === item.challenger;
  const owed = useWithdrawable(isMine ? item.challenger : undefined);
  const id = hexId(item.datasetId);
  const here = owed.state === "ready" ? owed.value.find((one) => hexId(one.datasetId) === id) : undefined;
  const base = BigInt(here?.amount?.amount ?? "0");
  if (base === 0n) return null;
  return (
    <a class="button primary" href={`/datasets/${id}?do=withdraw`}>
      Withdraw {formatAmount(base)} ASSAY
    </a>
  );
}

interface ProofCardProps {
  readonly item: Case;
  readonly dataset: Dataset;
  readonly claim: Claim | undefined;
  readonly reveal: Loaded<Reveal>;
}

function ProofCard({ item, dataset, claim, reveal }: ProofCardProps) {
  return (
    <Show
      of={reveal}
      again={`reveal:${item.id}`}
      lines={6}
      missing={() => (
        <Card title="The proof">
          <Empty title="This node no longer has the transaction that showed it">
            <p>Its verdict is on the ledger for ever; the proof itself is in older blocks.</p>
          </Empty>
        </Card>
      )}
    >
      {(shown) => <Proof item={item} dataset={dataset} claim={claim} reveal={shown} />}
    </Show>
  );
}

function rowProps(row: ShownRow, dataset: Dataset): ShownRowProps {
  return {
    index: Number(row.index),
    text: row.text,
    inDataset: row.opened,
    leaf: shortHash(leafOf(row.index, row.bytes)),
    pathLength: row.path.length,
    href: `/datasets/${hexId(dataset.id)}?row=${row.index}#tabs`,
  };
}

function Proof({ item, dataset, claim, reveal }: Omit<ProofCardProps, "reveal"> & { reveal: Reveal }) {
  const [times, setTimes] = useState(0);
  const max = claim?.max ?? item.allowed;
  // "Run again" asks for another run
  const verified = useMemo(() => verify(reveal, dataset, { kind: item.claim, max }), [reveal, times]);
  if (verified === undefined) {
    return (
      <Card title="The proof">
        <Empty title="The transaction shows no proof" />
      </Card>
    );
  }
  const { verdict, ms } = verified;
  const isUnique = item.claim === ClaimKind.CLAIM_KIND_UNIQUE;
  const aside = isUnique ? `${plural(verdict.pairs.length, "pair")} shown, ${max} allowed` : "one row shown";
  return (
    <Card
      title="The proof"
      aside={aside}
      end={
        <>
          <span class={verdict.holds ? "green" : "red"}>
            <Icon name={verdict.holds ? "shield" : "warn"} />{" "}
            {verdict.holds
              ? `Verified in this browser, ${formatTook(ms)}`
              : `Does not hold: ${verdict.reason}`}
          </span>
          <button type="button" class="button small" onClick={() => setTimes(times + 1)}>
            Run again
          </button>
        </>
      }
    >
      <ol class="pairs">
        {verdict.pairs.map((pair, i) => (
          <PairItem
            key={`${pair.left.index}:${pair.right.index}:${i}`}
            pair={pair}
            place={i}
            dataset={dataset}
          />
        ))}
      </ol>
      {verdict.row && (
        <div class="pair-sides one-side">
          <div class="pair-side">
            <div class="pair-side-head">
              <b>Row {groupDigits(verdict.row.shown.index)}</b>
              <span class={`side ${verdict.row.shown.opened ? "green" : "red"}`}>
                <Icon name={verdict.row.shown.opened ? "tick" : "cross"} />{" "}
                {verdict.row.shown.opened ? "in the dataset" : "not in the dataset"}
              </span>
            </div>
            <p class="proof-text">
              <Visible text={verdict.row.shown.text} />
            </p>
            <p class="side ink2">
              Fault: <b>{verdict.row.fault ?? "none"}</b>, {plural(verdict.row.shown.bytes.length, "byte")},
              path of {verdict.row.shown.path.length}
            </p>
          </div>
        </div>
      )}
    </Card>
  );
}

/** The first pair is open, the others are a line until they are asked for. */
function PairItem({ pair, place, dataset }: { pair: ShownPair; place: number; dataset: Dataset }) {
  const [open, setOpen] = useState(place === 0);
  const { left, right } = pair;
  if (!open) {
    return (
      <li class="pair-closed">
        <button type="button" aria-expanded="false" onClick={() => setOpen(true)}>
          <b>Pair {place + 1}</b>
          <span class="pair-closed-text">
            <PairLine left={left.text} right={right.text} />
            <span class="side ink2">
              rows {groupDigits(left.index)} and {groupDigits(right.index)}
            </span>
          </span>
          <span class="overlap">
            <span class="overlap-bar small" aria-hidden="true">
              <span class="overlap-fill" style={{ width: `${likenessPercent(pair)}%` }} />
              <span class="overlap-limit" style={{ left: "80%" }} />
            </span>
            <span class="side">
              <b>{likenessPercent(pair)}%</b>{" "}
              <span class="ink2">
                {left.text === right.text
                  ? "word for word"
                  : pair.equal
                    ? "but for case and spaces"
                    : `${groupDigits(pair.shared)} of ${groupDigits(pair.total)} fragments`}
              </span>
            </span>
          </span>
          <Icon name="down" />
        </button>
      </li>
    );
  }
  return (
    <li class="pair-open">
      <div class="pair-head">
        <b>Pair {place + 1}</b>
        <span class="side ink2">differences are marked, the rest is equal</span>
        <OverlapBar of={pair} isSameText={left.text === right.text} />
      </div>
      <RowPair left={rowProps(left, dataset)} right={rowProps(right, dataset)} />
    </li>
  );
}

function HowCard({ item, claim }: { item: Case; claim: Claim | undefined }) {
  const badge = caseBadge(item.status);
  const settledMs = useBlockTime(Number(claim?.lostHeight ?? 0n));
  const settle = Number(item.settleHeight);
  const isOpen = item.status === CaseStatus.CASE_STATUS_PROVEN;
  const isInvalid = item.status === CaseStatus.CASE_STATUS_INVALID;
  const waited = item.revealedHeight - item.committedHeight;
  const steps: Step[] = [
    {
      title: "Sealed",
      under: `Bond of ${formatAmount(item.bond)} put down`,
      least: `block ${groupDigits(item.committedHeight)}`,
      look: "done",
    },
    {
      title: "Proof shown",
      under: `${plural(waited, "block")} later`,
      least: `block ${groupDigits(item.revealedHeight)}`,
      look: "done",
    },
    ...(isInvalid
      ? []
      : [
          {
            title: "Earliest seal wins",
            under: isOpen
              ? `an earlier seal may still be shown for ${formatSpan(msUntil(settle))}`
              : "no rival is left",
            least: settle > 0 ? `until block ${groupDigits(settle)}` : "at once",
            look: isOpen ? "now" : "done",
          } satisfies Step,
        ]),
    isOpen
      ? {
          title: "Settled",
          under: "judged by rule, no jury",
          least: `about ${formatDate(timeOfHeight(settle))}`,
          look: "next",
        }
      : {
          title: badge.word,
          under: "judged by rule, no jury",
          ...(settledMs !== undefined && { least: formatDate(settledMs) }),
          look: item.status === CaseStatus.CASE_STATUS_WON ? "failed" : "done",
        },
  ];
  return (
    <Card title="How it went">
      <div class="card-body">
        <Steps steps={steps} label="Steps of the case" />
      </div>
    </Card>
  );
}

function StakeWent({ item, claim }: { item: Case; claim: Claim }) {
  const params = useChallengeParams();
  if (item.status === CaseStatus.CASE_STATUS_INVALID) {
    return (
      <Card title="Where the bond went">
        <div class="card-body">
          <Facts rows={[["Burned, the challenger's bond", <Amount key="b" base={item.bond} />]]} />
          <p class="side ink2">The claim keeps its stake: the proof did not hold.</p>
        </div>
      </Card>
    );
  }
  if (item.status === CaseStatus.CASE_STATUS_BEATEN) {
    return (
      <Card title="Where the bond went">
        <div class="card-body">
          <Facts rows={[["Back to the challenger", <Amount key="b" base={item.bond} />]]} />
        </div>
      </Card>
    );
  }
  const isWon = item.status === CaseStatus.CASE_STATUS_WON;
  if (!isWon) {
    return (
      <Card title="What is at stake">
        <div class="card-body">
          <Facts
            rows={[
              ["Owner's stake", <Amount key="o" base={claim.ownerStake} />],
              ["Backers' stakes", <Amount key="b" base={claim.backersStake} />],
              ["Challenger's bond", <Amount key="c" base={item.bond} />],
            ]}
          />
        </div>
      </Card>
    );
  }
  const owners = claim.slashedOwner - item.reward;
  const total = claim.slashedOwner + claim.slashedBackers;
  const share = (part: bigint) => (total === 0n ? 0 : Number((part * 10_000n) / total) / 100);
  const parts = [
    { key: "reward", look: "split-reward", base: item.reward },
    { key: "owner", look: "split-burned", base: owners },
    { key: "backers", look: "split-burned", base: claim.slashedBackers },
  ].filter((part) => part.base > 0n);
  return (
    <Card title="Where the stake went">
      <div class="card-body">
        <span class="split-bar" aria-hidden="true">
          {parts.map((part) => (
            <span key={part.key} class={part.look} style={{ width: `${share(part.base)}%` }} />
          ))}
        </span>
        <dl class="facts split-facts">
          <div>
            <dt>
              <span class="swatch swatch-green" /> To the challenger
            </dt>
            <dd>
              <Amount base={item.reward} />
            </dd>
          </div>
          <div>
            <dt>
              <span class="swatch swatch-burned" /> Burned, owner's
            </dt>
            <dd>
              <Amount base={owners} />
            </dd>
          </div>
          <div>
            <dt>
              <span class="swatch swatch-burned" /> Burned, backers'
            </dt>
            <dd>
              <Amount base={claim.slashedBackers} />
            </dd>
          </div>
        </dl>
        <p class="side ink2">
          The challenger gets {params.state === "ready" ? params.value.rewardBps / 100 : 40}% of the owner's
          part and the bond of {formatAmount(item.bond)} back. Backers' coins all burn, so an owner cannot rob
          them by challenging itself.
        </p>
      </div>
    </Card>
  );
}

function DetailsCard({ item, dataset, claim, reveal }: ProofCardProps) {
  const positions = usePositions({ datasetId: hexId(dataset.id) });
  const backers =
    positions.state === "ready"
      ? new Set(
          positions.value.filter((one) => one.claim === item.claim && !one.isOwner).map((one) => one.account),
        ).size
      : undefined;
  const count = claim && claim.backerCount > 0 ? claim.backerCount : backers;
  return (
    <Card title="Details">
      <div class="card-body">
        <Facts
          rows={[
            ["Claim", claimName(item.claim, claim?.tier)],
            ["Challenger", <Address key="c" address={item.challenger} />],
            ["Owner", <Address key="o" address={dataset.owner} />],
            count !== undefined && ["Backers", count === 0 ? "none" : plural(count, "account")],
            reveal.state === "ready" && [
              "Transaction",
              <Hash
                key="t"
                hash={reveal.value.hash}
                href={`/tx/${reveal.value.hash}`}
                what="transaction hash"
              />,
            ],
            [
              "Feature root",
              <Hash
                key="f"
                hash={dataset.terms ? hexId(dataset.terms.featuresRoot) : ""}
                what="feature root"
              />,
            ],
          ]}
        />
      </div>
    </Card>
  );
}

function NowCard({ item, dataset, href }: { item: Case; dataset: Dataset; href: string }) {
  const others = dataset.claims.filter(
    (claim) => claim.kind !== item.claim && claim.status === ClaimStatus.CLAIM_STATUS_OPEN,
  ).length;
  const open = isWindowOpen(dataset, head.value?.height ?? 0);
  const end = Number(dataset.windowEnd);
  return (
    <Card title={item.status === CaseStatus.CASE_STATUS_PROVEN ? "What happens next" : "What happens now"}>
      <div class="card-body side">
        <p class="ink2">
          {others > 0
            ? `The dataset keeps its other ${plural(others, "claim")}${open ? `, open until ${formatDate(timeOfHeight(end))}` : ""}. `
            : "No other claim of this dataset is open. "}
          The owner can publish a corrected version with new stakes.
        </p>
        <p>
          <a href={href}>Open {visibleText(dataset.terms?.name ?? "the dataset")}</a>
        </p>
        {open && others > 0 && (
          <p>
            <a href={`${href}?do=check`}>Check its other claims yourself</a>
          </p>
        )}
      </div>
    </Card>
  );
}
